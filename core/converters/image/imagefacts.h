// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/pipeline/imagepipeline.h"

#include <QVariantMap>

namespace convoy {

/// What `checkFacts` has to find again: format, size, frames, and for lossless outputs a hash of the pixels.
QVariantMap factsOf(const MagickCore::Image *images, const PipelineSettings &settings);

/// Compares what was read back with the facts; verification-failed names the difference.
Result<void> checkFacts(const MagickCore::Image *images, QLatin1StringView formatId, const QVariantMap &facts);

} // namespace convoy
