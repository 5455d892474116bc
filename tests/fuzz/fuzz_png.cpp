// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the pixels of any picture: what Convoy's own coder and PNG writer make of them, zlib and libpng have to turn
// back into the same. And any bytes as what was coded. The first bytes choose size and kind, and whether a whole file is
// made: that takes a hundred times as long as the rest.
#include "core/converters/png/huffmandeflate.h"
#include "core/converters/png/literalinflate.h"
#include "core/converters/png/photodeflate.h"
#include "core/converters/png/pngstrategy.h"
#include "core/converters/png/pngunfilter.h"
#include "core/converters/png/pngverifier.h"
#include "core/converters/png/pngwriter.h"

#include "support/byzlib.h"

#include "fuzztarget.h"

#include <png.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

using namespace convoy;
using convoy::test::byZlib;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr size_t headBytes = 4;
// Tiny pictures are tried in every way, so that each byte costs time; these have several rows of every kind.
constexpr size_t mostBytes = 1024;
constexpr int mostColumns = 128;
constexpr int kinds = 16; ///< one of them makes a file, one goes beyond the window of repetitions
constexpr size_t beyondWindow = 70000;

/// libpng is the independent reader of the whole file.
Bytes decoded(const Bytes &file, const PngPicture &picture)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, file.data(), file.size()))
        return {};
    image.format = PNG_FORMAT_RGB; // to grey it would go through linear light
    Bytes pixels(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr))
        return {};
    if (picture.channels == 3)
        return pixels;
    Bytes grey;
    for (size_t i = 0; i < pixels.size(); i += 3)
        grey.push_back(pixels[i]);
    return grey;
}

void checkDeflate(const Bytes &data)
{
    Bytes coded;
    const auto half = static_cast<std::ptrdiff_t>(data.size() / 2);
    deflateHuffman(std::span(data).first(static_cast<size_t>(half)), coded);
    deflateHuffman(std::span(data).subspan(static_cast<size_t>(half)), coded, true);
    fuzz::promise(byZlib(coded, data.size()) == data, "zlib inflates the same bytes");
}

void checkPhotoCoder(const Bytes &data, PhotoSearch search)
{
    Bytes coded;
    const size_t half = data.size() / 2;
    deflatePhoto(std::span(data).first(half), search, coded);
    deflatePhoto(std::span(data).subspan(half), search, coded, true);
    fuzz::promise(byZlib(coded, data.size()) == data, "zlib inflates the same bytes of a photo");
}

/// Again and again, with some change.
Bytes repeated(const Bytes &data, size_t size)
{
    Bytes result(size);
    for (size_t i = 0; i < size; ++i) {
        const size_t turn = i / data.size();
        result[i] = static_cast<std::uint8_t>(data[i % data.size()] ^ (i % 7 == turn % 7 ? turn : 0));
    }
    return result;
}

/// Of what is no code at all, the quick reader may only say what zlib says.
void checkAnyCode(const Bytes &coded, size_t size)
{
    Bytes padded = coded;
    padded.resize(coded.size() + LiteralInflater::slack);
    Bytes out(size);
    static LiteralInflater inflater;
    if (inflater.inflate({padded.data(), coded.size()}, out, true))
        fuzz::promise(byZlib(coded, size) == out, "zlib inflates what the quick reader does");
}

void checkQuickReader(const Bytes &data, size_t fault)
{
    Bytes coded;
    deflateHuffman(data, coded, true);
    Bytes padded = coded;
    padded.resize(coded.size() + LiteralInflater::slack);
    Bytes out(data.size());
    static LiteralInflater inflater;
    // Short blocks may be stored or have the fixed codes, which are not for it.
    if (inflater.inflate({padded.data(), coded.size()}, out, true))
        fuzz::promise(out == data, "the quick reader inflates the same bytes");
    coded[fault / 8 % coded.size()] ^= static_cast<std::uint8_t>(1U << fault % 8);
    checkAnyCode(coded, data.size());
    checkAnyCode(data, fault);
}

