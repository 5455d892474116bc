// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/flacmetadata.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/tags/id3tags.h"
#include "core/converters/audio/tags/infotags.h"
#include "core/converters/audio/tags/tagproperties.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr int maximumBlocks = 1000;
constexpr qint64 maximumBlockBytes = 16LL << 20; // a length has 24 bits
constexpr quint32 maximumComments = 10000;

enum BlockType { StreamInfo = 0, VorbisComment = 4, CueSheetBlock = 5, Picture = 6 };

Error damaged(const QString &detail)
{
    return {ErrorKind::DamagedInput, AudioText::tr("This FLAC file is damaged."), detail};
}

// RFC 9639, 8.2.
Result<void> takeStreamInfo(const QByteArray &block, AudioFile &file)
{
    if (block.size() < 34)
        return damaged(QStringLiteral("STREAMINFO is cut short"));
    const quint64 packed = bigEndianAt<quint64>(block, 10);
    file.pcm.sampleRate = int(packed >> 44);
    file.pcm.channels = int((packed >> 41) & 7) + 1;
    file.pcm.bits = int((packed >> 36) & 31) + 1;
    file.pcm.bytesPerSample = (file.pcm.bits + 7) / 8;
    file.samples = qint64(packed & 0xFFFFFFFFFULL);
    const QByteArray md5 = block.mid(18, 16);
    if (md5 != QByteArray(16, '\0'))
        file.md5 = md5.toHex();
    return {};
}

// RFC 9639, 8.6: lengths are little-endian here, as in Ogg.
void takeComments(const QByteArray &block, AudioFile &file)
{
    qsizetype offset = 0;
    const auto field = [&]() -> QByteArray {
        if (offset + 4 > block.size())
            return {};
        const qint64 length = littleEndianAt<quint32>(block, offset);
        offset += 4;
        const QByteArray bytes = length <= block.size() - offset ? block.mid(offset, qsizetype(length)) : QByteArray();
        offset = qsizetype(std::min<qint64>(offset + length, block.size()));
        return bytes;
    };
    field(); // vendor
    if (offset + 4 > block.size())
        return;
    const quint32 count = std::min(littleEndianAt<quint32>(block, offset), maximumComments);
    offset += 4;
    for (quint32 i = 0; i < count && offset < block.size(); ++i) {
        const QByteArray comment = field();
        const qsizetype equals = comment.indexOf('=');
        if (comment.left(equals).toUpper() == channelMaskTag)
            file.pcm.channelMask = comment.mid(equals + 1).toUInt(nullptr, 0);
        else if (equals > 0)
            file.tags.append({comment.left(equals).toUpper(), QString::fromUtf8(comment.mid(equals + 1))});
    }
}

// Where "fLaC" starts; ID3v2 keeps its length in four times seven bits.
qint64 streamStart(const RangeReader &reader)
{
    const QByteArray head = reader.bytes(0, 10);
    if (!head.startsWith("ID3") || head.size() < 10)
        return 0;
    qint64 length = 0;
    for (int i = 6; i < 10; ++i)
        length = (length << 7) | (head[i] & 0x7F);
    return length + 10;
}

// Some taggers take every file for an MP3. What FLAC's own metadata say counts more.
void takeId3(const QByteArray &bytes, AudioFile &file)
{
    AudioTags tags;
    QList<QByteArray> pictures;
    readId3(bytes, tags, pictures);
    addMissing(file.tags, tags);
    if (file.pictures.isEmpty())
        file.pictures = pictures;
}

} // namespace

Result<AudioFile> readFlacHeader(const RangeReader &reader)
{
    AudioFile file;
    file.container = AudioContainer::Flac;
    const qint64 start = streamStart(reader);
    qint64 offset = start;
    if (reader.bytes(offset, 4) != "fLaC")
        return Error{ErrorKind::UnsupportedFormat, AudioText::tr("This is no FLAC file."), {}};
    offset += 4;
    bool hasStreamInfo = false;
    for (int i = 0; i < maximumBlocks; ++i) {
        const QByteArray header = reader.bytes(offset, 4);
        if (header.size() < 4)
            return damaged(QStringLiteral("the metadata is cut short"));
        const quint32 word = bigEndianAt<quint32>(header, 0);
        const int type = int((word >> 24) & 0x7F);
        const qint64 length = word & 0xFFFFFF;
        offset += 4;
        if (type == StreamInfo) {
            if (const Result<void> taken = takeStreamInfo(reader.bytes(offset, length), file); !taken)
                return taken.error();
            hasStreamInfo = true;
        } else if (type == VorbisComment) {
            takeComments(reader.bytes(offset, std::min(length, maximumBlockBytes)), file);
        } else if (type == Picture && reader.size() - offset >= length) {
            file.pictures.append(reader.bytes(offset, length));
        } else if (type == CueSheetBlock && reader.size() - offset >= length) {
            file.cueSheet = reader.bytes(offset, length);
        }
        offset += length;
        if (word >> 31)
            break;
    }
    if (!hasStreamInfo)
        return damaged(QStringLiteral("there is no STREAMINFO block"));
    if (offset >= reader.size())
        return damaged(QStringLiteral("there is no audio after the metadata"));
    file.dataOffset = offset;
    if (start > 0)
        takeId3(reader.bytes(0, std::min(start, maximumId3Bytes)), file);
    return file;
}

} // namespace convoy
