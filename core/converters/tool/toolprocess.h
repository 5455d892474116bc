// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace convoy {

enum class IoPriority : quint8 { Normal, Low, Idle };

/// One program with everything it needs to run.
struct ToolCall {
    QByteArrayList arguments;             ///< the first is the program, a path or looked for in PATH
    QByteArrayList environment;           ///< KEY=VALUE, added to this process's own
    QByteArray workingFolder;             ///< empty: this process's
    int stdinFd = -1;                     ///< -1: /dev/null
    std::chrono::milliseconds timeout{0}; ///< 0: none
    int nice = 0;                         ///< added to this process's own
    IoPriority ioPriority = IoPriority::Normal;
    std::function<Result<void>(QByteArrayView)> onStdout; ///< a failure stops the tool
    std::function<Result<void>(QByteArrayView)> onStderr;
    std::function<void()> onNews; ///< soon after something was said, at most five times a second
};

struct ToolExit {
    int code = 0;       ///< where signal is 0
    int signal = 0;     ///< that ended it
    int stragglers = 0; ///< processes that it left behind; they were killed
};

/// Runs a program to its end. No shell, no process left behind: what it has started ends with it. On `stop` and on
/// timeout it gets SIGTERM and two seconds later SIGKILL (`cancelled`, `timed-out`). `missing-tool` where there is no
/// such program. Only for a process that runs one tool at a time and has no other children.
Result<ToolExit> runTool(const ToolCall &call, const std::stop_token &stop);

} // namespace convoy
