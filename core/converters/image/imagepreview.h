// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// The first frame (or the one at PreviewRequest::position), upright, in sRGB; after every option but the resizing where
/// asked.
Result<PreviewPicture> previewImage(const PreviewRequest &request, const ConvertContext &context);

} // namespace convoy
