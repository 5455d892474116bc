// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/jobrecord.h"

#include "core/base/cborinteger.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Empty where the bytes are not what was stored: what Qt makes of half a map is not safe to read.
QCborMap mapFrom(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    return error.error == QCborError::NoError ? value.toMap() : QCborMap();
}

QByteArray bytesOf(const QCborMap &map)
{
    return map.toCborValue().toCbor();
}

QCborValue errorToCbor(const std::optional<Error> &error)
{
    if (!error)
        return QCborValue();
    return QCborArray{QString(errorKindName(error->kind)), error->message, error->detail};
}

std::optional<Error> errorFromCbor(const QCborValue &value)
{
    const QCborArray array = value.toArray();
    if (array.size() != 3)
        return std::nullopt;
    return Error{errorKindFromName(array[0].toString()).value_or(ErrorKind::Internal), array[1].toString(),
                 array[2].toString()};
}

QCborMap settingsToCbor(const ConversionSettings &settings)
{
    const BatchOptions &batch = settings.batch;
    QCborMap map{
        {u"profile"_s, settings.profileId},
        {u"name"_s, settings.profileName},
        {u"converter"_s, settings.converter},
        {u"options"_s, QCborMap::fromVariantMap(settings.options.map())},
        {u"extension"_s, settings.extension},
        {u"conflict"_s, int(settings.conflict)},
        {u"attempts"_s, settings.retry.attempts},
        {u"delay"_s, settings.retry.delayS},
        {u"timeout"_s, settings.timeoutS},
        {u"verify"_s, settings.verify},
        {u"parallel"_s, settings.maxParallel},
        {u"startDelay"_s, settings.startDelayS},
        {u"keepTimes"_s, batch.keepTimes},
        {u"trash"_s, batch.trashSource},
        {u"halt"_s, QCborArray{int(batch.halt.when), batch.halt.failures, batch.halt.percent}},
    };
    if (settings.fallback)
        map.insert(u"fallback"_s, settingsToCbor(*settings.fallback));
    return map;
}

HaltRule haltFromCbor(const QCborArray &array)
{
    return {static_cast<HaltRule::When>(qBound<qint64>(0, cborInteger(array.at(0)), qint64(HaltRule::When::Now))),
            int(cborInteger(array.at(1))), array.at(2).toDouble()};
}

/// Fallbacks have none themselves; a damaged journal must not be read without end.
std::shared_ptr<const ConversionSettings> settingsFromCbor(const QCborMap &map, bool hasFallback)
{
    auto settings = std::make_shared<ConversionSettings>();
    settings->profileId = map.value("profile"_L1).toString();
    settings->profileName = map.value("name"_L1).toString();
    settings->converter = map.value("converter"_L1).toString();
    settings->options = OptionValues(map.value("options"_L1).toMap().toVariantMap());
    settings->extension = map.value("extension"_L1).toString();
    settings->conflict = static_cast<ConflictRule>(
        qBound<qint64>(0, cborInteger(map.value("conflict"_L1)), qint64(ConflictRule::Fail)));
    settings->retry = {int(cborInteger(map.value("attempts"_L1), 1)), map.value("delay"_L1).toDouble()};
    settings->timeoutS = int(cborInteger(map.value("timeout"_L1)));
    settings->verify = map.value("verify"_L1).toBool(true);
    settings->maxParallel = int(cborInteger(map.value("parallel"_L1)));
    settings->startDelayS = map.value("startDelay"_L1).toDouble();
    settings->batch = {map.value("keepTimes"_L1).toBool(), map.value("trash"_L1).toBool(),
                       haltFromCbor(map.value("halt"_L1).toArray())};
    if (hasFallback && map.contains("fallback"_L1))
        settings->fallback = settingsFromCbor(map.value("fallback"_L1).toMap(), false);
    return settings;
}

} // namespace

QByteArray settingsToBytes(const ConversionSettings &settings)
{
    return bytesOf(settingsToCbor(settings));
}

