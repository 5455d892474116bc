// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/samplesource.h"
#include "core/converters/converter.h"

namespace convoy {

/// The "extension" of a conversion that writes nothing: its report says what the samples are.
inline constexpr QLatin1StringView factsExtension("facts");

/// Reads every sample. Columns: those of Measure, "md5", "samples", "rate", "channels", "bits", and "seconds", a CRC-32
/// (4 bytes, little-endian) of each second, by which two sounds that differ are told apart in time.
Result<ConvertReport> reportTrack(SampleSource &source, const AudioTags &tags, const OptionValues &options,
                                  const ConvertContext &context);

} // namespace convoy
