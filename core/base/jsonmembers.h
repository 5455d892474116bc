// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QStringList>

namespace convoy {

/// Takes the members of one JSON object out by type. The first error stays, and what is left at the end is unknown.
class JsonMembers
{
public:
    /// Errors name `prefix` and the key.
    JsonMembers(QJsonObject object, QString prefix) : m_object(std::move(object)), m_prefix(std::move(prefix)) {}

    /// Of the format; there is only 1 so far.
    void version(QLatin1StringView key);
    /// `target` stays as it is where the member is not there.
    void text(QLatin1StringView key, QString &target, bool required = false);
    template <typename Number>
    void number(QLatin1StringView key, Number &target, double minimum, double maximum)
    {
        double value = double(target);
        number(key, value, {minimum, maximum}, std::is_integral_v<Number>);
        target = static_cast<Number>(value);
    }
    QStringList list(QLatin1StringView key);
    QJsonObject object(QLatin1StringView key);

    void fail(QLatin1StringView key, const QString &reason);
    /// The first error, or that of a key that nobody asked for.
    std::optional<Error> finish();

private:
    struct Range {
        double minimum;
        double maximum;
    };
    void number(QLatin1StringView key, double &target, const Range &range, bool isWhole);

    QJsonObject m_object;
    QString m_prefix;
    std::optional<Error> m_error;
};

} // namespace convoy
