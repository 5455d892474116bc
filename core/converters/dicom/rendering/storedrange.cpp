// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/storedrange.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace convoy {

namespace {

constexpr size_t chunkToSearch = size_t{64} << 10;

/// In 32-bit arithmetic, where compilers make vectors of the loop: for at most 16 bits stored.
template <typename Sample>
void widen(const std::uint8_t *samples, size_t count, const SampleFormat &format, const PaddingRange &padding,
           StoredRange &range)
{
    const int up = 31 - format.highBit;
    const int down = 32 - format.bitsStored;
    const auto paddingLow = static_cast<std::int32_t>(padding.low);
    const auto paddingHigh = static_cast<std::int32_t>(padding.high);
    std::int32_t low = std::numeric_limits<std::int32_t>::max();
    std::int32_t high = std::numeric_limits<std::int32_t>::min();
    for (size_t i = 0; i < count; ++i) {
        Sample sample;
        std::memcpy(&sample, samples + i * sizeof sample, sizeof sample);
        const std::uint32_t word = std::uint32_t(sample) << up;
        const auto value = format.isSigned ? static_cast<std::int32_t>(word) >> down
                                           : static_cast<std::int32_t>(word >> down);
        const bool isPadding = value >= paddingLow && value <= paddingHigh;
        low = isPadding ? low : std::min(low, value);
        high = isPadding ? high : std::max(high, value);
    }
    if (low <= high) {
        range.low = std::min<std::int64_t>(range.low, low);
        range.high = std::max<std::int64_t>(range.high, high);
    }
}

void widenWide(const std::uint8_t *samples, size_t count, const SampleFormat &format, const PaddingRange &padding,
               StoredRange &range)
{
    for (size_t i = 0; i < count; ++i) {
        std::uint32_t word;
        std::memcpy(&word, samples + i * sizeof word, sizeof word);
        const std::int64_t value = format.value(word);
        if (value >= padding.low && value <= padding.high)
            continue;
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    }
}

} // namespace

Result<std::optional<StoredRange>> storedRange(const StoredFrame &frame, const SampleFormat &format,
                                               const std::optional<PaddingRange> &padding)
{
    // An empty range where there is no padding value.
    const PaddingRange skipped = padding.value_or(PaddingRange{1, 0});
    StoredRange range{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    const StoredFrame::Layout &layout = frame.layout();
    std::vector<std::uint8_t> scratch;
    const int chunk = int(std::clamp<size_t>(chunkToSearch / std::max<size_t>(1, layout.rowBytes()), 1, 4096));
    for (int row = 0; row < layout.height; row += chunk) {
        const int now = std::min(chunk, layout.height - row);
        const auto samples = frame.rows(0, row, now, scratch);
        if (!samples)
            return samples.error();
        const size_t count = size_t(now) * size_t(layout.width);
        if (layout.bytesPerSample == 4)
            widenWide(*samples, count, format, skipped, range);
        else if (layout.bytesPerSample == 2)
            widen<std::uint16_t>(*samples, count, format, skipped, range);
        else
            widen<std::uint8_t>(*samples, count, format, skipped, range);
    }
    return range.low > range.high ? std::optional<StoredRange>() : std::optional(range);
}

} // namespace convoy
