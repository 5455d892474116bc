// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/framereader.h"

#include "core/converters/dicom/frames/jpeg2000.h"
#include "core/converters/dicom/frames/jpegframe.h"
#include "core/converters/dicom/frames/jpegheader.h"
#include "core/converters/dicom/frames/rle.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>

#include <QCoreApplication>

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace convoy {

namespace {

struct ReaderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FrameReader)
};

Error damagedPicture(const QString &detail)
{
    return {ErrorKind::DamagedInput, ReaderText::tr("The picture is damaged."), detail};
}

void lowerSamples(std::vector<std::uint8_t> &samples, int bytes, int bits)
{
    if (bytes == 1) {
        for (std::uint8_t &sample : samples)
            sample = std::uint8_t(sample >> bits);
        return;
    }
    for (size_t at = 0; at + 2 <= samples.size(); at += 2) {
        std::uint16_t sample = 0;
        std::memcpy(&sample, samples.data() + at, sizeof sample);
        sample = std::uint16_t(sample >> bits);
        std::memcpy(samples.data() + at, &sample, sizeof sample);
    }
}

} // namespace

Result<FrameReader> FrameReader::make(DicomFile &file)
{
    if (file.isTruncated() && !file.source().salvage)
        return cutShort();
    FrameReader reader(file);
    if (file.header().coding != PixelCoding::Native) {
        const auto result = reader.prepareFragments();
        return result ? Result<FrameReader>(std::move(reader)) : result.error();
    }
    auto native = NativePixels::make(file);
    if (!native)
        return native.error();
    reader.m_frames = native->frames();
    reader.m_native = std::move(*native);
    return reader;
}

Result<void> FrameReader::prepareFragments()
{
    auto table = FragmentTable::make(*m_file);
    if (!table)
        return table.error();
    m_frames = std::min(table->frames(), m_file->header().frames);
    m_fragments = std::move(*table);
    if (m_frames < m_file->header().frames && !m_file->source().salvage)
        return cutShort();
    return {};
}

Result<StoredFrame> FrameReader::read(int frame, int threads)
{
    auto stored = decode(frame, threads);
    // One that is lost in the middle must not cost the others, or their numbers; the first has to be there.
    if (stored || frame == 0 || !m_file->source().salvage || stored.error().kind != ErrorKind::DamagedInput)
        return stored;
    m_salvaged = true;
    StoredFrame::Layout black = StoredFrame::Layout::decoded(m_file->header());
    black.planar = false;
    black.colour = black.samples > 1 ? ColourModel::Rgb : black.colour;
    return StoredFrame(black, std::vector<std::uint8_t>(black.frameBytes()));
}

Result<StoredFrame> FrameReader::decode(int frame, int threads)
{
    switch (m_file->header().coding) {
    case PixelCoding::Native: return m_native->read(frame);
    case PixelCoding::Deflated: return readDeflated(frame);
    case PixelCoding::Rle: return readRle(frame);
    case PixelCoding::Jpeg2000: return readJpeg2000(frame, threads);
    case PixelCoding::Jpeg:
    case PixelCoding::JpegLs:
    case PixelCoding::Unsupported: break;
    }
    return readByDcmtk(frame);
}

