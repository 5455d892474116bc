// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonmembers.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

struct JsonMembersText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JsonMembers)
};

} // namespace

void JsonMembers::version(QLatin1StringView key)
{
    if (m_object.take(key) != 1)
        fail(key, JsonMembersText::tr("version 1 is needed"));
}

void JsonMembers::text(QLatin1StringView key, QString &target, bool required)
{
    const QJsonValue value = m_object.take(key);
    if (value.isString())
        target = value.toString();
    else if (!value.isUndefined() || required)
        fail(key, value.isUndefined() ? JsonMembersText::tr("is missing") : JsonMembersText::tr("a text is needed"));
}

void JsonMembers::number(QLatin1StringView key, double &target, const Range &range, bool isWhole)
{
    const QJsonValue value = m_object.take(key);
    if (value.isUndefined())
        return;
    const double given = value.toDouble();
    if (!value.isDouble() || given < range.minimum || given > range.maximum)
        fail(key, JsonMembersText::tr("a number from %1 to %2 is needed").arg(range.minimum).arg(range.maximum, 0, 'g', 10));
    else if (isWhole && given != std::floor(given))
        fail(key, JsonMembersText::tr("a whole number is needed"));
    else
        target = given;
}

QStringList JsonMembers::list(QLatin1StringView key)
{
    const QJsonValue value = m_object.take(key);
    const QJsonArray array = value.toArray();
    if ((!value.isArray() && !value.isUndefined())
        || std::any_of(array.begin(), array.end(), [](const QJsonValue &element) { return !element.isString(); }))
        fail(key, JsonMembersText::tr("a list of texts is needed"));
    QStringList texts;
    for (const QJsonValue &element : array)
        texts.append(element.toString());
    return texts;
}

QJsonObject JsonMembers::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.take(key);
    if (!value.isObject() && !value.isUndefined())
        fail(key, JsonMembersText::tr("an object is needed"));
    return value.toObject();
}

void JsonMembers::fail(QLatin1StringView key, const QString &reason)
{
    if (!m_error)
        m_error = invalidOption(m_prefix + key, reason);
}

std::optional<Error> JsonMembers::finish()
{
    if (!m_error && !m_object.isEmpty())
        m_error = invalidOption(m_prefix + m_object.constBegin().key(), JsonMembersText::tr("there is no such key"));
    return m_error;
}

} // namespace convoy
