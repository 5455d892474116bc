// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/id3tags.h"

#include "core/converters/audio/flacblocks.h"
#include "core/converters/audio/infotags.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

namespace convoy {

namespace {

struct FrameName {
    const char *id;
    const char *shortId; ///< of ID3v2.2
    const char *tag;
};

// id3v2.4.0-frames, and the mapping that Picard and TagLib use.
constexpr std::array frameNames{
    FrameName{"TIT2", "TT2", "TITLE"},     FrameName{"TPE1", "TP1", "ARTIST"},       FrameName{"TPE2", "TP2", "ALBUMARTIST"},
    FrameName{"TALB", "TAL", "ALBUM"},     FrameName{"TDRC", "TYE", "DATE"},         FrameName{"TYER", "TYE", "DATE"},
    FrameName{"TCON", "TCO", "GENRE"},     FrameName{"TRCK", "TRK", "TRACKNUMBER"},  FrameName{"TPOS", "TPA", "DISCNUMBER"},
    FrameName{"TCOM", "TCM", "COMPOSER"},  FrameName{"TSRC", "TRC", "ISRC"},         FrameName{"TCMP", "TCP", "COMPILATION"},
    FrameName{"TCOP", "TCR", "COPYRIGHT"}, FrameName{"TPUB", "TPB", "ORGANIZATION"},
};

enum TextEncoding { Latin1 = 0, Utf16 = 1, Utf16BigEndian = 2, Utf8 = 3 };

QString decode(int encoding, const QByteArray &bytes)
{
    if (encoding == Utf16 || encoding == Utf16BigEndian) {
        QStringDecoder decoder(encoding == Utf16 ? QStringDecoder::Utf16 : QStringDecoder::Utf16BE);
        return decoder(bytes);
    }
    return encoding == Utf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

// Several values have NULs between them (v2.4).
QStringList textsOf(const QByteArray &content)
{
    if (content.isEmpty())
        return {};
    QStringList texts;
    for (const QString &text : decode(content[0], content.mid(1)).split(QChar(u'\0'))) {
        if (const QString value = text.trimmed(); !value.isEmpty())
            texts.append(value);
    }
    return texts;
}

void add(AudioTags &tags, const QByteArray &name, const QString &value)
{
    const AudioTag tag{name, value};
    if (!value.isEmpty() && !tags.contains(tag))
        tags.append(tag);
}

// "3/12" is two Vorbis comments.
void addNumber(AudioTags &tags, const QByteArray &name, const QString &value)
{
    const QByteArray total = name == "TRACKNUMBER" ? "TRACKTOTAL" : "DISCTOTAL";
    add(tags, name, value.section(u'/', 0, 0).trimmed());
    add(tags, total, value.section(u'/', 1, 1).trimmed());
}

// Encoding, MIME type, picture type, description, picture (4.14 of the v2.4 frames).
void addPicture(const QByteArray &content, QList<QByteArray> &pictures)
{
    const qsizetype mimeEnd = content.indexOf('\0', 1);
    if (mimeEnd < 0 || mimeEnd + 2 >= content.size())
        return;
    const bool isWide = content[0] == Utf16 || content[0] == Utf16BigEndian;
    qsizetype at = mimeEnd + 2;
    if (isWide) {
        while (at + 1 < content.size() && (content[at] != '\0' || content[at + 1] != '\0'))
            at += 2;
        at += 2;
    } else {
        at = content.indexOf('\0', at) + 1;
    }
    if (at <= mimeEnd || at >= content.size())
        return;
    const CoverPicture cover = measureCover(content.mid(at));
    if (!cover.mime.isEmpty())
        pictures.append(pictureBlock(cover, quint32(uchar(content[mimeEnd + 1]))));
}

struct Frame {
    QByteArray id;
    QByteArray content;
};

void take(const Frame &frame, AudioTags &tags, QList<QByteArray> &pictures)
{
    if (frame.id == "APIC")
        return addPicture(frame.content, pictures);
    const QStringList texts = textsOf(frame.content);
    if ((frame.id == "TXXX" || frame.id == "TXX") && texts.size() > 1) {
        const QByteArray name = texts.front().toUtf8().toUpper();
        if (name.size() < 100 && !name.contains('='))
            std::ranges::for_each(texts.mid(1), [&](const QString &text) { add(tags, name, text); });
        return;
    }
    const auto known = std::ranges::find_if(frameNames,
                                            [&](const FrameName &n) { return frame.id == n.id || frame.id == n.shortId; });
    if (known == frameNames.end())
        return;
    const QByteArray name = known->tag;
    for (const QString &text : texts) {
        if (name == "TRACKNUMBER" || name == "DISCNUMBER")
            addNumber(tags, name, text);
        else
            add(tags, name, text);
    }
}

quint32 syncSafe(const QByteArray &bytes, qsizetype offset)
{
    quint32 value = 0;
    for (qsizetype i = offset; i < offset + 4 && i < bytes.size(); ++i)
        value = (value << 7) | (uchar(bytes[i]) & 0x7F);
    return value;
}

} // namespace

void readId3(const QByteArray &tag, AudioTags &tags, QList<QByteArray> &pictures)
{
    if (!tag.startsWith("ID3") || tag.size() < 10)
        return;
    const int version = uchar(tag[3]);
    const bool isUnsynchronised = uchar(tag[5]) & 0x80;
    const bool hasExtendedHeader = uchar(tag[5]) & 0x40;
    if (version < 2 || version > 4 || isUnsynchronised)
        return;
    const qsizetype end = std::min<qsizetype>(tag.size(), 10 + qsizetype(syncSafe(tag, 6)));
    qsizetype at = 10;
    if (hasExtendedHeader)
        at += version == 4 ? syncSafe(tag, 10) : 4 + bigEndianAt<quint32>(tag, 10);
    const qsizetype head = version == 2 ? 6 : 10;
    while (at + head < end && tag[at] != '\0') {
        const QByteArray id = tag.mid(at, version == 2 ? 3 : 4);
        const qint64 size = version == 2 ? bigEndianAt<quint32>(tag, at + 2) & 0xFFFFFF
            : version == 4               ? syncSafe(tag, at + 4)
                                         : bigEndianAt<quint32>(tag, at + 4);
        const bool isPlain = version == 2 || (uchar(tag[at + 9]) & 0x0F) == 0; // neither packed nor encrypted
        if (size > end - at - head)
            return;
        if (isPlain)
            take({id, tag.mid(at + head, qsizetype(size))}, tags, pictures);
        at += head + qsizetype(size);
    }
}

} // namespace convoy
