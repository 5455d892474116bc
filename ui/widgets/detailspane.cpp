// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailspane.h"

#include "ui/desktop/filemanager.h"
#include "ui/desktop/theme.h"
#include "ui/models/failure.h"
#include "ui/models/queuecolumns.h"

#include <QScrollBar>
#include <QUrl>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString heading(const QString &text)
{
    return u"<h4 style='margin:12px 0 2px 0'>%1</h4>"_s.arg(text.toHtmlEscaped());
}

QString fact(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : u"<tr><td style='padding-right:10px'>%1</td><td>%2</td></tr>"_s.arg(
                               name.toHtmlEscaped(), isolated(value).toHtmlEscaped());
}

QString verbatim(const QString &text)
{
    return u"<pre style='white-space:pre-wrap; margin:2px 0'>%1</pre>"_s.arg(text.toHtmlEscaped());
}

QString list(const QStringList &items)
{
    QString html;
    for (const QString &item : items)
        html += u"<p style='margin:2px 0'>%1</p>"_s.arg(item.toHtmlEscaped());
    return html;
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent) : QTextBrowser(parent)
{
    setAccessibleName(tr("Details"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const int output = link.path().toInt();
        if (output >= 0 && output < int(m_outputs.size()))
            openFile(m_outputs[size_t(output)]);
    });
}

void DetailsPane::present(const QueueRow *row, const ProfileBrief *profile, int selected)
{
    QString html;
    if (row) {
        m_outputs = row->status.outputs;
        html = story(*row, profile);
    } else {
        m_outputs.clear();
        html = list({selected > 1 ? tr("%n file(s) are selected. Select one to read about it.", nullptr, selected)
                                  : tr("Select a file to read about it.")});
    }
    if (html == m_shown)
        return;
    m_shown = html;
    // Who reads the end of what a tool says goes on reading its end.
    const QScrollBar &bar = *verticalScrollBar();
    const int place = bar.value();
    const bool isAtEnd = place > 0 && place == bar.maximum();
    setHtml(html);
    verticalScrollBar()->setValue(isAtEnd ? bar.maximum() : place);
}

QString DetailsPane::story(const QueueRow &row, const ProfileBrief *profile) const
{
    QString html = u"<h3 style='margin:0 0 2px 0'>%1</h3>"_s.arg(rowName(row).toHtmlEscaped());
    html += outcome(row, profile);
    html += heading(tr("File")) + u"<table cellspacing='0' cellpadding='1'>"_s;
    const bool isTrack = row.piece && !row.piece->stem.isEmpty();
    html += fact(tr("Part of"), isTrack ? displayName(row.input.path.filename()) : QString());
    html += fact(tr("Folder"), displayName(row.input.path.parent_path()));
    html += fact(tr("Kind"), columnText(row, profile, KindColumn));
    html += fact(tr("Details"), rowDetails(row));
    html += fact(tr("Profile"), profile ? profile->name : QString());
    const QStringList columns = rowColumns(row.info);
    for (const QString &column : columns)
        html += fact(column, rowValue(row.info, column));
    for (auto tag = row.info.tags.begin(); tag != row.info.tags.end(); ++tag) {
        if (!tag.key().startsWith("row."_L1))
            html += fact(tag.key(), tag.value());
    }
    html += u"</table>"_s;
    if (!row.info.warnings.isEmpty())
        html += heading(tr("Worth knowing")) + list(row.info.warnings);
    return html;
}

QString DetailsPane::outcome(const QueueRow &row, const ProfileBrief *profile) const
{
    const RowState state = rowState(row, profile);
    QString html = u"<p style='margin:2px 0; color:%1'><b>%2</b></p>"_s.arg(stateColor(state, palette()).name(),
                                                                            rowStateText(row, profile).toHtmlEscaped());
    const std::optional<Error> &error = row.job != 0 ? row.status.error : row.refusal;
    if (const QString fix = error ? likelyFix(error->kind) : QString(); !fix.isEmpty())
        html += u"<p style='margin:2px 0'>%1</p>"_s.arg(
            (state == RowState::Failed
                 ? tr("It failed %1. %2", "stage, what can be done").arg(failureStage(error->kind), fix)
                 : fix)
                .toHtmlEscaped());
    if (error && !error->detail.isEmpty())
        html += heading(tr("In the words of the program that failed")) + verbatim(error->detail);
    const JobStatus &status = row.status;
    if (row.job == 0)
        return html;
    if (!status.warnings.isEmpty())
        html += heading(tr("Warnings")) + list(status.warnings);
    if (!status.outputs.empty()) {
        html += heading(tr("Outputs"));
        for (size_t i = 0; i < status.outputs.size() && i < 50; ++i)
            html += u"<p style='margin:2px 0'><a href='output:%1'>%2</a></p>"_s.arg(i).arg(
                isolated(displayName(status.outputs[i])).toHtmlEscaped());
    }
    if (!status.toolOutput.isEmpty())
        html += heading(tr("What the tool said")) + verbatim(QString::fromUtf8(status.toolOutput));
    if (!isTerminal(status.state) || status.attempts == 0)
        return html;
    html += heading(tr("Work")) + u"<table cellspacing='0' cellpadding='1'>"_s;
    html += fact(tr("Time"), workTimeText(status.seconds));
    html += fact(tr("Processor time"), workTimeText(status.cpuSeconds));
    html += fact(tr("Memory"), status.peakBytes > 0 ? sizeText(status.peakBytes) : QString());
    html += fact(tr("Size"), status.outputBytes > 0 ? sizeText(status.outputBytes) : QString());
    html += fact(tr("Attempts"), locale().toString(status.attempts));
    for (auto column = status.columns.begin(); column != status.columns.end(); ++column)
        html += fact(column.key(), column.value().toString());
    return html + u"</table>"_s;
}

} // namespace convoy
