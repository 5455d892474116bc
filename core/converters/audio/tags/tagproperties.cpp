// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/tagproperties.h"

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NumberName {
    const char *number;
    const char *total;
    bool isJoined = true; ///< outside of Vorbis comments
};
constexpr std::array numberNames{NumberName{"TRACKNUMBER", "TRACKTOTAL"}, NumberName{"DISCNUMBER", "DISCTOTAL"},
                                 NumberName{"MOVEMENT", "MOVEMENTTOTAL", false}};

struct OtherName {
    const char *other;
    const char *usual;
};

// What TagLib calls differently from Picard.
constexpr std::array tagLibNames{
    OtherName{"MOVEMENTNUMBER", "MOVEMENT"},       OtherName{"MOVEMENTCOUNT", "MOVEMENTTOTAL"},
    OtherName{"SHOWWORKMOVEMENT", "SHOWMOVEMENT"}, OtherName{"COPYRIGHTURL", "LICENSE"},
    OtherName{"ARTISTWEBPAGE", "WEBSITE"},         OtherName{"COMMENT:ID3V1 COMMENT", "COMMENT"},
};

// What players look for outside of Vorbis comments.
constexpr std::array playersNames{
    OtherName{"MusicBrainz Album Id", "MUSICBRAINZ_ALBUMID"},
    OtherName{"MusicBrainz Artist Id", "MUSICBRAINZ_ARTISTID"},
    OtherName{"MusicBrainz Album Artist Id", "MUSICBRAINZ_ALBUMARTISTID"},
    OtherName{"MusicBrainz Release Group Id", "MUSICBRAINZ_RELEASEGROUPID"},
    OtherName{"MusicBrainz Release Track Id", "MUSICBRAINZ_RELEASETRACKID"},
    OtherName{"MusicBrainz Track Id", "MUSICBRAINZ_TRACKID"},
    OtherName{"MusicBrainz Work Id", "MUSICBRAINZ_WORKID"},
    OtherName{"MusicBrainz Disc Id", "MUSICBRAINZ_DISCID"},
    OtherName{"MusicBrainz Original Album Id", "MUSICBRAINZ_ORIGINALALBUMID"},
    OtherName{"MusicBrainz Original Artist Id", "MUSICBRAINZ_ORIGINALARTISTID"},
    OtherName{"MusicBrainz TRM Id", "MUSICBRAINZ_TRMID"},
    OtherName{"MusicBrainz Album Type", "RELEASETYPE"},
    OtherName{"MusicBrainz Album Status", "RELEASESTATUS"},
    OtherName{"MusicBrainz Album Release Country", "RELEASECOUNTRY"},
    OtherName{"Acoustid Id", "ACOUSTID_ID"},
    OtherName{"Acoustid Fingerprint", "ACOUSTID_FINGERPRINT"},
    OtherName{"MusicIP PUID", "MUSICIP_PUID"},
    OtherName{"iTunSMPB", "ITUNSMPB"},
    OtherName{"Writer", "WRITER"},
    OtherName{"FMPS_Rating", "FMPS_RATING"},
    OtherName{"FMPS_Playcount", "FMPS_PLAYCOUNT"},
};

// What taggers write into Vorbis comments.
constexpr std::array otherNames{
    OtherName{"TOTALTRACKS", "TRACKTOTAL"},
    OtherName{"TOTALDISCS", "DISCTOTAL"},
    OtherName{"TRACK", "TRACKNUMBER"},
    OtherName{"DISC", "DISCNUMBER"},
    OtherName{"YEAR", "DATE"},
    OtherName{"ALBUM ARTIST", "ALBUMARTIST"},
    OtherName{"UNSYNCEDLYRICS", "LYRICS"},
    OtherName{"PUBLISHER", "LABEL"},
    OtherName{"ORGANIZATION", "LABEL"},
    OtherName{"DESCRIPTION", "COMMENT"},
    OtherName{"KEY", "INITIALKEY"},
};

// RFC 9639, 8.6.1: names are printable ASCII without "=".
bool isWantedName(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 6> strange{"ENCODER", "ENCODING", "ENCODEDBY",
                                                           "LENGTH",  "FILETYPE", "GAPLESSPLAYBACK"};
    const bool isName = std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '}' && c != '='; });
    return isName && !name.isEmpty() && !name.startsWith("ITUN") && !name.startsWith("COMMENT:ITUN")
        && !name.startsWith("MP3GAIN_") && std::ranges::find(strange, QByteArrayView(name)) == strange.end();
}

