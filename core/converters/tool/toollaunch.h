// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/converters/tool/toolprocess.h"

#include <sys/types.h>

namespace convoy {

struct Pipe {
    FileDescriptor read;
    FileDescriptor write;
};

Result<Pipe> makePipe();

/// Starts the call's program with its output going to `out` and `err`. `missing-tool` where there is none, `tool-failed`
/// where it cannot be run. It ends with this process, and has nothing of it open.
Result<pid_t> launchTool(const ToolCall &call, int out, int err);

} // namespace convoy
