// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/bandcoder.h"

#include "core/converters/png/huffmandeflate.h"
#include "core/converters/png/pngtrials.h"

#include <QCoreApplication>

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <memory>

namespace convoy {

namespace {

struct BandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::PngWriter)
};

using Bytes = std::vector<std::uint8_t>;

Error outOfMemory()
{
    return {ErrorKind::OutOfMemory, BandText::tr("There is not enough memory to compress the picture.")};
}

/// The whole picture in one call: faster and smaller than zlib, but it cannot go on where it stopped.
Result<void> compressWhole(const Bytes &data, int level, Bytes &out)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    if (!compressor)
        return outOfMemory();
    out.resize(libdeflate_zlib_compress_bound(compressor.get(), data.size()));
    out.resize(libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size()));
    return {};
}

/// Blocks that end on a byte boundary, for joining, or the end of the stream.
Result<void> compressBand(const PngPicture &picture, const Bytes &data, const PngStrategy &strategy, bool closes, Bytes &out)
{
    z_stream stream{};
    if (deflateInit2(&stream, std::min(strategy.level, Z_BEST_COMPRESSION), Z_DEFLATED, -MAX_WBITS, 9,
                     strategy.coder == PngCoder::Photo ? zlibStrategy(picture) : Z_DEFAULT_STRATEGY)
        != Z_OK)
        return outOfMemory();
    const std::unique_ptr<z_stream, decltype(&deflateEnd)> end(&stream, &deflateEnd);
    const size_t before = out.size();
    out.resize(before + deflateBound(&stream, data.size()) + 16);
    stream.next_in = const_cast<Bytef *>(data.data());
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = out.data() + before;
    stream.avail_out = static_cast<uInt>(out.size() - before);
    if (deflate(&stream, closes ? Z_FINISH : Z_SYNC_FLUSH) != (closes ? Z_STREAM_END : Z_OK) || stream.avail_in > 0)
        return Error{ErrorKind::Internal, BandText::tr("The picture could not be compressed.")};
    out.resize(out.size() - stream.avail_out);
    return {};
}

} // namespace

Result<void> encodeBand(const PngPicture &picture, const PngRows &rows, Band &band)
{
    BandBuffers &buffers = band.buffers;
    if (const auto result = renderRows(picture, rows, band.first, band.count, buffers.raw); !result)
        return result;
    buffers.filtered.resize(size_t(band.count) * (picture.rowBytes() + 1));
    filterRows(picture, band.strategy.filter, {buffers.raw.data(), band.count}, buffers.filtered.data());
    band.adler = libdeflate_adler32(1, buffers.filtered.data(), buffers.filtered.size());
    buffers.coded.clear();
    if (band.strategy.coder == PngCoder::Matches && band.whole)
        return compressWhole(buffers.filtered, band.strategy.level, buffers.coded);
    band.whole = false;
    if (band.opens)
        buffers.coded.insert(buffers.coded.end(), {0x78, 0x01});
    if (band.strategy.coder == PngCoder::Huffman)
        deflateHuffman(buffers.filtered, buffers.coded, band.closes);
    else if (band.strategy.coder == PngCoder::Photo && !isZlibPhoto(picture))
        deflatePhoto(buffers.filtered, photoSearch(band.strategy.level), buffers.coded, band.closes);
    else
        return compressBand(picture, buffers.filtered, band.strategy, band.closes, buffers.coded);
    return {};
}

} // namespace convoy
