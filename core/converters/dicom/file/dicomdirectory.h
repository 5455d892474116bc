// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

#include <optional>

namespace convoy {

/// What a DICOMDIR lists (PS3.3 F.3): the files with pictures, in the order of its records, as MediaInfo::contents.
/// std::nullopt for every other file.
Result<std::optional<MediaInfo>> probeDicomDirectory(const ConvertInput &input);

} // namespace convoy