QByteArray usualName(const QByteArray &name)
{
    const auto isOther = [&name](const OtherName &one) { return name.compare(one.other, Qt::CaseInsensitive) == 0; };
    if (const auto *tagLib = std::ranges::find_if(tagLibNames, isOther); tagLib != tagLibNames.end())
        return tagLib->usual;
    const auto *players = std::ranges::find_if(playersNames, isOther);
    return players == playersNames.end() ? name : QByteArray(players->usual);
}

void takeValue(AudioTags &tags, const QByteArray &name, const QString &value)
{
    if (const AudioTag tag{name, value}; !value.isEmpty() && !tags.contains(tag))
        tags.append(tag);
}

bool hasName(const AudioTags &tags, const QByteArray &name)
{
    return std::ranges::find(tags, name, &AudioTag::name) != tags.end();
}

} // namespace

TagLib::String tagLibText(const QString &text)
{
    return TagLib::String(text.toUtf8().constData(), TagLib::String::UTF8);
}

TagLib::ByteVector tagLibBytes(const QByteArray &bytes)
{
    return TagLib::ByteVector(bytes.constData(), static_cast<unsigned int>(bytes.size()));
}

QByteArray fromTagLib(const TagLib::ByteVector &bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size()));
}

AudioTags fromProperties(const TagLib::PropertyMap &map)
{
    AudioTags tags;
    for (const auto &[key, values] : map) {
        const QByteArray name = usualName(QByteArray::fromStdString(key.to8Bit(true)).toUpper());
        if (!isWantedName(name))
            continue;
        const auto number = std::ranges::find(numberNames, QByteArrayView(name),
                                              [](const NumberName &one) { return QByteArrayView(one.number); });
        for (const TagLib::String &value : values) {
            const QString text = QString::fromStdString(value.to8Bit(true)).trimmed();
            if (number == numberNames.end()) {
                takeValue(tags, name, text);
                continue;
            }
            takeValue(tags, name, text.section(u'/', 0, 0).trimmed());
            takeValue(tags, number->total, text.section(u'/', 1, 1).trimmed());
        }
    }
    tags.removeIf([](const AudioTag &tag) { return tag.name == "COMPILATION" && tag.value == "0"_L1; });
    return tags;
}

QByteArray playersName(const QByteArray &name)
{
    const auto *known = std::ranges::find_if(playersNames, [&name](const OtherName &one) { return name == one.usual; });
    return known == playersNames.end() ? name : QByteArray(known->other);
}

void addMissing(AudioTags &tags, const AudioTags &more)
{
    AudioTags missing = more;
    missing.removeIf([&tags](const AudioTag &tag) { return hasName(tags, tag.name); });
    tags += missing;
}

void replaceProperties(TagLib::PropertyMap &map, const AudioTags &tags)
{
    for (const AudioTag &tag : tags)
        map.erase(TagLib::String(tag.name.constData()));
    for (const AudioTag &tag : tags) {
        const TagLib::String name(tag.name.constData());
        TagLib::StringList values = map.contains(name) ? map[name] : TagLib::StringList();
        values.append(tagLibText(tag.value));
        map.replace(name, values);
    }
}

void replaceJoinedProperties(TagLib::PropertyMap &map, const AudioTags &tags)
{
    AudioTags usual = tags;
    for (AudioTag &tag : usual) {
        const auto *other = std::ranges::find(otherNames, QByteArrayView(tag.name),
                                              [](const OtherName &one) { return QByteArrayView(one.other); });
        if (other != otherNames.end() && !hasName(usual, other->usual))
            tag.name = other->usual;
    }
    replaceProperties(map, usual);
    for (const NumberName &name : numberNames) {
        if (!name.isJoined || !map.contains(name.number) || !map.contains(name.total))
            continue;
        const TagLib::String number = map[name.number].front();
        if (number.find("/") < 0)
            map.replace(name.number, TagLib::StringList(number + "/" + map[name.total].front()));
        map.erase(name.total);
    }
}

} // namespace convoy
