// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flactagger.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/base/rangewriter.h"

#include <FLAC/format.h>

#include <utility>
#include <vector>

namespace convoy {

namespace {

struct Block {
    int type = 0;
    QByteArray content;
};

struct Header {
    std::vector<Block> blocks;
    qint64 size = 0; ///< with the four bytes in front
};

Header readHeader(const RangeReader &reader)
{
    Header header;
    qint64 offset = reader.bytes(0, 4) == "fLaC" ? 4 : reader.size();
    while (offset + 4 <= reader.size()) {
        const auto word = bigEndianAt<quint32>(reader.bytes(offset, 4), 0);
        const qint64 length = word & 0xFFFFFF;
        header.blocks.push_back({int((word >> 24) & 0x7F), reader.bytes(offset + 4, length)});
        offset += 4 + length;
        if (word >> 31)
            break;
    }
    header.size = offset;
    return header;
}

template <typename T>
void appendLittle(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

// The count of comments follows the vendor's name (RFC 9639, 8.6).
void addComments(QByteArray &block, const AudioTags &tags)
{
    const qsizetype countAt = 4 + qsizetype(littleEndianAt<quint32>(block, 0));
    const quint32 count = littleEndianAt<quint32>(block, countAt) + quint32(tags.size());
    QByteArray number;
    appendLittle(number, count);
    block.replace(countAt, 4, number);
    for (const AudioTag &tag : tags) {
        const QByteArray comment = tag.name + '=' + tag.value.toUtf8();
        appendLittle(block, quint32(comment.size()));
        block.append(comment);
    }
}

QByteArray toBytes(const Header &header)
{
    QByteArray bytes("fLaC");
    for (size_t i = 0; i < header.blocks.size(); ++i) {
        const Block &block = header.blocks[i];
        const bool isLast = i + 1 == header.blocks.size();
        const quint32 word = qToBigEndian(quint32(isLast ? 0x80000000u : 0) | quint32(block.type) << 24
                                          | quint32(block.content.size()));
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
        bytes.append(block.content);
    }
    return bytes;
}

} // namespace

Result<void> addFlacTags(int fd, const AudioTags &tags)
{
    Header header = readHeader(RangeReader(fd));
    qint64 added = 0;
    for (Block &block : header.blocks) {
        if (block.type != FLAC__METADATA_TYPE_VORBIS_COMMENT)
            continue;
        const qsizetype before = block.content.size();
        addComments(block.content, tags);
        added = block.content.size() - before;
    }
    for (Block &block : header.blocks) {
        if (block.type == FLAC__METADATA_TYPE_PADDING && block.content.size() >= added)
            block.content.chop(qsizetype(std::exchange(added, 0)));
    }
    const QByteArray bytes = toBytes(header);
    if (added != 0 || bytes.size() != header.size)
        return Error{ErrorKind::Internal, AudioText::tr("There is no room for the album's gain in the file."), {}};
    return writeRange(fd, 0, bytes.constData(), bytes.size());
}

} // namespace convoy
