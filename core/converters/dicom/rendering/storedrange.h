// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/frames/padding.h"
#include "core/converters/dicom/frames/storedframe.h"

namespace convoy {

struct StoredRange {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool operator==(const StoredRange &) const = default;
};

/// The lowest and highest stored value of a grey frame, padding left out; std::nullopt where all of it is padding.
Result<std::optional<StoredRange>> storedRange(const StoredFrame &frame, const SampleFormat &format,
                                               const std::optional<PaddingRange> &padding);

} // namespace convoy
