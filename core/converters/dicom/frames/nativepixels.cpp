// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/nativepixels.h"

#include "core/converters/dicom/frames/padding.h"
#include "core/converters/dicom/frames/realpixels.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

namespace {

struct NativeText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FrameReader)
};

} // namespace

Error cutShort()
{
    return {ErrorKind::DamagedInput, NativeText::tr("The file is cut short: a part of the picture is missing.")};
}

StoredFrame::Layout nativeLayout(const DicomHeader &header)
{
    StoredFrame::Layout native = StoredFrame::Layout::decoded(header);
    native.bits = header.format.bitsAllocated == 1;
    native.halved = header.isHalved();
    if (native.halved)
        native.planar = false;
    return native;
}

Result<NativePixels> NativePixels::make(DicomFile &file)
{
    NativePixels pixels(file);
    const auto result = pixels.prepare();
    return result ? Result<NativePixels>(std::move(pixels)) : result.error();
}

Result<StoredFrame> NativePixels::read(int frame) const
{
    return m_file->header().realBytes > 0 ? readRealFrame(frameAs(frame, realLayout()), m_file->realRange())
                                          : frameAs(frame, nativeLayout(m_file->header()));
}

Result<void> NativePixels::prepare()
{
    const DicomHeader &header = m_file->header();
    m_frames = header.frames;
    const qint64 needed = (header.storedFrameBits() * header.frames + 7) / 8;
    qint64 available = m_file->pixelLength();
    if (m_file->pixelOffset() >= 0)
        available = std::min(available, m_file->source().size - m_file->pixelOffset());
    if (available < needed && !m_file->source().salvage)
        return cutShort();
    if (available < needed)
        m_frames = int(
            std::clamp<qint64>((available * 8 + header.storedFrameBits() - 1) / header.storedFrameBits(), 1, header.frames));
    if (m_file->pixelOffset() < 0) {
        if (const auto result = findMemory(); !result)
            return result;
    }
    return header.realBytes > 0 ? findRealRange() : Result<void>();
}

Result<void> NativePixels::findMemory()
{
    DcmElement *element = nullptr;
    if (m_file->dataset().findAndGetElement(m_file->pixelTag(), element).bad())
        return cutShort();
    Uint8 *bytes = nullptr;
    Uint16 *words = nullptr;
    Float32 *reals = nullptr;
    Float64 *doubles = nullptr;
    if (element->getVR() == EVR_OF && element->getFloat32Array(reals).good())
        bytes = reinterpret_cast<Uint8 *>(reals);
    else if (element->getVR() == EVR_OD && element->getFloat64Array(doubles).good())
        bytes = reinterpret_cast<Uint8 *>(doubles);
    else if (element->getVR() == EVR_OW || element->getUint8Array(bytes).bad())
        bytes = element->getUint16Array(words).good() ? reinterpret_cast<Uint8 *>(words) : nullptr;
    if (!bytes)
        return cutShort();
    m_memory = {bytes, element->getLength()};
    turnWords(element->getVR() == EVR_OW ? 2 : 1);
    return {};
}

/// DCMTK has turned round words of `unit` bytes of a big-endian file; samples may be wider.
void NativePixels::turnWords(size_t unit)
{
    const auto width = size_t(m_file->header().bytesPerSample());
    if (!m_file->header().bigEndian || m_file->header().realBytes > 0 || width <= unit)
        return;
    m_turned.assign(m_memory.begin(), m_memory.end());
    for (size_t at = 0; at + width <= m_turned.size(); at += width) {
        for (size_t from = 0; from < width; from += unit)
            std::copy_n(&m_memory[at + from], unit, &m_turned[at + width - unit - from]);
    }
    m_memory = m_turned;
}

StoredFrame::Layout NativePixels::realLayout() const
{
    StoredFrame::Layout real = StoredFrame::Layout::decoded(m_file->header());
    real.bytesPerSample = m_file->header().realBytes;
    return real;
}

Result<void> NativePixels::findRealRange()
{
    RealRange range(readRealPadding(*m_file));
    for (int frame = 0; frame < m_frames; ++frame) {
        if (const auto result = range.add(frameAs(frame, realLayout())); !result)
            return result;
    }
    m_file->setRealRange(range.values());
    return {};
}

StoredFrame NativePixels::frameAs(int frame, const StoredFrame::Layout &layout) const
{
    const qint64 bitOffset = m_file->header().storedFrameBits() * frame;
    if (m_file->pixelOffset() < 0)
        return StoredFrame(layout, m_memory, bitOffset);
    const int word = std::max(layout.bytesPerSample, m_file->pixelWords() ? 2 : 1);
    const qint64 end = std::min(m_file->source().size, m_file->pixelOffset() + m_file->pixelLength());
    return StoredFrame(layout,
                       StoredFrame::InFile{m_file->source().fd, m_file->pixelOffset(), bitOffset, end,
                                           m_file->header().bigEndian && word > 1 ? word : 0});
}

} // namespace convoy
