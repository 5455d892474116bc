// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/covers.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/base/bigendian.h"
#include "core/converters/audio/base/rangereader.h"
#include "core/converters/audio/tags/coverscaler.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr qint64 largestCover = 15LL << 20; // a PICTURE block's length has 24 bits

void appendSized(QByteArray &bytes, const QByteArray &content)
{
    appendBig(bytes, quint32(content.size()));
    bytes.append(content);
}

// The first frame header tells the size (ITU-T T.81, B.2.2).
void measureJpeg(CoverPicture &cover)
{
    qsizetype offset = 2;
    cover.isCut = true;
    while (offset + 9 <= cover.bytes.size() && uchar(cover.bytes[offset]) == 0xFF) {
        const uchar marker = uchar(cover.bytes[offset + 1]);
        const bool isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame) {
            cover.height = bigEndianAt<quint16>(cover.bytes, offset + 5);
            cover.width = bigEndianAt<quint16>(cover.bytes, offset + 7);
            cover.isInk = offset + 9 < cover.bytes.size() && cover.bytes[offset + 9] == 4; // components
            cover.isCut = cover.bytes.lastIndexOf("\xFF\xD9") < offset; // in front there may be that of a small picture
            return;
        }
        offset += marker == 0xFF ? 1 : 2 + bigEndianAt<quint16>(cover.bytes, offset + 2);
    }
}

void measure(CoverPicture &cover)
{
    const QByteArray &bytes = cover.bytes;
    if (bytes.startsWith("\xFF\xD8\xFF")) {
        cover.mime = "image/jpeg";
        measureJpeg(cover);
    } else if (bytes.startsWith("\x89PNG\r\n\x1A\n")) {
        cover.mime = "image/png";
        cover.width = bigEndianAt<qint32>(bytes, 16);
        cover.height = bigEndianAt<qint32>(bytes, 20);
        cover.isCut = !bytes.contains("IEND");
    } else if (bytes.startsWith("GIF8")) {
        cover.mime = "image/gif";
        cover.width = littleEndianAt<quint16>(bytes, 6);
        cover.height = littleEndianAt<quint16>(bytes, 8);
    } else if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") {
        cover.mime = "image/webp";
        cover.isCut = littleEndianAt<quint32>(bytes, 4) > bytes.size() - 8;
    }
}

} // namespace

CoverPicture readCover(const ConvertInput &input)
{
    CoverPicture cover;
    const RangeReader reader(input.fd);
    if (input.fd < 0 || reader.size() > largestCover)
        return cover;
    return measureCover(reader.bytes(0, largestCover));
}

CoverPicture measureCover(const QByteArray &bytes)
{
    CoverPicture cover;
    cover.bytes = bytes;
    measure(cover);
    return cover;
}

QByteArray pictureBlock(const CoverPicture &cover, quint32 type)
{
    constexpr quint32 bitsPerPixel = 24;
    QByteArray block;
    appendBig(block, type);
    appendSized(block, cover.mime);
    appendSized(block, cover.description);
    appendBig(block, quint32(cover.width));
    appendBig(block, quint32(cover.height));
    appendBig(block, bitsPerPixel);
    appendBig(block, quint32(0)); // colours of a palette
    appendSized(block, cover.bytes);
    return block;
}

quint32 pictureType(const QByteArray &block)
{
    return bigEndianAt<quint32>(block, 0);
}

CoverPicture pictureOf(const QByteArray &block)
{
    CoverPicture cover;
    const auto field = [&block](qint64 &offset) {
        const qint64 length = bigEndianAt<quint32>(block, qsizetype(offset));
        const QByteArray content = length <= block.size() - offset - 4 ? block.mid(offset + 4, qsizetype(length))
                                                                       : QByteArray();
        offset = std::min<qint64>(offset + 4 + length, block.size());
        return content;
    };
    qint64 offset = 4;
    cover.mime = field(offset);
    cover.description = field(offset);
    cover.width = bigEndianAt<qint32>(block, qsizetype(offset));
    cover.height = bigEndianAt<qint32>(block, qsizetype(offset) + 4);
    offset += 16;
    cover.bytes = field(offset);
    return cover;
}

namespace {

QList<QByteArray> wantedPictures(const ConvertRequest &request, const QList<QByteArray> &source, QStringList &warnings)
{
    QList<QByteArray> pictures;
    if (request.options.boolean(u"keep_tags"))
        pictures = source;
    const auto isFront = [](const QByteArray &block) { return pictureType(block) == frontCover; };
    const bool isChosen = request.attachment.path.startsWith('/');
    if (request.attachment.fd < 0 || (!isChosen && std::ranges::any_of(pictures, isFront)))
        return pictures;
    const CoverPicture cover = readCover(request.attachment);
    if (cover.mime.isEmpty()) {
        warnings.append(AudioText::tr("The cover is no JPEG, PNG, GIF or WebP picture of at most 15 MiB; it was left out."));
        return pictures;
    }
    if (cover.isCut) {
        warnings.append(AudioText::tr("The cover is cut short; it was left out."));
        return pictures;
    }
    pictures.removeIf(isFront);
    pictures.prepend(pictureBlock(cover));
    return pictures;
}

} // namespace

QList<QByteArray> choosePictures(const ConvertRequest &request, const QList<QByteArray> &source, QStringList &warnings)
{
    QList<QByteArray> pictures = wantedPictures(request, source, warnings);
    const int wanted = int(request.options.integer(u"cover_size"));
    for (QByteArray &block : pictures) {
        if (pictureType(block) != frontCover)
            continue;
        const CoverPicture cover = pictureOf(block);
        const CoverPicture measured = measureCover(cover.bytes);
        if (wanted == 0 && !measured.isInk)
            continue;
        Result<CoverPicture> scaled = scaleCover(measured, wanted > 0 ? wanted : std::max(measured.width, measured.height));
        if (!scaled)
            warnings.append(AudioText::tr("The cover could not be made smaller; it was left as it is."));
        else if (scaled->bytes != cover.bytes) {
            scaled->description = cover.description;
            block = pictureBlock(*scaled);
        }
    }
    return pictures;
}

} // namespace convoy
