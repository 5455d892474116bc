// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

namespace convoy {

/// The refusal of files that are protected against copying.
Error protectedAgainstCopying();

/// Whether the header of a file says that it is.
bool isProtected(const AVFormatContext *context);
/// Whether one of the next packets is encrypted; reads some.
bool comesEncrypted(AVFormatContext *context);
bool isEncrypted(const AVPacket *packet);

} // namespace convoy
