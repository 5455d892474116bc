// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/infotags.h"

#include "core/converters/audio/base/rangereader.h"
#include "core/converters/audio/tags/chapters.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <vector>

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

bool isInfoEnough(const AudioTags &tags)
{
    return std::ranges::all_of(tags, [&tags](const AudioTag &tag) {
        return tag.description.isEmpty() && tag.language.isEmpty()
            && std::ranges::any_of(infoNames, [&tag](const InfoName &name) { return tag.name == name.tag; })
            && std::ranges::count(tags, tag.name, &AudioTag::name) == 1;
    });
}

QByteArray infoChunk(const AudioTags &tags)
{
    const auto sized = [](const QByteArray &id, const QByteArray &content) {
        const auto size = qToLittleEndian(quint32(content.size()));
        return id + QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + content
            + QByteArray(content.size() % 2, '\0');
    };
    QByteArray content = "INFO";
    for (const InfoName &name : infoNames) {
        QStringList values;
        for (const AudioTag &tag : tags) {
            if (tag.name == name.tag)
                values.append(tag.value);
        }
        if (!values.isEmpty())
            content += sized(name.id, values.join(QStringLiteral("; ")).toUtf8() + '\0');
    }
    return content.size() > 4 ? sized("LIST", content) : QByteArray();
}

AudioTags readCuePoints(const QByteArray &chunk, int sampleRate)
{
    constexpr qsizetype pointBytes = 24; // name, position, chunk, chunk start, block start, sample offset
    constexpr quint32 mostPoints = 999;
    std::vector<quint32> samples;
    const quint32 count = std::min(littleEndianAt<quint32>(chunk, 0), mostPoints);
    for (quint32 i = 0; i < count && 4 + qsizetype(i + 1) * pointBytes <= chunk.size(); ++i)
        samples.push_back(littleEndianAt<quint32>(chunk, 4 + qsizetype(i) * pointBytes + 20));
    std::ranges::sort(samples);
    AudioTags tags;
    for (size_t i = 0; i < samples.size() && sampleRate > 0; ++i)
        tags += chapterTags(int(i) + 1, qint64(samples[i]) * 1000 / sampleRate, {});
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
