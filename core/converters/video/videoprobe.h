// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// What a video is, by its headers.
Result<MediaInfo> probeVideo(const ConvertInput &input);

/// A frame near `request.position`: the one at that time where it can be reached quickly, else the key frame before.
Result<PreviewPicture> previewVideo(const PreviewRequest &request, const ConvertContext &context);

} // namespace convoy
