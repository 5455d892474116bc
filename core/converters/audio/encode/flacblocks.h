// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/audiofile.h"
#include "core/converters/option.h"

namespace convoy {

/// APPLICATION blocks "riff" or "aiff" with everything of a WAV or AIFF file but its samples, as `flac
/// --keep-foreign-metadata` has them; none where `keep_foreign` does not ask for it or it makes no sense. Chunks beyond 16
/// MiB get a sentence in `warnings`.
QList<QByteArray> foreignBlocks(const RangeReader &reader, const OptionValues &options, const AudioFile &file,
                                QStringList &warnings);

} // namespace convoy