/// Each frame is a DEFLATE stream of its own (PS3.5 A.4.12), padded to an even length.
Result<StoredFrame> FrameReader::readDeflated(int frame)
{
    std::vector<std::uint8_t> joined;
    const auto data = m_fragments->bytes(frame, joined);
    if (!data)
        return data.error();
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflate(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    std::vector<std::uint8_t> out(size_t((m_file->header().storedFrameBits() + 7) / 8));
    size_t got = 0;
    const libdeflate_result result = libdeflate_deflate_decompress_ex(inflate.get(), data->data(), data->size(), out.data(),
                                                                      out.size(), nullptr, &got);
    m_fragments->release(frame);
    if (result != LIBDEFLATE_SUCCESS || got != out.size())
        return damagedPicture(QStringLiteral("inflate"));
    return StoredFrame(nativeLayout(m_file->header()), std::move(out));
}

Result<StoredFrame> FrameReader::readRle(int frame)
{
    StoredFrame::Layout packed = StoredFrame::Layout::decoded(m_file->header());
    packed.planar = false; // decodeRle interleaves
    std::vector<std::uint8_t> joined;
    const auto data = m_fragments->bytes(frame, joined);
    if (!data)
        return data.error();
    std::vector<std::uint8_t> out(packed.frameBytes());
    const RleLayout rle{size_t(packed.width) * size_t(packed.height), packed.samples, packed.bytesPerSample};
    const RleResult result = decodeRle(*data, rle, out.data());
    m_fragments->release(frame);
    if (!result.readable || (!result.complete && !m_file->source().salvage))
        return damagedPicture(QStringLiteral("RLE"));
    m_salvaged |= !result.complete;
    return StoredFrame(packed, std::move(out));
}

Result<StoredFrame> FrameReader::readJpeg2000(int frame, int threads)
{
    StoredFrame::Layout packed = StoredFrame::Layout::decoded(m_file->header());
    packed.planar = false;
    // The codestream undoes its own colour transform.
    if (packed.colour == ColourModel::YbrIct || packed.colour == ColourModel::YbrRct)
        packed.colour = ColourModel::Rgb;
    if (packed.colour == ColourModel::YbrFull422)
        packed.colour = ColourModel::YbrFull;
    std::vector<std::uint8_t> joined;
    const auto data = m_fragments->bytes(frame, joined);
    if (!data)
        return data.error();
    std::vector<std::uint8_t> out(packed.frameBytes());
    Jpeg2000Layout jpeg{.width = packed.width,
                        .height = packed.height,
                        .samples = packed.samples,
                        .bytesPerSample = packed.bytesPerSample,
                        .isSigned = m_file->header().format.isSigned,
                        .salvage = false,
                        .threads = threads};
    auto decoded = decodeJpeg2000(*data, jpeg, out.data());
    if (!decoded && m_file->source().salvage) {
        jpeg.salvage = true;
        m_salvaged = true;
        decoded = decodeJpeg2000(*data, jpeg, out.data());
    }
    m_fragments->release(frame);
    if (!decoded)
        return decoded.error();
    return StoredFrame(packed, std::move(out));
}

/// Not by DCMTK, which takes damaged data for good, and is slower.
Result<StoredFrame> FrameReader::readJpeg(int frame, std::span<const std::uint8_t> data, const JpegHeader &jpeg)
{
    StoredFrame::Layout unpacked = StoredFrame::Layout::decoded(m_file->header());
    unpacked.bytesPerSample = 1;
    unpacked.planar = false;
    unpacked.colour = decodedColour(jpeg, {});
    std::vector<std::uint8_t> out(unpacked.frameBytes());
    const JpegFrameLayout expected{unpacked.width, unpacked.height, unpacked.samples, m_file->source().salvage};
    const auto whole = decodeJpegFrame(data, expected, out.data());
    m_fragments->release(frame);
    if (!whole)
        return whole.error();
    m_salvaged |= !*whole;
    return StoredFrame(unpacked, std::move(out));
}

/// Which colours DCMTK has given; of JPEG, it leaves them as they are.
ColourModel FrameReader::decodedColour(const JpegHeader &jpeg, const QByteArray &said) const
{
    const DicomHeader &header = m_file->header();
    if (header.samples == 1)
        return header.colour;
    ColourModel model = header.colour;
    if (header.coding == PixelCoding::JpegLs && colourModelOf(said) != ColourModel::Other)
        model = colourModelOf(said);
    // Where the file's header and the stream disagree, the stream's maker knew. Lossless ones note JFIF whatever they hold.
    if (header.coding == PixelCoding::Jpeg && !jpeg.lossless && jpeg.ybr)
        model = *jpeg.ybr ? ColourModel::YbrFull : ColourModel::Rgb;
    return model == ColourModel::Rgb ? model : ColourModel::YbrFull; // chroma is as wide as luma now
}

Result<StoredFrame> FrameReader::readByDcmtk(int frame)
{
    const DicomHeader &header = m_file->header();
    StoredFrame::Layout unpacked = StoredFrame::Layout::decoded(m_file->header());
    std::vector<std::uint8_t> joined;
    const auto data = m_fragments->bytes(frame, joined);
    if (!data)
        return data.error();
    const auto jpeg = readJpegHeader(*data);
    if (!jpeg)
        return damagedPicture(QStringLiteral("no JPEG header"));
    if (jpeg->width != header.width || (jpeg->height != 0 && jpeg->height != header.height)
        || jpeg->components != header.samples)
        return damagedPicture(QStringLiteral("the JPEG stream has another size"));
    if (jpeg->precision > header.format.bitsAllocated)
        return damagedPicture(QStringLiteral("the JPEG stream has more bits"));
    if (header.coding == PixelCoding::Jpeg && jpeg->byBlocks && jpeg->precision == 8 && jpeg->height > 0)
        return readJpeg(frame, *data, *jpeg);
    if (header.coding == PixelCoding::Jpeg)
        unpacked.bytesPerSample = jpeg->precision > 8 ? 2 : 1;
    // DCMTK wants room for samples as wide as the header says, and an even number of bytes.
    const auto wide = size_t(std::max(1, header.bytesPerSample() / unpacked.bytesPerSample));
    std::vector<std::uint8_t> out(unpacked.frameBytes() * wide + 2);
    DcmElement *element = nullptr;
    m_file->dataset().findAndGetElement(DCM_PixelData, element);
    auto *const pixels = dynamic_cast<DcmPixelData *>(element);
    if (out.size() > UINT32_MAX || !pixels)
        return damagedPicture(QStringLiteral("too large"));
    if (unpacked.samples > 1 && !m_file->dataset().tagExists(DCM_PlanarConfiguration))
        m_file->dataset().putAndInsertUint16(DCM_PlanarConfiguration, 0);
    Uint32 fragment = m_fragments->firstItem(frame);
    OFString colour;
    const OFCondition status = pixels->getUncompressedFrame(&m_file->dataset(), Uint32(frame), fragment, out.data(),
                                                            Uint32(out.size() & ~size_t{1}), colour);
    if (status.bad())
        return damagedPicture(QString::fromLatin1(status.text()));
    unpacked.colour = decodedColour(*jpeg, QByteArray(colour.c_str()).trimmed());
    out.resize(unpacked.frameBytes());
    Uint16 highBit = 0;
    // Some encoders keep the samples in their places; who reads them finds them at the lowest bit.
    if (m_file->dataset().findAndGetUint16(DCM_HighBit, highBit).good() && jpeg->precision > highBit
        && highBit >= header.format.bitsStored)
        lowerSamples(out, unpacked.bytesPerSample, highBit + 1 - header.format.bitsStored);
    return StoredFrame(unpacked, std::move(out));
}

} // namespace convoy
