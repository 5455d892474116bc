// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace convoy {

/// Why something failed. The kind drives behaviour (retry, colour, exit status); nothing ever parses a message.
/// The names are the contract's (`errorKindName`), in JSON events, reports and the journal.
enum class ErrorKind : quint8 {
    UnsupportedFormat,
    UnreadableInput,
    DamagedInput,
    LimitExceeded,
    OutputExists,
    NoSpace,
    OutputUnwritable,
    InvalidOption,
    MissingTool,
    ToolFailed,
    WorkerCrashed,
    TimedOut,
    OutOfMemory,
    VerificationFailed,
    Cancelled,
    Internal,
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< one translated sentence for a person
    QString detail;  ///< what the codec, tool or system said; may be empty

    bool operator==(const Error &) const = default;
};

QLatin1StringView errorKindName(ErrorKind kind);
std::optional<ErrorKind> errorKindFromName(QStringView name);

/// The `Error` for a failed system call: `errnoValue` chooses no-space or permission kinds, else `fallback` is used.
Error systemError(int errnoValue, ErrorKind fallback, const QString &message);

/// For a source that the system does not let us read.
Error unreadableFile(int errnoValue);

/// For an option or operand that cannot be meant; the message says which and why.
Error invalidOption(const QString &message);
/// The same, with the option's key in front of what is wrong with it.
Error invalidOption(const QString &key, const QString &reason);

/// For work that was asked to stop.
Error cancelledError();

} // namespace convoy
