// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/id3frames.h"

#include "core/converters/audio/tags/id3names.h"
#include "core/converters/audio/tags/ratings.h"
#include "core/converters/audio/tags/tagproperties.h"

#include <algorithm>
#include <cmath>
#include <taglib/commentsframe.h>
#include <taglib/podcastframe.h>
#include <taglib/popularimeterframe.h>
#include <taglib/relativevolumeframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/tpropertymap.h>
#include <taglib/unsynchronizedlyricsframe.h>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;
using TagLib::ID3v2::Frame;

namespace {

QString textOf(const TagLib::String &text)
{
    return QString::fromStdString(text.to8Bit(true)).trimmed();
}

// Three X and the like say that nothing is known.
QByteArray languageOf(const TagLib::ByteVector &bytes)
{
    const QByteArray language = fromTagLib(bytes).toLower();
    const bool isCode = language.size() == 3 && std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
    return isCode && language != "xxx" && language != "und" ? language : QByteArray();
}

void take(AudioTags &tags, const AudioTag &tag)
{
    if (!tag.name.isEmpty() && !tag.value.isEmpty() && !tags.contains(tag))
        tags.append(tag);
}

// Of iTunes about its own coding: of that file only.
template <typename F>
void takeWords(AudioTags &tags, const QByteArray &name, const F &frame)
{
    const QString description = textOf(frame.description());
    if (description.startsWith("iTun"_L1, Qt::CaseInsensitive))
        return;
    const bool isPlain = description == "ID3v1 Comment"_L1
        || description.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    const AudioTag tag{name, textOf(frame.text()), isPlain ? QString() : description, languageOf(frame.language())};
    const bool isSaid = std::ranges::any_of(tags, [&tag](const AudioTag &other) { // by an ID3v1 comment
        return other.name == tag.name && other.value == tag.value && other.description == tag.description;
    });
    if (!isSaid)
        take(tags, tag);
}

// Who did what, in pairs: also ID3v2.3's IPLS, which has musicians as well.
void takePeople(AudioTags &tags, const TagLib::StringList &fields)
{
    for (unsigned i = 0; i + 1 < fields.size(); i += 2) {
        const QString role = textOf(fields[i]);
        const QString name = textOf(fields[i + 1]);
        const auto *known = std::ranges::find_if(id3Roles, [&role](const Id3Role &one) {
            return role.compare(QLatin1StringView(one.id3), Qt::CaseInsensitive) == 0
                || role.compare(QLatin1StringView(one.tag), Qt::CaseInsensitive) == 0;
        });
        if (known != id3Roles.end())
            take(tags, {known->tag, name});
        else if (!name.isEmpty())
            take(tags, {"PERFORMER", role.isEmpty() ? name : name + u" ("_s + role + u')'});
    }
}

// The peak's highest bit is full scale (ID3v2.4 frames, 4.11, as mutagen reads it).
AudioTags gainsOf(const TagLib::ID3v2::RelativeVolumeFrame &frame)
{
    const QByteArray scope = textOf(frame.identification()).toUpper().toLatin1();
    if (scope != "TRACK" && scope != "ALBUM")
        return {};
    AudioTags tags{{"REPLAYGAIN_" + scope + "_GAIN", QString::asprintf("%+.2f dB", double(frame.volumeAdjustment()))}};
    const auto peak = frame.peakVolume();
    double value = 0;
    for (const char byte : peak.peakVolume)
        value = value * 256 + static_cast<unsigned char>(byte);
    if (value > 0 && peak.bitsRepresentingPeak > 0)
        tags.append(
            {"REPLAYGAIN_" + scope + "_PEAK", QString::number(value / std::exp2(peak.bitsRepresentingPeak - 1), 'f', 6)});
    return tags;
}

// iTunes has the work in the frame that all others have the grouping in, and then another one for that. Picard has a work
// in words.
QByteArray nameOfTit1(const TagLib::ID3v2::Tag &tag)
{
    for (const Frame *frame : tag.frameList("TXXX")) {
        const auto *text = dynamic_cast<const TagLib::ID3v2::UserTextIdentificationFrame *>(frame);
        if (text && text->description().upper() == "WORK")
            return "GROUPING";
    }
    const bool isOfItunes = !tag.frameList("GRP1").isEmpty() || !tag.frameList("MVNM").isEmpty();
    return isOfItunes ? "WORK" : "GROUPING";
}

void takeText(AudioTags &tags, const TagLib::ID3v2::TextIdentificationFrame &frame, const QByteArray &name)
{
    const TagLib::StringList fields = frame.fieldList();
    for (const TagLib::String &value : fields)
        take(tags, {name, textOf(value)});
}

struct Said {
    AudioTags tags;
    AudioTags lesser; ///< where no frame says it in words
};

bool takeFrame(Said &said, const TagLib::ID3v2::Tag &tag, const Frame &frame)
{
    if (const auto *comment = dynamic_cast<const TagLib::ID3v2::CommentsFrame *>(&frame)) {
        takeWords(said.tags, "COMMENT", *comment);
    } else if (const auto *lyrics = dynamic_cast<const TagLib::ID3v2::UnsynchronizedLyricsFrame *>(&frame)) {
        takeWords(said.tags, "LYRICS", *lyrics);
    } else if (const auto *rating = dynamic_cast<const TagLib::ID3v2::PopularimeterFrame *>(&frame)) {
        addMissing(said.lesser, ratingTags({textOf(rating->email()), rating->rating(), rating->counter()}));
    } else if (const auto *volume = dynamic_cast<const TagLib::ID3v2::RelativeVolumeFrame *>(&frame)) {
        said.lesser += gainsOf(*volume);
    } else if (dynamic_cast<const TagLib::ID3v2::PodcastFrame *>(&frame)) {
        take(said.tags, {"PODCAST", u"1"_s});
    } else if (const auto *text = dynamic_cast<const TagLib::ID3v2::TextIdentificationFrame *>(&frame)) {
        const QByteArray id = fromTagLib(frame.frameID());
        const auto *known = std::ranges::find_if(id3TextFrames, [&id](const Id3TextFrame &one) { return id == one.id; });
        if (id == "TIPL" || id == "TMCL")
            takePeople(said.tags, text->fieldList());
        else if (known != id3TextFrames.end())
            takeText(said.tags, *text, id == "TIT1" ? nameOfTit1(tag) : QByteArray(known->tag));
        else
            return false;
    } else {
        return false;
    }
    return true;
}

} // namespace

AudioTags readFrames(TagLib::ID3v2::Tag &tag)
{
    Said said;
    std::vector<Frame *> taken;
    const TagLib::ID3v2::FrameList &frames = tag.frameList(); // a copy would delete them
    for (Frame *frame : frames) {
        if (takeFrame(said, tag, *frame))
            taken.push_back(frame);
    }
    for (Frame *frame : taken)
        tag.removeFrame(frame);
    AudioTags tags = fromProperties(tag.properties()) + said.tags;
    addMissing(tags, said.lesser);
    return tags;
}

} // namespace convoy
