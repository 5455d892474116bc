// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/padding.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>

namespace convoy {

namespace {

std::optional<std::int64_t> integer(DicomFile &file, const DcmTagKey &key)
{
    const bool isSigned = file.header().format.isSigned;
    Uint16 word = 0;
    Sint16 asSigned = 0;
    if (file.dataset().findAndGetUint16(key, word).good())
        return isSigned ? std::int64_t{Sint16(word)} : std::int64_t{word};
    if (file.dataset().findAndGetSint16(key, asSigned).good())
        return isSigned ? std::int64_t{asSigned} : std::int64_t{Uint16(asSigned)};
    return std::nullopt;
}

std::optional<double> real(DicomFile &file, const DcmTagKey &single, const DcmTagKey &twice)
{
    Float32 value = 0;
    Float64 longValue = 0;
    if (file.header().realBytes == 4 && file.dataset().findAndGetFloat32(single, value).good())
        return double{value};
    if (file.header().realBytes == 8 && file.dataset().findAndGetFloat64(twice, longValue).good())
        return longValue;
    return std::nullopt;
}

} // namespace

std::optional<PaddingRange> readPadding(DicomFile &file)
{
    const auto first = integer(file, DCM_PixelPaddingValue);
    if (!first)
        return std::nullopt;
    const auto last = integer(file, DCM_PixelPaddingRangeLimit).value_or(*first);
    return PaddingRange{std::min(*first, last), std::max(*first, last)};
}

std::optional<ValueRange> readRealPadding(DicomFile &file)
{
    const auto first = real(file, DCM_FloatPixelPaddingValue, DCM_DoubleFloatPixelPaddingValue);
    if (!first)
        return std::nullopt;
    const auto last = real(file, DCM_FloatPixelPaddingRangeLimit, DCM_DoubleFloatPixelPaddingRangeLimit).value_or(*first);
    return ValueRange{std::min(*first, last), std::max(*first, last)};
}

} // namespace convoy
