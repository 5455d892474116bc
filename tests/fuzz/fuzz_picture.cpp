// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked up in files of pictures before a codec sees them.
#include "fuzztarget.h"

#include "core/converters/image/imageheader.h"
#include "core/converters/image/pixelbytes.h"
#include "core/converters/image/rlebitmap.h"

#include <memory>

using namespace convoy;

namespace {

constexpr int mostFrames = 1000;
constexpr QLatin1StringView formats[] = {QLatin1StringView("png"),  QLatin1StringView("tiff"), QLatin1StringView("gif"),
                                         QLatin1StringView("webp"), QLatin1StringView("avif"), QLatin1StringView("heif"),
                                         QLatin1StringView("jpeg"), QLatin1StringView("bmp")};

} // namespace

QList<QByteArray> fuzzSeeds()
{
    return {
        QByteArray::fromHex("89504e470d0a1a0a"
                            "0000000d49484452"
                            "0000000200000002"
                            "0802000000"
                            "00000000"
                            "000000086163544c"
                            "0000000200000000"
                            "00000000"
                            "0000000049454e44"
                            "ae426082"),
        QByteArray::fromHex("49492a0008000000"
                            "0500"
                            "00010300"
                            "01000000"
                            "04000000"
                            "01010300"
                            "01000000"
                            "04000000"
                            "02010300"
                            "01000000"
                            "08000000"
                            "11010400"
                            "01000000"
                            "08000000"
                            "17010400"
                            "01000000"
                            "10000000"
                            "00000000"),
        QByteArray::fromHex("4d4d002b0008000000000000"
                            "0010"
                            "0000000000000001"
                            "0100"
                            "0003"
                            "0000000000000001"
                            "0004000000000000"
                            "0000000000000000"),
        QByteArray::fromHex("474946383961"
                            "0200020080000000"
                            "00ffffff"
                            "2c00000000020002000002024401"
                            "00"
                            "2c0000000002000200000202440100"
                            "3b"),
        QByteArray::fromHex("52494646"
                            "3c000000"
                            "57454250"
                            "56503858"
                            "0a000000"
                            "02000000"
                            "010000010000"
                            "414e494d"
                            "06000000"
                            "ffffffff0000"
                            "414e4d46"
                            "10000000")
            + QByteArray(16, '\0'),
        QByteArray::fromHex("0000001c66747970"
                            "61766966"
                            "00000000"
                            "61766966"
                            "61766973"
                            "6d736631"
                            "00000010"
                            "6d6f6f76"
                            "00000008"
                            "7472616b"),
        QByteArray::fromHex("424d"
                            "46000000"
                            "00000000"
                            "36000000"
                            "28000000"
                            "04000000"
                            "02000000"
                            "0100"
                            "0800"
                            "01000000"
                            "10000000"
                            "00000000"
                            "00000000"
                            "00000000"
                            "00000000"
                            "0401"
                            "0000"
                            "0003"
                            "010203"
                            "00"
                            "0001"),
        QByteArray::fromHex("0000000c6a502020"
                            "0d0a870a"
                            "000000016a703263"
                            "0000000000000040"
                            "ff4f"
                            "ff51"
                            "0004"
                            "0000"
                            "ff90"
                            "000a"
                            "0000"
                            "00000010"
                            "0001"
                            "ff93"
                            "00000000"
                            "ffd9"),
        QByteArray::fromHex("0000000c6a502020"
                            "0d0a870a"
                            "000000016a703268"
                            "8000000000000000"),
        QByteArray::fromHex("38425053"
                            "0001"
                            "000000000000"
                            "0003"
                            "00000002"
                            "00000002"
                            "0008"
                            "0003"
                            "00000000"
                            "00000000"
                            "00000000"
                            "0001"
                            "000200020002000200020002"
                            "0101")
            + QByteArray(10, '\0'),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    const std::unique_ptr<std::FILE, Close> file(::fmemopen(const_cast<uint8_t *>(data), size, "r"));
    for (const QLatin1StringView format : formats) {
        const ImageHeader header = readImageHeader(file.get(), format, mostFrames);
        fuzz::promise(header.frames >= 0 && header.frames <= mostFrames, "counting ends");
        fuzz::promise(header.width >= 0 && header.height >= 0 && header.leastBytes >= 0 && header.pixelBytes >= 0,
                      "no size is below nothing");
    }
    for (const QLatin1StringView format : {QLatin1StringView("jp2"), QLatin1StringView("psd")}) {
        const qint64 bytes = pixelBytes(file.get(), format, qint64(size));
        fuzz::promise(bytes >= 0 && bytes <= qint64(size), "pixels lie in the file");
    }
    (void)hasSoundRunLengths(file.get());
    return 0;
}