std::shared_ptr<const ConversionSettings> settingsFromBytes(const QByteArray &bytes)
{
    return settingsFromCbor(mapFrom(bytes), true);
}

QByteArray planToBytes(const JobPlan &plan)
{
    const SourceIdentity &identity = plan.input.identity;
    return bytesOf({
        {u"input"_s, toBytes(plan.input.path)},
        {u"relative"_s, toBytes(plan.input.relativeFolder)},
        {u"identity"_s, QCborArray{identity.size, identity.mtimeNs, qint64(identity.device), qint64(identity.inode)}},
        {u"info"_s, plan.info.toCbor()},
        {u"folder"_s, toBytes(plan.outputFolder)},
        {u"stem"_s, plan.outputStem},
        {u"refusal"_s, errorToCbor(plan.refusal)},
    });
}

JobPlan planFromBytes(const QByteArray &bytes, std::shared_ptr<const ConversionSettings> settings)
{
    const QCborMap map = mapFrom(bytes);
    const QCborArray identity = map.value("identity"_L1).toArray();
    JobPlan plan;
    plan.input.path = KeptPath(map.value("input"_L1).toByteArray());
    plan.input.relativeFolder = KeptPath(map.value("relative"_L1).toByteArray());
    plan.input.identity = {cborInteger(identity.at(0)), cborInteger(identity.at(1)), quint64(cborInteger(identity.at(2))),
                           quint64(cborInteger(identity.at(3)))};
    plan.info = MediaInfo::fromCbor(map.value("info"_L1).toMap());
    plan.outputFolder = KeptPath(map.value("folder"_L1).toByteArray());
    plan.outputStem = map.value("stem"_L1).toByteArray();
    plan.refusal = errorFromCbor(map.value("refusal"_L1));
    plan.settings = std::move(settings);
    return plan;
}

QByteArray statusToBytes(const JobStatus &status)
{
    QCborArray outputs;
    for (const Path &output : status.outputs)
        outputs.append(toBytes(output));
    return bytesOf({
        {u"error"_s, errorToCbor(status.error)},
        {u"warnings"_s, QCborArray::fromStringList(status.warnings)},
        {u"outputs"_s, outputs},
        {u"bytes"_s, status.outputBytes},
        {u"seconds"_s, status.seconds},
        {u"cpu"_s, status.cpuSeconds},
        {u"peak"_s, status.peakBytes},
        {u"tool"_s, status.toolOutput},
        {u"columns"_s, QCborMap::fromVariantMap(status.columns)},
        {u"set"_s, QCborArray::fromVariantList(status.setFacts)},
        {u"started"_s, status.startedMs},
        {u"fallback"_s, status.usesFallback},
    });
}

JobStatus statusFromBytes(const QByteArray &bytes)
{
    const QCborMap map = mapFrom(bytes);
    JobStatus status;
    status.error = errorFromCbor(map.value("error"_L1));
    const QCborArray warnings = map.value("warnings"_L1).toArray();
    for (const QCborValue &warning : warnings)
        status.warnings.append(warning.toString());
    const QCborArray outputs = map.value("outputs"_L1).toArray();
    for (const QCborValue &output : outputs)
        status.outputs.push_back(toPath(output.toByteArray()));
    status.outputBytes = cborInteger(map.value("bytes"_L1));
    status.seconds = map.value("seconds"_L1).toDouble();
    status.cpuSeconds = map.value("cpu"_L1).toDouble();
    status.peakBytes = cborInteger(map.value("peak"_L1));
    status.toolOutput = map.value("tool"_L1).toByteArray();
    status.columns = map.value("columns"_L1).toMap().toVariantMap();
    status.setFacts = map.value("set"_L1).toArray().toVariantList();
    status.startedMs = cborInteger(map.value("started"_L1));
    status.usesFallback = map.value("fallback"_L1).toBool();
    return status;
}

} // namespace convoy
