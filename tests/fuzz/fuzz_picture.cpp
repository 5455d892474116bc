// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked up in files of pictures before a codec sees them.
#include "fuzztarget.h"

#include "core/converters/image/formats/imageheader.h"
#include "core/converters/image/formats/pixelbytes.h"
#include "core/converters/image/formats/rlebitmap.h"

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
        QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000020000000208020000000000000000000008616354"
                            "4c0000000200000000000000000000000049454e44ae426082"),
        QByteArray::fromHex("49492a00080000000500000103000100000004000000010103000100000004000000020103000100"
                            "00000800000011010400010000000800000017010400010000001000000000000000"),
        QByteArray::fromHex("4d4d002b000800000000000000100000000000000001010000030000000000000001000400000000"
                            "00000000000000000000"),
        QByteArray::fromHex("474946383961020002008000000000ffffff2c00000000020002000002024401002c000000000200"
                            "02000002024401003b"),
        QByteArray::fromHex("524946463c00000057454250565038580a00000002000000010000010000414e494d06000000ffff"
                            "ffff0000414e4d4610000000")
            + QByteArray(16, '\0'),
        QByteArray::fromHex("0000001c66747970617669660000000061766966617669736d736631000000106d6f6f7600000008"
                            "7472616b"),
        QByteArray::fromHex("424d4600000000000000360000002800000004000000020000000100080001000000100000000000"
                            "0000000000000000000000000000040100000003010203000001"),
        QByteArray::fromHex("0000000c6a5020200d0a870a000000016a7032630000000000000040ff4fff5100040000ff90000a"
                            "0000000000100001ff9300000000ffd9"),
        QByteArray::fromHex("0000000c6a5020200d0a870a000000016a7032688000000000000000"),
        QByteArray::fromHex("38425053000100000000000000030000000200000002000800030000000000000000000000000001"
                            "0002000200020002000200020101")
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
