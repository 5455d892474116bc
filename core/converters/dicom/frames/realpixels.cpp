// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/realpixels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace convoy {

namespace {

constexpr int realRowsAtOnce = 32;
constexpr double mostStored = 4294967295.0;

template <typename Real>
double real(const std::uint8_t *bytes)
{
    Real value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

/// Calls `take` with every sample.
template <typename Take>
Result<void> forSamples(const StoredFrame &frame, Take take)
{
    const StoredFrame::Layout &layout = frame.layout();
    std::vector<std::uint8_t> scratch;
    for (int y = 0; y < layout.height; y += realRowsAtOnce) {
        const int count = std::min(realRowsAtOnce, layout.height - y);
        const auto rows = frame.rows(0, y, count, scratch);
        if (!rows)
            return rows.error();
        const auto bytes = size_t(layout.bytesPerSample);
        const size_t samples = size_t(count) * size_t(layout.width);
        for (size_t i = 0; i < samples; ++i)
            take(bytes == 4 ? real<float>(*rows + i * bytes) : real<double>(*rows + i * bytes));
    }
    return {};
}

} // namespace

Result<void> RealRange::add(const StoredFrame &frame)
{
    return forSamples(frame, [this](double value) {
        if (!std::isfinite(value) || (m_padding && value >= m_padding->low && value <= m_padding->high))
            return;
        m_low = std::min(m_low, value);
        m_high = std::max(m_high, value);
    });
}

Result<StoredFrame> readRealFrame(const StoredFrame &frame, const ValueRange &range)
{
    StoredFrame::Layout layout = frame.layout();
    layout.bytesPerSample = 4;
    std::vector<std::uint8_t> out(layout.frameBytes());
    const double unit = range.high > range.low ? mostStored / (range.high - range.low) : 0;
    std::uint8_t *to = out.data();
    const auto result = forSamples(frame, [&](double value) {
        // What is no number becomes the lowest one.
        const double place = (value - range.low) * unit;
        const auto stored = std::uint32_t(place >= 0 ? std::min(place + 0.5, mostStored) : 0);
        std::memcpy(to, &stored, sizeof stored);
        to += sizeof stored;
    });
    return result ? Result<StoredFrame>(StoredFrame(layout, std::move(out))) : Result<StoredFrame>(result.error());
}

} // namespace convoy
