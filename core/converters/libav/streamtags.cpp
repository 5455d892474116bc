// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/streamtags.h"

#include <algorithm>
#include <array>

namespace convoy {

namespace {

// libav's names for what Vorbis comments call something else.
struct Name {
    const char *libav;
    const char *comment;
    const char *total = nullptr; ///< where "3/12" puts its second number
};
constexpr std::array names{
    Name{"track", "TRACKNUMBER", "TRACKTOTAL"},
    Name{"disc", "DISCNUMBER", "DISCTOTAL"},
    Name{"album_artist", "ALBUMARTIST"},
    Name{"TSRC", "ISRC"},
    Name{"year", "DATE"},
    Name{"album artist", "ALBUMARTIST"}, // APEv2
};

// Of the container, of an encoder or of a player.
constexpr std::array strange{
    "MAJOR_BRAND",      "MINOR_VERSION",   "COMPATIBLE_BRANDS", "ENCODER",    "HANDLER_NAME", "VENDOR_ID", "DURATION",
    "CREATION_TIME",    "LANGUAGE",        "GAPLESS_PLAYBACK",  "MEDIA_TYPE", "ITUNSMPB",     "ITUNNORM",  "BPS",
    "NUMBER_OF_FRAMES", "NUMBER_OF_BYTES", "ENCODED_BY",        "TLEN",       "CUESHEET"};

// RFC 9639, 8.6.1: names are printable ASCII without "=".
bool isWanted(const QByteArray &name)
{
    const bool isName = std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '}' && c != '='; });
    const bool isStrange = std::ranges::any_of(strange, [&name](const char *one) { return name == one; });
    return isName && !isStrange && !name.isEmpty() && !name.startsWith("ID3V2_PRIV") && !name.startsWith("_STATISTICS");
}

void add(QList<StreamTag> &tags, const QByteArray &name, const QString &value)
{
    const bool isKnown = std::ranges::any_of(tags, [&name](const StreamTag &tag) { return tag.name == name; });
    if (!isKnown && !value.isEmpty() && isWanted(name))
        tags.append({name, value});
}

void addAll(QList<StreamTag> &tags, const AVDictionary *dictionary)
{
    const AVDictionaryEntry *entry = nullptr;
    while ((entry = av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX))) {
        const QByteArray key(entry->key);
        const QString value = QString::fromUtf8(entry->value).trimmed();
        const auto *name = std::ranges::find_if(
            names, [&key](const Name &one) { return key.compare(one.libav, Qt::CaseInsensitive) == 0; });
        if (name == names.end()) {
            add(tags, key.toUpper(), value);
        } else if (!name->total) {
            add(tags, name->comment, value);
        } else {
            add(tags, name->comment, value.section(u'/', 0, 0).trimmed());
            add(tags, name->total, value.section(u'/', 1, 1).trimmed());
        }
    }
}

void mend(AVDictionary **tags)
{
    AVDictionary *mended = nullptr;
    const AVDictionaryEntry *entry = nullptr;
    while ((entry = av_dict_get(*tags, "", entry, AV_DICT_IGNORE_SUFFIX))) {
        const QByteArray value(entry->value);
        const QByteArray text = value.isValidUtf8() ? value : QString::fromLatin1(value).toUtf8();
        av_dict_set(&mended, entry->key, text.constData(), AV_DICT_MULTIKEY);
    }
    av_dict_free(tags);
    *tags = mended;
}

} // namespace

QList<StreamTag> streamTags(const AVFormatContext *context, const AVStream *stream)
{
    QList<StreamTag> tags;
    addAll(tags, context->metadata);
    if (stream)
        addAll(tags, stream->metadata);
    return tags;
}

void mendTags(AVFormatContext *context)
{
    mend(&context->metadata);
    for (unsigned i = 0; i < context->nb_streams; ++i)
        mend(&context->streams[i]->metadata);
    for (unsigned i = 0; i < context->nb_chapters; ++i)
        mend(&context->chapters[i]->metadata);
}

} // namespace convoy
