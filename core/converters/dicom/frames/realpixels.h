// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/frames/storedframe.h"

#include <limits>
#include <optional>

namespace convoy {

/// Finds the lowest and the highest of floating-point samples. Infinite ones and those that are no number do not count.
class RealRange
{
public:
    /// Values of `padding` do not count.
    explicit RealRange(const std::optional<ValueRange> &padding) : m_padding(padding) {}

    Result<void> add(const StoredFrame &frame);

    /// 0 … 0 where no sample counts.
    ValueRange values() const { return m_low <= m_high ? ValueRange{m_low, m_high} : ValueRange(); }

private:
    std::optional<ValueRange> m_padding;
    double m_low = std::numeric_limits<double>::max();
    double m_high = std::numeric_limits<double>::lowest();
};

/// Floating-point samples as 32-bit integers: 0 is `range.low`, and the highest number `range.high`.
Result<StoredFrame> readRealFrame(const StoredFrame &frame, const ValueRange &range);

} // namespace convoy
