// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/graytransform.h"

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

/// PS3.3 C.11.2.1.2.1, LINEAR.
double linear(const Window &window, double x)
{
    const double middle = window.centre - 0.5;
    const double span = window.width - 1;
    if (x <= middle - span / 2)
        return 0;
    if (x > middle + span / 2)
        return 1;
    return (x - middle) / span + 0.5;
}

/// PS3.3 C.11.2.1.3.2, LINEAR_EXACT.
double linearExact(const Window &window, double x)
{
    if (x <= window.centre - window.width / 2)
        return 0;
    if (x > window.centre + window.width / 2)
        return 1;
    return (x - window.centre) / window.width + 0.5;
}

/// PS3.3 C.11.2.1.3.1, SIGMOID.
double sigmoid(const Window &window, double x)
{
    return 1 / (1 + std::exp(-4 * (x - window.centre) / window.width));
}

double fraction(const Window &window, double x)
{
    switch (window.function) {
    case VoiFunction::Linear: return linear(window, x);
    case VoiFunction::LinearExact: return linearExact(window, x);
    case VoiFunction::Sigmoid: break;
    }
    return sigmoid(window, x);
}

double fraction(const ValueRange &range, double x)
{
    if (range.high <= range.low)
        return 0;
    return std::clamp((x - range.low) / (range.high - range.low), 0.0, 1.0);
}

double fraction(const LookupTable &table, double x)
{
    const double most = double((1U << table.bits) - 1U);
    return std::min(1.0, table.at(std::llround(x)) / most);
}

} // namespace

std::uint16_t LookupTable::at(std::int64_t input) const
{
    const auto last = std::int64_t(entries.size()) - 1;
    return entries[size_t(std::clamp<std::int64_t>(input - firstMapped, 0, last))];
}

double GrayTransform::modalityValue(std::int64_t stored) const
{
    return modality ? modality->at(stored) : double(stored) * slope + intercept;
}

double GrayTransform::shown(std::int64_t stored) const
{
    const double value = modalityValue(stored);
    const double level = std::visit([value](const auto &voi) { return fraction(voi, value); }, display);
    return inverted ? 1 - level : level;
}

ValueRange GrayTransform::modalityRange(std::int64_t low, std::int64_t high) const
{
    if (!modality)
        return {std::min(modalityValue(low), modalityValue(high)), std::max(modalityValue(low), modalityValue(high))};
    ValueRange range{modalityValue(low), modalityValue(low)};
    // What is outside of the table is as its ends are: there can be 2^32 of that.
    const auto last = modality->firstMapped + std::int64_t(modality->entries.size()) - 1;
    const std::int64_t end = std::clamp(high, std::min(low, last), std::max(low, last));
    for (std::int64_t stored = std::clamp(modality->firstMapped, low, high); stored <= end; ++stored) {
        range.low = std::min(range.low, modalityValue(stored));
        range.high = std::max(range.high, modalityValue(stored));
    }
    return range;
}

std::uint16_t grayLevel(const GrayTransform &transform, std::int64_t stored, int outputBits)
{
    const double most = outputBits == 16 ? 65535 : 255;
    return std::uint16_t(transform.shown(stored) * most + 0.5);
}

std::vector<std::uint16_t> grayTable(const GrayTransform &transform, int outputBits)
{
    SampleFormat masked = transform.format;
    masked.highBit = masked.bitsStored - 1;
    std::vector<std::uint16_t> table(size_t{1} << masked.bitsStored);
    for (std::uint32_t word = 0; word < table.size(); ++word)
        table[word] = grayLevel(transform, masked.value(word), outputBits);
    return table;
}

} // namespace convoy
