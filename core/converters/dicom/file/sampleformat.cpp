// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/sampleformat.h"

namespace convoy {

std::int64_t SampleFormat::value(std::uint32_t word) const
{
    const std::uint64_t mask = (std::uint64_t{1} << bitsStored) - 1;
    const std::uint64_t bits = (word >> (highBit + 1 - bitsStored)) & mask;
    const std::uint64_t sign = std::uint64_t{1} << (bitsStored - 1);
    if (isSigned && (bits & sign))
        return std::int64_t(bits) - std::int64_t(mask) - 1;
    return std::int64_t(bits);
}

} // namespace convoy
