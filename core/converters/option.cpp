// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/option.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OptionText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Option)
};

QString number(double value)
{
    return QString::number(value, 'g', 10);
}

Result<QVariant> readNumber(const OptionSpec &spec, double value, const QString &keyPath)
{
    if (spec.type == OptionType::Integer && value != std::floor(value))
        return invalidOption(keyPath, OptionText::tr("a whole number is needed"));
    if (!(value >= spec.minimum && value <= spec.maximum))
        return invalidOption(
            keyPath,
            OptionText::tr("%1 is outside %2 to %3").arg(number(value), number(spec.minimum), number(spec.maximum)));
    return spec.type == OptionType::Integer ? QVariant(qlonglong(value)) : QVariant(value);
}

Result<QVariant> readString(const OptionSpec &spec, const QString &text, const QString &keyPath)
{
    if (spec.type == OptionType::Choice && !spec.choices.contains(text))
        return invalidOption(keyPath, OptionText::tr("“%1” is not one of %2").arg(text, spec.choices.join(", "_L1)));
    if (spec.type == OptionType::Text && !spec.pattern.isEmpty()) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(spec.pattern));
        if (!pattern.match(text).hasMatch())
            return invalidOption(keyPath, OptionText::tr("“%1” is not understood").arg(text));
    }
    return QVariant(text);
}

Result<QVariant> readList(const QJsonValue &value, const QString &keyPath)
{
    QStringList list;
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements) {
        if (!element.isString())
            return invalidOption(keyPath, OptionText::tr("a list of texts is needed"));
        list.append(element.toString());
    }
    return QVariant(list);
}

constexpr std::array typeNames{
    QLatin1StringView("boolean"), QLatin1StringView("integer"), QLatin1StringView("real"),
    QLatin1StringView("text"),    QLatin1StringView("choice"),  QLatin1StringView("list"),
};

OptionType typeOf(const OptionSpec &spec)
{
    switch (spec.defaultValue.typeId()) {
    case QMetaType::Bool: return OptionType::Boolean;
    case QMetaType::Int: return OptionType::Integer;
    case QMetaType::Double: return OptionType::Real;
    case QMetaType::QStringList: return OptionType::StringList;
    default: return spec.choices.isEmpty() ? OptionType::Text : OptionType::Choice;
    }
}

} // namespace

OptionSchema grouped(const QString &group, OptionSchema options)
{
    for (OptionSpec &spec : options) {
        spec.group = group;
        spec.type = typeOf(spec);
    }
    return options;
}

QString asItIsText()
{
    return OptionText::tr("as it is");
}

QString automaticText()
{
    return OptionText::tr("automatic");
}

QString noLimitText()
{
    return OptionText::tr("no limit");
}

QString toTheEdgeText()
{
    return OptionText::tr("to the edge");
}

QString toTheEndText()
{
    return OptionText::tr("to the end");
}

QLatin1StringView optionTypeName(OptionType type)
{
    return typeNames.at(static_cast<size_t>(type));
}

Result<QVariant> readOption(const OptionSpec &spec, const QJsonValue &value, const QString &keyPath)
{
    switch (spec.type) {
    case OptionType::Boolean:
        if (!value.isBool())
            return invalidOption(keyPath, OptionText::tr("true or false is needed"));
        return QVariant(value.toBool());
    case OptionType::Integer:
    case OptionType::Real:
        if (!value.isDouble())
            return invalidOption(keyPath, OptionText::tr("a number is needed"));
        return readNumber(spec, value.toDouble(), keyPath);
    case OptionType::Text:
    case OptionType::Choice:
        if (!value.isString())
            return invalidOption(keyPath, OptionText::tr("a text is needed"));
        return readString(spec, value.toString(), keyPath);
    case OptionType::StringList:
        if (!value.isArray())
            return invalidOption(keyPath, OptionText::tr("a list of texts is needed"));
        return readList(value, keyPath);
    }
    Q_UNREACHABLE();
}

Result<QVariant> readOptionText(const OptionSpec &spec, const QString &text, const QString &keyPath)
{
    switch (spec.type) {
    case OptionType::Boolean:
        if (text == "true"_L1 || text == "false"_L1)
            return QVariant(text == "true"_L1);
        return invalidOption(keyPath, OptionText::tr("true or false is needed"));
    case OptionType::Integer:
    case OptionType::Real: {
        bool ok = false;
        const double value = text.toDouble(&ok);
        if (!ok)
            return invalidOption(keyPath, OptionText::tr("“%1” is not a number").arg(text));
        return readNumber(spec, value, keyPath);
    }
    case OptionType::Text:
    case OptionType::Choice: return readString(spec, text, keyPath);
    case OptionType::StringList: {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        return document.isArray() ? readList(document.array(), keyPath) : Result<QVariant>(QVariant(QStringList{text}));
    }
    }
    Q_UNREACHABLE();
}

Result<OptionValues> completeOptions(const OptionSchema &schema, const QJsonObject &values, const QString &pathPrefix)
{
    QVariantMap complete;
    for (const OptionSpec &spec : schema)
        complete.insert(spec.key, spec.defaultValue);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QString keyPath = pathPrefix + it.key();
        const auto spec = std::ranges::find(schema, it.key(), &OptionSpec::key);
        if (spec == schema.end())
            return invalidOption(keyPath, OptionText::tr("there is no such option"));
        Result<QVariant> value = readOption(*spec, it.value(), keyPath);
        if (!value)
            return value.error();
        complete.insert(it.key(), *value);
    }
    return OptionValues(complete);
}

QJsonArray schemaToJson(const OptionSchema &schema)
{
    QJsonArray array;
    for (const OptionSpec &spec : schema) {
        QJsonObject object{
            {u"key"_s, spec.key},
            {u"type"_s, QString(optionTypeName(spec.type))},
            {u"default"_s, QJsonValue::fromVariant(spec.defaultValue)},
            {u"label"_s, spec.label},
            {u"tooltip"_s, spec.tooltip},
        };
        if (spec.type == OptionType::Integer || spec.type == OptionType::Real) {
            object.insert(u"minimum"_s, spec.minimum);
            object.insert(u"maximum"_s, spec.maximum);
        }
        if (!spec.choices.isEmpty())
            object.insert(u"choices"_s, QJsonArray::fromStringList(spec.choices));
        if (!spec.pattern.isEmpty())
            object.insert(u"pattern"_s, spec.pattern);
        if (!spec.unit.isEmpty())
            object.insert(u"unit"_s, spec.unit);
        array.append(object);
    }
    return array;
}

} // namespace convoy
