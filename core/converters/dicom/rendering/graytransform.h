// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/sampleformat.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace convoy {

/// A Modality LUT or VOI LUT (PS3.3 C.11.1, C.11.2).
struct LookupTable {
    std::int64_t firstMapped = 0;
    int bits = 16;
    std::vector<std::uint16_t> entries; ///< never empty

    /// Values outside are those of the nearest entry.
    std::uint16_t at(std::int64_t input) const;
    bool operator==(const LookupTable &) const = default;
};

/// VOI LUT Function (PS3.3 C.11.2.1.2 and C.11.2.1.3).
enum class VoiFunction : std::uint8_t { Linear, LinearExact, Sigmoid };

struct Window {
    double centre = 0;
    double width = 1;
    VoiFunction function = VoiFunction::Linear;

    /// LINEAR needs a width of at least 1, the others one above 0.
    bool isValid() const { return function == VoiFunction::Linear ? width >= 1 : width > 0; }
    bool operator==(const Window &) const = default;
};

/// From stored words to what a screen shows: Modality LUT or rescale, then window or VOI LUT, then presentation.
struct GrayTransform {
    SampleFormat format;
    double slope = 1;
    double intercept = 0;
    std::optional<LookupTable> modality; ///< replaces slope and intercept
    std::variant<ValueRange, Window, LookupTable> display;
    bool inverted = false; ///< MONOCHROME1, or a Presentation LUT Shape of INVERSE

    double modalityValue(std::int64_t stored) const;
    /// 0 is black and 1 is white.
    double shown(std::int64_t stored) const;
    /// What the modality makes of the stored numbers from `low` to `high`.
    ValueRange modalityRange(std::int64_t low, std::int64_t high) const;
};

/// What each of the 2^bitsStored masked words becomes, rounded to `outputBits` (8 or 16). Only for bitsStored ≤ 16.
std::vector<std::uint16_t> grayTable(const GrayTransform &transform, int outputBits);

/// The same for one sample.
std::uint16_t grayLevel(const GrayTransform &transform, std::int64_t stored, int outputBits);

} // namespace convoy
