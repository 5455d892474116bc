// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/textoutput.h"

#include "app/cli/console.h"
#include "app/cli/progressline.h"
#include "core/converters/rowtags.h"
#include "core/report/jobjson.h"

#include <QCoreApplication>
#include <QLocale>

#include <sys/ioctl.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TextOutputText {
    Q_DECLARE_TR_FUNCTIONS(convoy::TextOutput)
};

constexpr qint64 redrawMs = 100;

int terminalColumns()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void draw(const QByteArray &bytes)
{
    // The line is redrawn soon; one that is lost does not matter.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, bytes.constData(), static_cast<size_t>(bytes.size()));
}

QString nameOf(const JobPlan &plan)
{
    const QString title = rowTitle(plan.info);
    return title.isEmpty() ? shownPath(plan.input.path) : title;
}

QString outputsText(const std::vector<Path> &outputs)
{
    if (outputs.empty())
        return {};
    const QString first = u" → "_s + shownPath(outputs.front());
    return outputs.size() == 1 ? first : TextOutputText::tr("%1 and %2 more").arg(first).arg(outputs.size() - 1);
}

/// Of a tool the last that it said: mostly why.
QString reasonText(const Error &error)
{
    const QString last = error.detail.trimmed().section(u'\n', -1).simplified();
    return error.kind == ErrorKind::ToolFailed && !last.isEmpty() ? u"%1 (%2)"_s.arg(error.message, last) : error.message;
}

} // namespace

TextOutput::~TextOutput()
{
    erase();
}

bool TextOutput::canDraw()
{
    return ::isatty(STDERR_FILENO) && qgetenv("TERM") != "dumb";
}

void TextOutput::batchStarted(const QString &, const QString &, int) {}

void TextOutput::jobStarted(const Job &job)
{
    m_current.emplace(job.id,
                      rowTitle(job.plan.info).isEmpty() ? displayName(job.plan.input.path.filename()) : jobTitle(job.plan));
}

void TextOutput::jobProgress(const Job &) {}

void TextOutput::jobFinished(const Job &job)
{
    m_current.erase(job.id);
    const JobStatus &status = job.status;
    if (m_printsTools && !status.toolOutput.isEmpty()) {
        erase();
        writeData(status.toolOutput.endsWith('\n') ? status.toolOutput : status.toolOutput + '\n');
    }
    const QString name = nameOf(job.plan);
    const QString state = jobStateLabel(status.state).leftJustified(7);
    if (status.state == JobState::Done && !m_isTerminal)
        say(state + u' ' + name + outputsText(status.outputs));
    // A person who interrupted a batch knows what happened to every job in it.
    else if (status.state == JobState::Failed || status.state == JobState::Skipped)
        say(state + u' ' + name + (status.error ? u": "_s + reasonText(*status.error) : QString()));
    for (const QString &warning : status.warnings)
        say(TextOutputText::tr("note    %1: %2").arg(name, warning));
}

// Told when it happened; the summary counts it.
void TextOutput::jobFinishedEarlier(const Job &) {}

void TextOutput::overallProgress(const EngineProgress &progress)
{
    if (!m_isTerminal || (m_isDrawn && m_sinceDrawn.elapsed() < redrawMs))
        return;
    QStringList current;
    for (const auto &[id, name] : m_current)
        current.append(name);
    // One cell is left free: a full line would wrap on some terminals.
    draw("\r" + progressLine(progress, current, terminalColumns() - 1).toUtf8() + "\x1b[K");
    m_isDrawn = true;
    m_sinceDrawn.start();
}

void TextOutput::batchFinished(const BatchSummary &summary)
{
    const QString time = TextOutputText::tr("%1 s").arg(QLocale().toString(summary.seconds, 'f', 1));
    say(TextOutputText::tr("After %1: %2")
            .arg(time, countsText(summary.done, summary.failed, summary.skipped, summary.cancelled)));
}

void TextOutput::jobPlanned(const JobPlan &plan)
{
    const QString name = nameOf(plan);
    const QString line = plan.refusal ? name + u": "_s + plan.refusal->message : name + outputsText(plannedOutputs(plan));
    writeText(line + u'\n');
}

void TextOutput::say(const QString &line)
{
    erase();
    writeMessage(line);
}

void TextOutput::erase()
{
    if (m_isDrawn)
        draw("\r\x1b[K");
    m_isDrawn = false;
}

} // namespace convoy
