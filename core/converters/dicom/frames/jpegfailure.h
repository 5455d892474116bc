// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <csetjmp>
#include <cstdio>
#include <optional>

// Needs size_t and FILE before it.
#include <jpeglib.h>

namespace convoy {

/// libjpeg's errors leave by longjmp: what is in use then belongs to an object outside of the jump.
struct JpegFailure : jpeg_error_mgr {
    explicit JpegFailure(ErrorKind thrown);

    std::jmp_buf jump;
    std::optional<Error> error;
    ErrorKind kind; ///< of what libjpeg reports
};

} // namespace convoy
