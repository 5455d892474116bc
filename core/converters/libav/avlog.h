// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace convoy {

/// Sends libav's messages to a short list in memory instead of stderr. The list is the process's, as libav's callback
/// is; a worker child runs one job, so it holds that job's lines. Starts no thread.
void collectAvLog();

/// The last error lines that libav wrote since the previous call, and forgets them. Callable from any thread.
QString takeAvLog();

/// An Error whose detail is libav's text for `code` and its last log lines.
Error avFailure(ErrorKind kind, const QString &message, int code);

} // namespace convoy