/// Every filter, undone.
void checkFilters(const PngPicture &picture, const Bytes &pixels)
{
    const size_t rowBytes = picture.rowBytes();
    Bytes above(rowBytes);
    above.insert(above.end(), pixels.begin(), pixels.end());
    for (int filter = 0; filter < pngFilterCount; ++filter) {
        Bytes rows((rowBytes + 1) * static_cast<size_t>(picture.height + 1));
        filterRows(picture, static_cast<PngFilter>(filter), {above.data(), picture.height}, rows.data() + rowBytes + 1);
        PngUnfilter unfilter(rowBytes, picture.pixelBytes());
        fuzz::promise(unfilter.rows(rows.data() + rowBytes + 1, static_cast<size_t>(picture.height)), "filters are known");
        for (int y = 0; y < picture.height; ++y)
            fuzz::promise(std::equal(pixels.begin() + static_cast<std::ptrdiff_t>(rowBytes) * y,
                                     pixels.begin() + static_cast<std::ptrdiff_t>(rowBytes) * (y + 1),
                                     rows.begin() + static_cast<std::ptrdiff_t>(rowBytes + 1) * (y + 1) + 1),
                          "what is filtered comes back");
    }
}

void checkPng(const PngPicture &picture, const Bytes &pixels, PngEffort effort)
{
    const PngRows rows = [&](int first, int count, std::uint8_t *out) {
        std::memcpy(out, pixels.data() + static_cast<size_t>(first) * picture.rowBytes(),
                    static_cast<size_t>(count) * picture.rowBytes());
        return Result<void>();
    };
    const int fd = ::memfd_create("fuzz", MFD_CLOEXEC);
    const auto hash = writePng(fd, picture, rows, {.effort = effort});
    fuzz::promise(bool(hash), "every picture can be written");
    fuzz::promise(bool(verifyPng(fd, picture, *hash, {}, {})), "the verifier finds the same pixels");
    Bytes file(static_cast<size_t>(::lseek(fd, 0, SEEK_END)));
    fuzz::promise(::pread(fd, file.data(), file.size(), 0) == static_cast<ssize_t>(file.size()), "the file can be read");
    ::close(fd);
    // The simplified libpng turns 16 bits into 8 by gamma: those are for the verifier alone.
    if (picture.bits == 8)
        fuzz::promise(decoded(file, picture) == pixels, "libpng decodes the same pixels");
}

} // namespace

QList<QByteArray> fuzzSeeds()
{
    QByteArray few("\x05\x00\x01\x00", 4);
    QByteArray ramp("\x11\x02\x00\x00", 4);
    for (int i = 0; i < 1000; ++i) {
        few += static_cast<char>(i / 7 % 3 * 85);
        ramp += static_cast<char>(i);
    }
    const QByteArray grey(900, '\x7f');
    return {few, ramp, QByteArray("\x00\x01\x02\x00", 4) + grey, QByteArray("\x05\x01\x00\x01", 4) + ramp};
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size <= headBytes)
        return 0;
    size = std::min(size, mostBytes);
    const PngPicture picture{
        .width = 1 + data[0] % mostColumns, .height = 0, .channels = data[1] % 2 ? 3 : 1, .bits = data[1] % 4 < 2 ? 8 : 16};
    const auto effort = static_cast<PngEffort>(data[2] % 4);
    Bytes bytes(data + headBytes, data + size);
    checkDeflate(bytes);
    const PhotoSearch search = data[3] / kinds % 2 ? PhotoSearch::Thorough : PhotoSearch::Usual;
    checkPhotoCoder(bytes, search);
    if (data[3] % kinds == 1)
        checkPhotoCoder(repeated(bytes, beyondWindow), search);
    checkQuickReader(bytes, static_cast<size_t>(data[2]) << 8 | data[3]);
    PngPicture whole = picture;
    whole.height = static_cast<int>(std::clamp<size_t>(bytes.size() / picture.rowBytes(), 1, 4096));
    bytes.resize(whole.rowBytes() * static_cast<size_t>(whole.height));
    checkFilters(whole, bytes);
    if (data[3] % kinds == 0)
        checkPng(whole, bytes, effort);
    return 0;
}
