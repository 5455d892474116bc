// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/rangereader.h"
#include "core/converters/converter.h"

namespace convoy {

struct AudioFile;

/// Decodes a whole FLAC file on as many threads as `context` allows, and returns what `factsOf` does for it.
Result<QVariantMap> readBackFlac(const RangeReader &reader, const AudioFile &file, const ConvertContext &context);

} // namespace convoy
