// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/png/pngwriter.h"

#include "core/base/fasthash.h"
#include "core/converters/png/bandcoder.h"
#include "core/converters/png/pngchunk.h"
#include "core/converters/png/pngpacking.h"
#include "core/converters/png/pngstrategy.h"

#include <QCoreApplication>

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace convoy {

namespace {

struct PngText {
    Q_DECLARE_TR_FUNCTIONS(convoy::PngWriter)
};

// A band and what is made of it stay in a core's second-level cache.
constexpr size_t bandBytes = size_t{256} << 10;
// Several bands for each thread, so that starting it costs nothing in comparison.
constexpr int bandsPerThread = 4;
constexpr int mostThreads = 64;
// One call compresses them: longer ones would not notice that they are to stop.
constexpr size_t wholeLimit = size_t{24} << 20;

class Writer
{
public:
    Writer(int fd, const PngPicture &stored, const PngRows &rows, const PngControl &control)
        : m_chunks(fd),
          m_picture(stored),
          m_rows(rows),
          m_control(control)
    {
    }

    struct Written {
        QByteArray hash; ///< of the stored rows
        qint64 bytes;
    };
    Result<Written> write(const PngStrategy &strategy, const std::vector<std::uint32_t> &palette);

private:
    Result<void> writeHeader(const std::vector<std::uint32_t> &palette);
    Result<void> writeResolution();
    Result<void> writeBands(const PngStrategy &strategy);
    Result<void> runWave(std::vector<Band> &wave, int threads);
    Result<void> commit(Band &band);
    std::vector<Band> nextWave(const PngStrategy &strategy, int threads);

    PngChunkWriter m_chunks;
    const PngPicture &m_picture;
    const PngRows &m_rows;
    const PngControl &m_control;
    FastHash m_hash;
    uLong m_adler = 1;
    int m_nextRow = 0;
    int m_bandRows = 1;
};

Result<Writer::Written> Writer::write(const PngStrategy &strategy, const std::vector<std::uint32_t> &palette)
{
    if (const auto result = writeHeader(palette); !result)
        return result.error();
    if (m_control.progress)
        m_control.progress(0);
    if (const auto result = writeBands(strategy); !result)
        return result.error();
    if (const auto result = m_chunks.write("IEND", {}); !result)
        return result.error();
    return Written{m_hash.result(), m_chunks.bytes()};
}

Result<void> Writer::writeHeader(const std::vector<std::uint32_t> &palette)
{
    std::vector<std::uint8_t> header;
    appendBigEndian(header, std::uint32_t(m_picture.width));
    appendBigEndian(header, std::uint32_t(m_picture.height));
    header.push_back(std::uint8_t(m_picture.bits));
    header.push_back(m_picture.colourType());
    header.insert(header.end(), {0, 0, 0});
    if (const auto result = m_chunks.writeSignature(); !result)
        return result.error();
    if (const auto result = m_chunks.write("IHDR", header); !result)
        return result;
    if (const auto result = writeResolution(); !result)
        return result;
    for (const PngChunk &chunk : m_control.chunks) {
        if (const auto result = m_chunks.write(chunk.type, chunk.data); !result)
            return result;
    }
    if (palette.empty())
        return {};
    std::vector<std::uint8_t> entries;
    for (const std::uint32_t colour : palette)
        entries.insert(entries.end(), {std::uint8_t(colour >> 16), std::uint8_t(colour >> 8), std::uint8_t(colour)});
    return m_chunks.write("PLTE", entries);
}

Result<void> Writer::writeResolution()
{
    if (m_picture.ppi <= 0)
        return {};
    std::vector<std::uint8_t> resolution;
    const auto perMetre = std::uint32_t(std::lround(m_picture.ppi / 0.0254));
    appendBigEndian(resolution, perMetre);
    appendBigEndian(resolution, perMetre);
    resolution.push_back(1);
    return m_chunks.write("pHYs", resolution);
}

std::vector<Band> Writer::nextWave(const PngStrategy &strategy, int threads)
{
    std::vector<Band> wave;
    const int most = threads == 1 ? 1 : threads * bandsPerThread;
    while (m_nextRow < m_picture.height && int(wave.size()) < most) {
        const int count = std::min(m_bandRows, m_picture.height - m_nextRow);
        wave.push_back({.first = m_nextRow,
                        .count = count,
                        .strategy = strategy,
                        .opens = m_nextRow == 0,
                        .closes = m_nextRow + count == m_picture.height,
                        .whole = count == m_picture.height});
        m_nextRow += count;
    }
    return wave;
}

Result<void> Writer::runWave(std::vector<Band> &wave, int threads)
{
    std::atomic<size_t> next = 0;
    std::vector<Result<void>> results(wave.size());
    const auto work = [&] {
        for (size_t i = next++; i < wave.size() && !m_control.stop.stop_requested(); i = next++)
            results[i] = encodeBand(m_picture, m_rows, wave[i]);
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < std::min(threads, int(wave.size())); ++i)
            helpers.emplace_back(work);
        work();
    }
    const auto failed = std::ranges::find_if(results, [](const Result<void> &result) { return !result; });
    return failed == results.end() ? Result<void>() : *failed;
}

Result<void> Writer::writeBands(const PngStrategy &strategy)
{
    const size_t rowBytes = m_picture.rowBytes() + 1;
    const bool whole = strategy.coder == PngCoder::Matches && rowBytes * size_t(m_picture.height) <= wholeLimit;
    const size_t bytes = strategy.coder == PngCoder::Huffman ? bandBytes : 16 * bandBytes;
    m_bandRows = whole ? m_picture.height : int(std::max<size_t>(1, bytes / rowBytes));
    std::vector<Band> wave;
    while (m_nextRow < m_picture.height) {
        const int threads = std::clamp(m_control.threads ? m_control.threads->load() : 1, 1, mostThreads);
        std::vector<Band> bands = nextWave(strategy, threads);
        // The buffers of the last wave are kept: fresh memory costs page faults.
        for (size_t i = 0; i < std::min(bands.size(), wave.size()); ++i)
            bands[i].buffers = std::move(wave[i].buffers);
        wave = std::move(bands);
        const auto encoded = runWave(wave, threads);
        if (m_control.stop.stop_requested())
            return cancelledError();
        if (!encoded)
            return encoded;
        for (Band &band : wave) {
            if (const auto result = commit(band); !result)
                return result;
        }
        if (m_control.progress)
            m_control.progress(double(m_nextRow) / m_picture.height);
    }
    return {};
}

Result<void> Writer::commit(Band &band)
{
    const size_t rowBytes = m_picture.rowBytes();
    BandBuffers &buffers = band.buffers;
    m_hash.add(buffers.raw.data() + rowBytes, rowBytes * size_t(band.count));
    m_adler = adler32_combine(m_adler, band.adler, static_cast<z_off_t>(buffers.filtered.size()));
    if (band.closes && !band.whole)
        appendBigEndian(buffers.coded, std::uint32_t(m_adler));
    return m_chunks.write("IDAT", buffers.coded);
}

// A chunk and its palette.
constexpr size_t paletteChunkBytes = 12;

/// How to write a picture.
struct Way {
    std::optional<PngPacking> packing;
    PngStrategy strategy;
};

Result<Writer::Written> writeIn(const Way &way, int fd, const PngPicture &picture, const PngRows &rows,
                                const PngControl &control)
{
    if (!way.packing)
        return Writer(fd, picture, rows, control).write(way.strategy, {});
    return Writer(fd, way.packing->stored, packedRows(picture, rows, *way.packing), control)
        .write(way.strategy, way.packing->palette);
}

/// In the packing that comes out smaller than the others and than the picture as it is, of `plain.bytes`.
Result<Way> choosePacking(const PngPicture &picture, const PngRows &rows, const std::vector<PngPacking> &packings,
                          const PngEstimate &plain, PngEffort effort)
{
    Way best{{}, plain.strategy};
    double bytes = plain.bytes;
    for (const PngPacking &packing : packings) {
        const auto estimate = estimatePng(packing.stored, packedRows(picture, rows, packing), effort);
        if (!estimate)
            return estimate.error();
        const size_t palette = packing.palette.empty() ? 0 : paletteChunkBytes + 3 * packing.palette.size();
        const double now = estimate->bytes + double(palette);
        if (now >= bytes)
            continue;
        bytes = now;
        best = {packing, estimate->strategy};
    }
    return best;
}

/// With `known`, that is the way of pictures that cannot be packed.
Result<Way> chooseWay(const PngPicture &picture, const PngRows &rows, const std::vector<PngPacking> &packings,
                      PngEffort effort, std::optional<PngStrategy> *known)
{
    if (known && *known && packings.empty())
        return Way{{}, **known};
    const auto plain = estimatePng(picture, rows, effort);
    if (!plain)
        return plain.error();
    if (known && !*known)
        *known = plain->strategy;
    return choosePacking(picture, rows, packings, *plain, effort);
}

/// Bands of a picture may mislead, so what looks smallest is tried on all of it, and the usual way as well.
Result<Way> chooseSmallestWay(const PngPicture &picture, const PngRows &rows, const std::vector<PngPacking> &packings,
                              const PngControl &control)
{
    PngControl quiet = control;
    quiet.progress = {};
    std::optional<Way> best;
    qint64 bytes = 0;
    for (const PngEffort effort : {PngEffort::Balanced, PngEffort::Smallest}) {
        Result<Way> way = chooseWay(picture, rows, packings, effort, nullptr);
        if (!way)
            return way;
        const auto tried = writeIn(*way, -1, picture, rows, quiet);
        if (!tried)
            return tried.error();
        if (best && tried->bytes >= bytes)
            continue;
        bytes = tried->bytes;
        best = std::move(*way);
    }
    return std::move(*best);
}

} // namespace

Result<QByteArray> writePng(int fd, const PngPicture &picture, const PngRows &rows, const PngControl &control)
{
    if (picture.width < 1 || picture.height < 1)
        return Error{ErrorKind::Internal, PngText::tr("There is no picture to write.")};
    const auto colours = findPngColours(picture, rows, control.stop);
    if (!colours)
        return colours.error();
    // A colour profile among the chunks would not fit grey.
    const std::vector<PngPacking> packings = pngPackings(picture, *colours, !control.chunks.empty());
    const Result<Way> way = control.effort == PngEffort::Smallest
        ? chooseSmallestWay(picture, rows, packings, control)
        : chooseWay(picture, rows, packings, control.effort, control.strategy);
    if (!way)
        return way.error();
    const auto written = writeIn(*way, fd, picture, rows, control);
    if (!written)
        return written.error();
    return way->packing ? colours->hash : written->hash;
}

} // namespace convoy
