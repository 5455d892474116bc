// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/dicomfile.h"

#include <optional>

namespace convoy {

/// Stored values that mean "no measurement here" (PS3.3 C.7.5.1.1.2): both ends included.
struct PaddingRange {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool operator==(const PaddingRange &) const = default;
};

std::optional<PaddingRange> readPadding(DicomFile &file);

/// The same of floating-point pixels.
std::optional<ValueRange> readRealPadding(DicomFile &file);

} // namespace convoy
