// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/infotags.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace convoy {

namespace {

struct InfoName {
    const char *id;
    const char *tag;
};

// Exif 2.3 table of RIFF INFO chunks, and what rippers add to it (ITRK, IPRT).
constexpr std::array infoNames{
    InfoName{"IART", "ARTIST"},      InfoName{"IPRD", "ALBUM"},       InfoName{"INAM", "TITLE"},
    InfoName{"ICRD", "DATE"},        InfoName{"IGNR", "GENRE"},       InfoName{"ICMT", "COMMENT"},
    InfoName{"ITRK", "TRACKNUMBER"}, InfoName{"IPRT", "TRACKNUMBER"}, InfoName{"IMUS", "COMPOSER"},
    InfoName{"ICOP", "COPYRIGHT"},   InfoName{"ISRC", "SOURCEMEDIA"},
};

void addTag(AudioTags &tags, const char *name, const QByteArray &bytes)
{
    const QString value = decodeTagText(bytes);
    const bool known = std::ranges::any_of(tags, [name](const AudioTag &tag) { return tag.name == name; });
    if (!value.isEmpty() && !known)
        tags.append({name, value});
}

} // namespace

QString decodeTagText(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    const QByteArray text = (end < 0 ? bytes : bytes.left(end)).trimmed();
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = utf8(text);
    return utf8.hasError() ? QString::fromLatin1(text) : decoded;
}

AudioTags readInfoTags(const QByteArray &list)
{
    AudioTags tags;
    if (!list.startsWith("INFO"))
        return tags;
    qsizetype offset = 4;
    while (offset + 8 <= list.size()) {
        const QByteArray id = list.mid(offset, 4);
        const qint64 size = littleEndianAt<quint32>(list, offset + 4);
        const auto known = std::ranges::find_if(infoNames, [&id](const InfoName &name) { return id == name.id; });
        if (known != infoNames.end())
            addTag(tags, known->tag, list.mid(offset + 8, qsizetype(std::min<qint64>(size, list.size()))));
        offset = qsizetype(std::min<qint64>(offset + 8 + size + size % 2, list.size()));
    }
    return tags;
}

AudioTags readBroadcastTags(const QByteArray &chunk)
{
    AudioTags tags;
    addTag(tags, "DESCRIPTION", chunk.left(256));
    addTag(tags, "ORIGINATOR", chunk.mid(256, 32));
    addTag(tags, "ORIGINATION_DATE", chunk.mid(320, 10));
    return tags;
}

} // namespace convoy
