// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queuemenu.h"

#include "ui/batchcontroller.h"
#include "ui/desktop/filemanager.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One word for a POSIX shell.
QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (plain.match(text).hasMatch())
        return text;
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString optionText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

} // namespace

QueueMenu::QueueMenu(QueueModel &model, BatchController &controller, const QList<RowId> &rows, QWidget *parent)
    : QMenu(parent),
      m_model(model),
      m_controller(controller),
      m_rows(rows)
{
    setAttribute(Qt::WA_DeleteOnClose);
    addWorkActions();
    addSeparator();
    addFileActions();
    addSeparator();
    addCopyActions();
    addSeparator();
    connect(addAction(tr("Move to the top")), &QAction::triggered, this, &QueueMenu::firstRequested);
    connect(addAction(tr("Add once more, for another profile")), &QAction::triggered, this,
            [this] { Q_EMIT duplicateRequested(m_rows); });
    connect(addAction(themedIcon("remove"_L1), tr("Remove from the list")), &QAction::triggered, this,
            [this] { Q_EMIT removeRequested(m_rows); });
}

QList<RowId> QueueMenu::rowsIn(std::initializer_list<RowState> states) const
{
    QList<RowId> found;
    for (const RowId id : m_rows) {
        const int place = m_model.indexOf(id);
        if (place >= 0 && std::ranges::find(states, m_model.stateAt(place)) != states.end())
            found.append(id);
    }
    return found;
}

void QueueMenu::addWorkActions()
{
    const auto add = [this](QLatin1StringView icon, const QString &text, const QList<RowId> &rows, auto act) {
        if (!rows.isEmpty())
            connect(addAction(themedIcon(icon), text), &QAction::triggered, this, [rows, act] { act(rows); });
    };
    BatchController *controller = &m_controller;
    add("retry"_L1, tr("Try again"), rowsIn({RowState::Failed, RowState::Cancelled, RowState::Skipped}),
        [controller](const QList<RowId> &rows) { controller->retry(rows); });
    add("pause"_L1, tr("Pause this"), rowsIn({RowState::Running, RowState::Queued}),
        [controller](const QList<RowId> &rows) { controller->setPaused(rows, true); });
    add("resume"_L1, tr("Go on with this"), rowsIn({RowState::Paused}),
        [controller](const QList<RowId> &rows) { controller->setPaused(rows, false); });
    add("cancel"_L1, tr("Cancel this"), rowsIn({RowState::Running, RowState::Finishing, RowState::Queued, RowState::Paused}),
        [controller](const QList<RowId> &rows) { controller->cancel(rows); });
    add({}, tr("Convert next"), rowsIn({RowState::Queued}),
        [controller](const QList<RowId> &rows) { controller->moveToFront(rows); });
}

void QueueMenu::addFileActions()
{
    const QueueRow *row = m_rows.isEmpty() ? nullptr : m_model.find(m_rows.first());
    const bool one = row && m_rows.size() == 1;
    const Path source = one ? Path(row->input.path) : Path();
    const Path output = one && !row->status.outputs.empty() ? row->status.outputs.front() : Path();
    const auto add = [this](const QString &text, const Path &path, auto act) {
        if (!path.empty())
            connect(addAction(text), &QAction::triggered, this, [path, act] { act(path); });
    };
    add(tr("Open the output"), output, openFile);
    add(tr("Show the output in its folder"), output, showInFolder);
    add(tr("Open the source"), source, openFile);
    add(tr("Show the source in its folder"), source, showInFolder);
}

void QueueMenu::addCopyActions()
{
    QStringList reasons;
    for (const RowId id : m_rows) {
        const QueueRow *row = m_model.find(id);
        if (const QString reason = m_model.reason(id); row && !reason.isEmpty()) {
            const QString detail = row->status.error ? row->status.error->detail : QString();
            reasons.append((row->input.path.empty() ? rowName(*row) : displayName(row->input.path)) + u": "_s + reason
                           + (detail.isEmpty() ? QString() : u'\n' + detail));
        }
    }
    connect(addAction(tr("Copy files")), &QAction::triggered, this, &QueueMenu::copyRequested);
    const auto addText = [this](const QString &text, const QString &copied) {
        if (!copied.isEmpty())
            connect(addAction(text), &QAction::triggered, this, [copied] { QApplication::clipboard()->setText(copied); });
    };
    addText(tr("Copy what went wrong"), reasons.join(u'\n'));
    addText(tr("Copy as command line"), commandLine());
}

/// For rows of one profile and with the same options; empty otherwise.
QString QueueMenu::commandLine() const
{
    const QueueRow *first = m_rows.isEmpty() ? nullptr : m_model.find(m_rows.first());
    if (!first || first->profileId.isEmpty())
        return {};
    QStringList words{u"convoy-cli"_s, u"convert"_s, u"--profile"_s, shellQuoted(first->profileId)};
    for (auto it = first->overrides.begin(); it != first->overrides.end(); ++it)
        words << u"--set"_s << shellQuoted(it.key() + u'=' + optionText(it.value()));
    if (!first->nameTemplate.isEmpty())
        words << u"--name"_s << shellQuoted(first->nameTemplate);
    words << u"--"_s;
    for (const RowId id : m_rows) {
        const QueueRow *row = m_model.find(id);
        if (row && !row->listRow.isEmpty())
            return {}; // its words come from a list
        if (!row || row->profileId != first->profileId || row->overrides != first->overrides
            || row->nameTemplate != first->nameTemplate || !isText(row->input.path))
            return {};
        words << shellQuoted(displayName(row->input.path));
    }
    return words.join(u' ');
}

} // namespace convoy
