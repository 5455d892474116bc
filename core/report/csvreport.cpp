// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/rowtags.h"
#include "core/report/jobjson.h"
#include "core/report/report.h"

#include <QSet>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Programs that read tables run a cell as a formula that begins like one; a file name must not do that. Numbers stay.
bool looksLikeFormula(const QString &text)
{
    bool isNumber = false;
    static_cast<void>(text.toDouble(&isNumber));
    return !text.isEmpty() && !isNumber && u"=+-@\t\r"_s.contains(text.front());
}

QString cell(QString text)
{
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    static const QString special = u",\"\r\n"_s;
    if (std::ranges::none_of(text, [](QChar c) { return special.contains(c); }))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString number(double value)
{
    return QString::number(value, 'g', 12);
}

/// Of lists in the order of their names, of tools as their profiles have them.
struct ExtraColumns {
    QStringList rows;
    QStringList results;
};

ExtraColumns extraColumns(const std::vector<Job> &jobs)
{
    QSet<QString> rows;
    QSet<QString> known;
    ExtraColumns extra;
    for (const Job &job : jobs) {
        for (const QString &column : rowColumns(job.plan.info))
            rows.insert(column);
        for (const QString &column : resultColumns(job)) {
            if (!known.contains(column))
                extra.results.append(column);
            known.insert(column);
        }
    }
    extra.rows = rows.values();
    extra.rows.sort();
    return extra;
}

QString line(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &text : cells)
        quoted.append(cell(text));
    return quoted.join(u',') + u"\r\n"_s;
}

QStringList cellsOf(const Job &job, const ExtraColumns &extra)
{
    const JobStatus &status = job.status;
    QStringList outputs;
    for (const Path &output : status.outputs)
        outputs.append(isText(output) ? QString::fromUtf8(toBytes(output)) : fileUrl(output));
    const Path input = job.plan.input.path;
    QStringList cells{
        QString::number(job.plan.number),
        QString(jobStateName(status.state)),
        isText(input) ? QString::fromUtf8(toBytes(input)) : fileUrl(input),
        outputs.join(u'\n'),
        QString::number(job.plan.input.identity.size),
        QString::number(status.outputBytes),
        number(roundedSeconds(status.seconds)),
        number(roundedSeconds(status.cpuSeconds)),
        QString::number(status.peakBytes),
        QString::number(status.attempts),
        status.error ? QString(errorKindName(status.error->kind)) : QString(),
        status.error ? status.error->message : QString(),
    };
    for (const QString &column : extra.rows)
        cells.append(rowValue(job.plan.info, column));
    for (const QString &column : extra.results)
        cells.append(status.columns.value(column).toString());
    return cells;
}

} // namespace

QByteArray reportToCsv(const Report &report)
{
    const ExtraColumns extra = extraColumns(report.jobs);
    QStringList head{u"job"_s,     u"state"_s,       u"input"_s,      u"outputs"_s,  u"input_bytes"_s, u"output_bytes"_s,
                     u"seconds"_s, u"cpu_seconds"_s, u"peak_bytes"_s, u"attempts"_s, u"error_kind"_s,  u"error_message"_s};
    for (const QString &column : extra.rows)
        head.append(u"row."_s + column);
    head += extra.results;
    QString text = line(head);
    for (const Job &job : report.jobs)
        text += line(cellsOf(job, extra));
    return text.toUtf8();
}

} // namespace convoy
