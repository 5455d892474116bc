// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/overlays.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>

namespace convoy {

namespace {

// Groups 6000, 6002 … 601E (PS3.5 7.6).
constexpr Uint16 firstGroup = 0x6000;
constexpr Uint16 lastGroup = 0x601e;

bool readPlane(DcmItem &data, Uint16 group, Overlay &overlay)
{
    Uint16 rows = 0;
    Uint16 columns = 0;
    if (data.findAndGetUint16(DcmTagKey(group, 0x0010), rows).bad()
        || data.findAndGetUint16(DcmTagKey(group, 0x0011), columns).bad())
        return false;
    Sint16 top = 1;
    Sint16 left = 1;
    data.findAndGetSint16(DcmTagKey(group, 0x0050), top, 0);
    data.findAndGetSint16(DcmTagKey(group, 0x0050), left, 1);
    Sint32 frames = 1;
    data.findAndGetSint32(DcmTagKey(group, 0x0015), frames);
    Uint16 origin = 1;
    data.findAndGetUint16(DcmTagKey(group, 0x0051), origin);
    overlay.rows = rows;
    overlay.columns = columns;
    overlay.top = top - 1;
    overlay.left = left - 1;
    overlay.frames = std::max<Sint32>(1, frames);
    overlay.firstFrame = std::max(1, int{origin}) - 1;
    return rows > 0 && columns > 0;
}

bool readBits(DcmItem &data, Uint16 group, Overlay &overlay)
{
    DcmElement *element = nullptr;
    if (data.findAndGetElement(DcmTagKey(group, 0x3000), element).bad())
        return false;
    Uint8 *bytes = nullptr;
    Uint16 *words = nullptr;
    if (element->getVR() == EVR_OW || element->getUint8Array(bytes).bad()) {
        if (element->getUint16Array(words).bad())
            return false;
        bytes = reinterpret_cast<Uint8 *>(words);
    }
    if (!bytes)
        return false;
    overlay.bits.assign(bytes, bytes + element->getLength());
    return true;
}

/// Old files keep marks in bits of the samples that the picture does not use. Decoders of compressed ones drop them.
bool readSampleBit(DicomFile &file, Uint16 group, Overlay &overlay)
{
    const DicomHeader &header = file.header();
    Uint16 bit = 0;
    const SampleFormat &format = header.format;
    if (file.dataset().findAndGetUint16(DcmTagKey(group, 0x0102), bit).bad() || !header.isGray() || header.realBytes > 0
        || header.coding == PixelCoding::Jpeg || header.coding == PixelCoding::JpegLs
        || header.coding == PixelCoding::Jpeg2000 || bit >= format.bitsAllocated
        || (bit <= format.highBit && bit + format.bitsStored > format.highBit))
        return false;
    overlay.sampleBit = bit;
    return true;
}

} // namespace

bool Overlay::at(int frame, int row, int column) const
{
    const int y = row - top;
    const int x = column - left;
    const int plane = frames == 1 ? 0 : frame - firstFrame;
    if (y < 0 || y >= rows || x < 0 || x >= columns || plane < 0 || plane >= frames)
        return false;
    const size_t bit = (size_t(plane) * size_t(rows) + size_t(y)) * size_t(columns) + size_t(x);
    return bit / 8 < bits.size() && (bits[bit / 8] >> (bit % 8) & 1);
}

std::vector<Overlay> readOverlays(DicomFile &file)
{
    std::vector<Overlay> overlays;
    for (Uint16 group = firstGroup; group <= lastGroup; group += 2) {
        Overlay overlay;
        if (readPlane(file.dataset(), group, overlay)
            && (readBits(file.dataset(), group, overlay) || readSampleBit(file, group, overlay)))
            overlays.push_back(std::move(overlay));
    }
    return overlays;
}

} // namespace convoy
