// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/documents.h"
#include "app/cli/exitstatus.h"
#include "core/converters/converterinfo.h"
#include "core/converters/hardwareencoder.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConvertersCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ConvertersCommand)
};

QString rangeText(const OptionSpec &spec)
{
    if (!spec.choices.isEmpty())
        return spec.choices.join(u'|');
    if (spec.type != OptionType::Integer && spec.type != OptionType::Real)
        return optionTypeName(spec.type);
    return u"%1…%2"_s.arg(spec.minimum, 0, 'g', 10).arg(spec.maximum, 0, 'g', 10)
        + (spec.unit.isEmpty() ? QString() : u' ' + spec.unit);
}

QString valueText(const QVariant &value)
{
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u' ') : value.toString();
}

OptionSchema offered(const ConverterInfo &info, WorkerPool &workers)
{
    return info.encoderOption.isEmpty() ? info.schema : offeredOptions(info, workers.workingEncoders());
}

void say(const ConverterInfo &info, WorkerPool &workers)
{
    QString text = info.id.leftJustified(8) + u"  "_s + info.name + u": "_s + info.description + u'\n';
    if (!info.extensions.isEmpty())
        text += u"  → "_s + info.extensions.join(u", "_s) + u'\n';
    const OptionSchema schema = offered(info, workers);
    for (const OptionSpec &spec : schema) {
        text += u"  "_s + spec.key.leftJustified(20) + u' ' + rangeText(spec);
        text += u" ["_s + valueText(spec.defaultValue) + u"]  "_s + spec.label + u'\n';
    }
    writeData(text.toUtf8() + '\n');
}

QJsonObject infoToJson(const ConverterInfo &info, WorkerPool &workers)
{
    QJsonArray kinds;
    for (const MediaKind kind : info.accepts)
        kinds.append(QString(mediaKindName(kind)));
    QJsonObject object{
        {u"id"_s, info.id},
        {u"name"_s, info.name},
        {u"description"_s, info.description},
        {u"family"_s, QString(info.family)},
        {u"accepts"_s, kinds},
        {u"extensions"_s, QJsonArray::fromStringList(info.extensions)},
        {u"options"_s, schemaToJson(offered(info, workers))},
    };
    if (const Result<QVariantMap> described = workers.describe(info.family); described)
        object.insert(u"worker"_s, QJsonObject::fromVariantMap(*described));
    else
        writeError(described.error());
    return object;
}

} // namespace

int runConverters(const Arguments &arguments)
{
    if (!arguments.operands.empty())
        return wrongUsage(arguments.command, invalidOption(ConvertersCommandText::tr("“converters” takes no paths.")));
    if (arguments.has("--markdown")) {
        writeData(optionsPage());
        return ExitStatus::success;
    }
    WorkerPool workers({});
    if (!arguments.has("--json")) {
        for (const ConverterInfo &info : converterTable())
            say(info, workers);
        return ExitStatus::success;
    }
    QJsonArray array;
    for (const ConverterInfo &info : converterTable())
        array.append(infoToJson(info, workers));
    writeData(QJsonDocument(array).toJson());
    return ExitStatus::success;
}

} // namespace convoy
