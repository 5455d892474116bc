// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace convoy {

enum class OptionType : quint8 { Boolean, Integer, Real, Text, Choice, StringList };

/// One option of a converter. Everything that shows or reads options is made from this: the window's form, `--set`,
/// JSON profiles and their errors, `convoy-cli converters --json`, the reference page.
struct OptionSpec {
    QString key; ///< snake_case, as in profiles and `--set`
    OptionType type = OptionType::Text;
    QVariant defaultValue;    ///< bool, qlonglong, double, QString or QStringList by type
    double minimum = 0;       ///< Integer and Real; inclusive
    double maximum = 0;       ///< Integer and Real; inclusive
    QStringList choices;      ///< Choice: the stored words
    QString pattern;          ///< Text: a whole-match regular expression; empty allows any text
    QString unit;             ///< "px", "ppi", "s" …; may be empty
    QString atMinimum;        ///< translated; what a form says for `minimum` where that means something of its own
    QString label;            ///< translated, for a form
    QString tooltip;          ///< translated, one or two sentences
    QString group;            ///< translated heading in a form; may be empty
    QStringList choiceLabels; ///< translated, parallel to `choices`; empty shows the stored words
};

/// What the least value of an option can mean, for OptionSpec::atMinimum.
QString asItIsText();
QString automaticText();
QString noLimitText();
QString toTheEdgeText();
QString toTheEndText();

using OptionSchema = std::vector<OptionSpec>;

/// Puts options under one heading, and gives each the type of its default value: a text that has choices is one of them.
OptionSchema grouped(const QString &group, OptionSchema options);

/// Values for a whole schema: every key is there and in range.
class OptionValues
{
public:
    OptionValues() = default;
    explicit OptionValues(QVariantMap values) : m_values(std::move(values)) {}

    bool boolean(QStringView key) const { return at(key).toBool(); }
    qint64 integer(QStringView key) const { return at(key).toLongLong(); }
    double real(QStringView key) const { return at(key).toDouble(); }
    QString text(QStringView key) const { return at(key).toString(); }
    QStringList list(QStringView key) const { return at(key).toStringList(); }

    const QVariantMap &map() const { return m_values; }
    bool operator==(const OptionValues &) const = default;

private:
    QVariant at(QStringView key) const { return m_values.value(key.toString()); }

    QVariantMap m_values;
};

/// Reads one JSON value as `spec` wants it. The error is `invalid-option` and names `keyPath`.
Result<QVariant> readOption(const OptionSpec &spec, const QJsonValue &value, const QString &keyPath);

/// Reads the text of `--set KEY=VALUE` (numbers in C locale, `true`/`false`, lists as JSON array or one element).
Result<QVariant> readOptionText(const OptionSpec &spec, const QString &text, const QString &keyPath);

/// Defaults of `schema` overlaid with `values`. Unknown keys and values out of range are `invalid-option`, named
/// `pathPrefix` + key.
Result<OptionValues> completeOptions(const OptionSchema &schema, const QJsonObject &values, const QString &pathPrefix);

QLatin1StringView optionTypeName(OptionType type);

/// The schema as JSON, for `convoy-cli converters --json`.
QJsonArray schemaToJson(const OptionSchema &schema);

} // namespace convoy
