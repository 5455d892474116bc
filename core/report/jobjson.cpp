// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jobjson.h"

#include "core/converters/rowtags.h"
#include "core/plan/planner.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Exact where the bytes are text: JSON can say a new line in a name, people cannot read it.
QString jsonPath(const Path &path)
{
    return isText(path) ? QString::fromUtf8(toBytes(path)) : displayName(path);
}

} // namespace

double roundedSeconds(double seconds)
{
    return std::round(seconds * 1000) / 1000;
}

QJsonObject errorToJson(const Error &error)
{
    return {{u"kind"_s, QString(errorKindName(error.kind))}, {u"message"_s, error.message}, {u"detail"_s, error.detail}};
}

void insertPath(QJsonObject &object, const QString &key, const Path &path)
{
    object.insert(key, jsonPath(path));
    if (!isText(path))
        object.insert(key + u"_url"_s, fileUrl(path));
}

void insertOutputs(QJsonObject &object, const std::vector<Path> &outputs)
{
    QJsonArray names;
    QJsonArray urls;
    for (const Path &output : outputs) {
        names.append(jsonPath(output));
        urls.append(fileUrl(output));
    }
    object.insert(u"outputs"_s, names);
    if (!std::ranges::all_of(outputs, isText))
        object.insert(u"output_urls"_s, urls);
}

QString jobTitle(const JobPlan &plan)
{
    const QString title = rowTitle(plan.info);
    return title.isEmpty() ? displayName(plan.input.path) : title;
}

void insertInput(QJsonObject &object, const JobPlan &plan)
{
    insertPath(object, u"input"_s, plan.input.path);
    const QStringList columns = rowColumns(plan.info);
    if (columns.isEmpty())
        return;
    QJsonObject row;
    for (const QString &column : columns)
        row.insert(column, rowValue(plan.info, column));
    object.insert(u"description"_s, rowTitle(plan.info));
    object.insert(u"row"_s, row);
}

QStringList resultColumns(const Job &job)
{
    QStringList columns;
    const QVariantMap &found = job.status.columns;
    for (const QString &declared : job.plan.settings ? job.plan.settings->options.list(u"columns") : QStringList()) {
        if (const QString name = declared.section(u'=', 0, 0); found.contains(name) && !columns.contains(name))
            columns.append(name);
    }
    for (auto column = found.begin(); column != found.end(); ++column) {
        if (!columns.contains(column.key()))
            columns.append(column.key());
    }
    return columns;
}

std::vector<Path> plannedOutputs(const JobPlan &plan)
{
    if (!makesFiles(*plan.settings))
        return {};
    const QByteArray name = outputNames(plan.outputStem, plan.settings->extension, 1).front();
    return {plan.outputFolder / name.toStdString()};
}

QJsonObject jobToJson(const Job &job)
{
    const JobStatus &status = job.status;
    QJsonObject object{
        {u"job"_s, job.plan.number},
        {u"state"_s, QString(jobStateName(status.state))},
        {u"seconds"_s, roundedSeconds(status.seconds)},
        {u"cpu_seconds"_s, roundedSeconds(status.cpuSeconds)},
        {u"peak_bytes"_s, status.peakBytes},
        {u"attempts"_s, status.attempts},
    };
    insertInput(object, job.plan);
    insertOutputs(object, status.outputs);
    if (status.usesFallback)
        object.insert(u"served_by"_s, servingSettings(job).profileId);
    if (status.error)
        object.insert(u"error"_s, errorToJson(*status.error));
    if (!status.warnings.isEmpty())
        object.insert(u"warnings"_s, QJsonArray::fromStringList(status.warnings));
    if (!status.columns.isEmpty())
        object.insert(u"columns"_s, QJsonObject::fromVariantMap(status.columns));
    if (!status.toolOutput.isEmpty())
        object.insert(u"tool_output"_s, QString::fromUtf8(status.toolOutput));
    return object;
}

} // namespace convoy
