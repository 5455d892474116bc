// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batchend.h"

#include "ui/desktop/filemanager.h"
#include "ui/dialogs/countdowndialog.h"
#include "ui/models/failure.h"

#include <QDateTime>

#include <map>
#include <set>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int graceSeconds = 60;

} // namespace

BatchEnd::BatchEnd(QueueModel &model, BatchController &controller, Settings &settings, QWidget &window)
    : QObject(&window),
      m_model(model),
      m_controller(controller),
      m_settings(settings),
      m_window(window)
{
    connect(&m_controller, &BatchController::ended, this, &BatchEnd::ended);
    connect(&m_controller.past(), &PastBatches::reportWritten, this, [](const Path &file) { openFile(file); });
    connect(&m_power, &PowerControl::failed, this, [this](const QString &reason) {
        Q_EMIT trouble({ErrorKind::Internal, tr("The computer could not be suspended or switched off."), reason});
    });
    connect(&m_notifier, &DesktopNotifier::actionInvoked, this, [this](const QString &key) {
        if (key == "folder"_L1)
            return openOutputFolder();
        Q_EMIT windowWanted();
        if (key == "failed"_L1)
            Q_EMIT failedWanted();
    });
}

void BatchEnd::clear()
{
    if (m_summary) { // what it offers may have been chosen just now
        m_summary->hide();
        m_summary->deleteLater();
    }
    m_summary.clear();
}

void BatchEnd::ended(const BatchSummary &summary)
{
    QString counts = tr("%1 done, %2 failed, %3 skipped").arg(summary.done).arg(summary.failed).arg(summary.skipped);
    if (summary.cancelled > 0)
        counts = tr("%1, %n cancelled", "what else has ended", summary.cancelled).arg(counts);
    summarize(summary, counts);
    const bool byHand = summary.cancelled > 0 && summary.done + summary.failed == 0;
    if (byHand)
        return;
    if (m_settings.isNotifying())
        notify(summary, counts);
    if (m_whenDone != WhenDone::Nothing)
        countDown();
}

/// Empty where the list has failures of an earlier run that cannot be told from these: they never began.
QString BatchEnd::failuresByKind(const BatchSummary &summary, qint64 begunMs) const
{
    std::map<ErrorKind, int> kinds;
    int failures = 0;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const JobStatus &status = m_model.at(i).status;
        if (m_model.stateAt(i) != RowState::Failed || !status.error)
            continue;
        if (status.startedMs == 0 || status.startedMs >= begunMs) {
            ++kinds[status.error->kind];
            ++failures;
        }
    }
    if (failures != summary.failed)
        return {};
    QStringList parts;
    for (const auto &[kind, count] : kinds)
        parts << failureLabel(kind, count);
    return parts.join(u", "_s);
}

/// Says what became of the batch, with the next steps beside it.
void BatchEnd::summarize(const BatchSummary &summary, const QString &counts)
{
    // What was done before, in the same list, was told before.
    const qint64 begunMs = QDateTime::currentMSecsSinceEpoch() - qint64(summary.seconds * 1000) - 1;
    qint64 before = 0, after = 0;
    std::set<Path> cut; // several tracks are of one file
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QueueRow &row = m_model.at(i);
        if (m_model.stateAt(i) != RowState::Done || row.status.startedMs < begunMs)
            continue;
        before += !row.piece || cut.insert(row.input.path).second ? row.input.identity.size : 0;
        after += row.status.outputBytes;
    }
    QString sentence = tr("Ended after %1: %2.", "duration, counts").arg(durationText(summary.seconds), counts);
    if (const QString kinds = failuresByKind(summary, begunMs); summary.failed > 0 && !kinds.isEmpty())
        sentence += u' ' + tr("Of those that failed: %1.").arg(kinds);
    const QString was = sizeText(before), is = sizeText(after);
    if (after > 0 && after < before && was != is)
        sentence += u' ' + tr("%1 became %2, %3 saved.").arg(was, is, sizeText(before - after));
    else if (after > 0 && before > 0)
        sentence += u' ' + tr("%1 became %2.").arg(was, is);
    QList<MessageBar::Action> next;
    if (summary.failed > 0)
        next.append({tr("Show failed"), [this] { Q_EMIT failedWanted(); }, true});
    if (summary.cancelled > 0)
        next.append({tr("Convert the rest"), [this] { convertRest(); }});
    next.append({tr("Report"), [this] { openReport(); }, true});
    if (summary.done > 0 && !m_controller.lastOutputFolder().empty())
        next.append({tr("Open folder"), [this] { openOutputFolder(); }, true});
    clear();
    m_summary = new MessageBar(MessageBar::Tone::Offer, sentence, {}, next, &m_window);
    Q_EMIT summaryReady(m_summary);
}

void BatchEnd::convertRest()
{
    m_controller.retry(m_model.rowsWhere([](RowState state) { return state == RowState::Cancelled; }));
}

void BatchEnd::notify(const BatchSummary &summary, const QString &counts)
{
    QList<DesktopNotifier::Action> buttons{{u"default"_s, tr("Show")}};
    if (summary.done > 0)
        buttons.append({u"folder"_s, tr("Open folder")});
    if (summary.failed > 0)
        buttons.append({u"failed"_s, tr("Show failed")});
    m_notifier.notify(summary.failed > 0 ? tr("Converted, with failures") : tr("Everything is converted"), counts, buttons);
}

void BatchEnd::countDown()
{
    Q_EMIT windowWanted();
    auto *dialog = new CountdownDialog(m_whenDone, graceSeconds, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, what = m_whenDone] { m_power.perform(what); });
    dialog->show();
}

void BatchEnd::openOutputFolder()
{
    if (!m_controller.lastOutputFolder().empty())
        openFile(m_controller.lastOutputFolder());
}

void BatchEnd::openReport()
{
    if (hasReport())
        m_controller.past().report(m_controller.lastBatches());
}

} // namespace convoy
