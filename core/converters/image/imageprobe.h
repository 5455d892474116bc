// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// What a picture file says of itself; no pixel is decoded.
Result<MediaInfo> probeImage(const ConvertInput &input);

} // namespace convoy
