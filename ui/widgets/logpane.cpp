// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logpane.h"

#include "ui/models/queuerow.h"

#include <QTextOption>
#include <QTime>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int keptLines = 5000;

QString lineOf(const Job &job)
{
    const QString name = planName(job.plan);
    const JobStatus &status = job.status;
    switch (status.state) {
    case JobState::Done:
        return takesWholeFile(job.plan) ? LogPane::tr("%1: done in %2, %3 → %4", "file, time, sizes")
                                              .arg(name, workTimeText(status.seconds),
                                                   sizeText(job.plan.input.identity.size), sizeText(status.outputBytes))
                                        : LogPane::tr("%1: done in %2, %3", "file, time, size")
                                              .arg(name, workTimeText(status.seconds), sizeText(status.outputBytes));
    case JobState::Running:
        return status.attempts > 1 ? LogPane::tr("%1: started, attempt %2").arg(name).arg(status.attempts)
                                   : LogPane::tr("%1: started").arg(name);
    case JobState::Queued:
    case JobState::Paused:
    case JobState::Skipped:
    case JobState::Cancelled:
    case JobState::Failed: break;
    }
    const QString word = jobStateLabel(status.state);
    return status.error ? LogPane::tr("%1: %2: %3", "file, state, reason").arg(name, word, status.error->message)
                        : LogPane::tr("%1: %2", "file, state").arg(name, word);
}

QString stamped(const QString &line)
{
    return QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + line;
}

} // namespace

LogPane::LogPane(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setAccessibleName(tr("Log"));
    setMaximumBlockCount(keptLines);
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("What is done with each file appears here while it happens."));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(12);
    QTextOption lines = document()->defaultTextOption();
    lines.setTextDirection(layoutDirection()); // whatever the name of a file is written in
    document()->setDefaultTextOption(lines);
}

void LogPane::update(const std::vector<const Job *> &jobs)
{
    QStringList lines;
    for (const Job *job : jobs) {
        const JobState state = job->status.state;
        const auto known = m_known.constFind(job->id);
        const bool same = known != m_known.constEnd() ? *known == state : state == JobState::Queued;
        m_known.insert(job->id, state);
        if (!same)
            lines << stamped(lineOf(*job));
    }
    if (!lines.isEmpty())
        appendPlainText(lines.mid(qMax<qsizetype>(0, lines.size() - keptLines)).join(u'\n'));
}

void LogPane::say(const QString &sentence)
{
    appendPlainText(stamped(sentence));
}

} // namespace convoy
