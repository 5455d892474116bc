// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstring>

namespace convoy {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Error)
};

// In the order of ErrorKind.
constexpr std::array kindNames{
    QLatin1StringView("unsupported-format"), QLatin1StringView("unreadable-input"),    QLatin1StringView("damaged-input"),
    QLatin1StringView("limit-exceeded"),     QLatin1StringView("output-exists"),       QLatin1StringView("no-space"),
    QLatin1StringView("output-unwritable"),  QLatin1StringView("invalid-option"),      QLatin1StringView("missing-tool"),
    QLatin1StringView("tool-failed"),        QLatin1StringView("worker-crashed"),      QLatin1StringView("timed-out"),
    QLatin1StringView("out-of-memory"),      QLatin1StringView("verification-failed"), QLatin1StringView("cancelled"),
    QLatin1StringView("internal"),
};
static_assert(kindNames.size() == static_cast<size_t>(ErrorKind::Internal) + 1);

} // namespace

QLatin1StringView errorKindName(ErrorKind kind)
{
    return kindNames.at(static_cast<size_t>(kind));
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (kindNames[i] == name)
            return static_cast<ErrorKind>(i);
    }
    return std::nullopt;
}

Error systemError(int errnoValue, ErrorKind fallback, const QString &message)
{
    ErrorKind kind = fallback;
    if (errnoValue == ENOSPC || errnoValue == EDQUOT)
        kind = ErrorKind::NoSpace;
    else if (errnoValue == ENOMEM)
        kind = ErrorKind::OutOfMemory;
    return {kind, message, QString::fromLocal8Bit(std::strerror(errnoValue))};
}

Error unreadableFile(int errnoValue)
{
    return systemError(errnoValue, ErrorKind::UnreadableInput, ErrorText::tr("This file cannot be read."));
}

Error invalidOption(const QString &message)
{
    return {ErrorKind::InvalidOption, message};
}

Error invalidOption(const QString &key, const QString &reason)
{
    return invalidOption(key + QLatin1StringView(": ") + reason);
}

Error cancelledError()
{
    return {ErrorKind::Cancelled, ErrorText::tr("Cancelled.")};
}

} // namespace convoy
