// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/id3frames.h"

#include "core/converters/audio/ratings.h"
#include "core/converters/audio/tagproperties.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <taglib/commentsframe.h>
#include <taglib/podcastframe.h>
#include <taglib/popularimeterframe.h>
#include <taglib/relativevolumeframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/tpropertymap.h>
#include <taglib/unsynchronizedlyricsframe.h>
#include <utility>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;
using TagLib::ID3v2::Frame;

namespace {

struct Role {
    const char *id3; ///< as TIPL has it (ID3v2.4 frames, 4.2.2)
    const char *tag;
};
constexpr std::array roles{Role{"arranger", "ARRANGER"}, Role{"engineer", "ENGINEER"}, Role{"producer", "PRODUCER"},
                           Role{"DJ-mix", "DJMIXER"}, Role{"mix", "MIXER"}};

// Text frames that TagLib does not know, or by a name that only iTunes means.
struct TextFrame {
    const char *id;
    const char *tag;
};
constexpr std::array textFrames{TextFrame{"TSST", "DISCSUBTITLE"}, TextFrame{"TKWD", "PODCASTKEYWORDS"},
                                TextFrame{"TIT1", "GROUPING"}};

constexpr QByteArrayView performerPrefix = "PERFORMER:";

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
        const auto *known = std::ranges::find_if(roles, [&role](const Role &one) {
            return role.compare(QLatin1StringView(one.id3), Qt::CaseInsensitive) == 0
                || role.compare(QLatin1StringView(one.tag), Qt::CaseInsensitive) == 0;
        });
        if (known != roles.end())
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

// iTunes has the work in the frame that all others have the grouping in, and then another one for that.
QByteArray nameOfTit1(const TagLib::ID3v2::Tag &tag)
{
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
        const auto *known = std::ranges::find_if(textFrames, [&id](const TextFrame &one) { return id == one.id; });
        if (id == "TIPL" || id == "TMCL")
            takePeople(said.tags, text->fieldList());
        else if (known != textFrames.end())
            takeText(said.tags, *text, id == "TIT1" ? nameOfTit1(tag) : QByteArray(known->tag));
        else
            return false;
    } else {
        return false;
    }
    return true;
}

void addText(TagLib::ID3v2::Tag &target, const TagLib::ByteVector &id, const TagLib::StringList &values)
{
    auto frame = std::make_unique<TagLib::ID3v2::TextIdentificationFrame>(id, TagLib::String::UTF8);
    frame->setText(values);
    target.removeFrames(id);
    target.addFrame(frame.release()); // owned by the tag, as all that follow
}

template <typename F>
void addWords(TagLib::ID3v2::Tag &target, const AudioTag &tag)
{
    auto frame = std::make_unique<F>(TagLib::String::UTF8);
    frame->setLanguage(tagLibBytes(tag.language.isEmpty() ? QByteArray(3, 'X') : tag.language));
    frame->setDescription(tagLibText(tag.description));
    frame->setText(tagLibText(tag.value));
    target.addFrame(frame.release());
}

// "Ann (lead vocals (live))": the last bracket is what Ann did.
qsizetype roleStart(const QString &text)
{
    if (!text.endsWith(u')'))
        return -1;
    int depth = 0;
    for (qsizetype i = text.size() - 1; i > 0; --i) {
        depth += text[i] == u')' ? 1 : text[i] == u'(' ? -1 : 0;
        if (depth == 0)
            return text[i - 1].isSpace() ? i : -1;
    }
    return -1;
}

void addPair(TagLib::StringList &pairs, const QString &role, const QString &name)
{
    pairs.append(tagLibText(role.trimmed()));
    pairs.append(tagLibText(name.trimmed()));
}

/// Tags, as frames of their own take them one after the other.
class FrameWriter
{
public:
    explicit FrameWriter(TagLib::ID3v2::Tag &target) : m_target(target) {}
    bool take(const AudioTag &tag)
    {
        if (tag.name == "COMMENT" || tag.name.startsWith("COMMENT:"))
            addWords<TagLib::ID3v2::CommentsFrame>(m_target, described(tag));
        else if (tag.name == "LYRICS" || tag.name.startsWith("LYRICS:"))
            addWords<TagLib::ID3v2::UnsynchronizedLyricsFrame>(m_target, described(tag));
        else if (tag.name == "PODCAST")
            m_target.addFrame(new TagLib::ID3v2::PodcastFrame);
        else
            return isPerson(tag);
        return true;
    }
    void finish()
    {
        if (!m_involved.isEmpty())
            addText(m_target, "TIPL", m_involved);
        if (!m_musicians.isEmpty())
            addText(m_target, "TMCL", m_musicians);
    }

private:
    // "COMMENT:MOOD", as TagLib names them elsewhere
    static AudioTag described(AudioTag tag)
    {
        if (const qsizetype colon = tag.name.indexOf(':'); colon > 0)
            tag.description = QString::fromUtf8(tag.name.mid(colon + 1));
        return tag;
    }
    bool isPerson(const AudioTag &tag)
    {
        const auto *role = std::ranges::find_if(roles, [&tag](const Role &one) { return tag.name == one.tag; });
        const qsizetype start = tag.name == "PERFORMER" ? roleStart(tag.value) : -1;
        if (role != roles.end())
            addPair(m_involved, QString::fromLatin1(role->id3), tag.value);
        else if (start > 0)
            addPair(m_musicians, tag.value.mid(start + 1).chopped(1), tag.value.left(start));
        else if (tag.name.startsWith(performerPrefix))
            addPair(m_musicians, QString::fromUtf8(tag.name.mid(performerPrefix.size())).toLower(), tag.value);
        else
            return false;
        return true;
    }

    TagLib::ID3v2::Tag &m_target;
    TagLib::StringList m_involved;
    TagLib::StringList m_musicians;
};

void addRatings(TagLib::ID3v2::Tag &target, const AudioTags &tags)
{
    for (const Rating &rating : ratingsIn(tags)) {
        auto frame = std::make_unique<TagLib::ID3v2::PopularimeterFrame>();
        frame->setEmail(tagLibText(rating.owner));
        frame->setRating(rating.level);
        frame->setCounter(rating.playCount);
        target.addFrame(frame.release());
    }
}

void addTexts(TagLib::ID3v2::Tag &target, AudioTags &tags)
{
    for (const TextFrame &text : textFrames) {
        TagLib::StringList values;
        for (const AudioTag &tag : std::as_const(tags)) {
            if (tag.name == text.tag)
                values.append(tagLibText(tag.value));
        }
        if (!values.isEmpty())
            addText(target, text.id, values);
        tags.removeIf([&text](const AudioTag &tag) { return tag.name == text.tag; });
    }
}

AudioTag *onlyOne(AudioTags &tags, const QByteArray &name)
{
    const auto found = std::ranges::find(tags, name, &AudioTag::name);
    return found != tags.end() && std::ranges::count(tags, name, &AudioTag::name) == 1 ? &*found : nullptr;
}

// To what TagLib calls the frames that stand for them: MVIN, WCOP, WOAR.
void useTagLibNames(AudioTags &tags)
{
    if (AudioTag *movement = onlyOne(tags, "MOVEMENT"); movement && movement->value.toInt() > 0) {
        movement->name = "MOVEMENTNUMBER";
        if (const AudioTag *total = onlyOne(tags, "MOVEMENTTOTAL"))
            movement->value += u'/' + total->value;
        tags.removeIf([](const AudioTag &tag) { return tag.name == "MOVEMENTTOTAL"; });
    }
    for (const auto &[name, tagLibs] : {std::pair("LICENSE", "COPYRIGHTURL"), std::pair("WEBSITE", "ARTISTWEBPAGE")}) {
        if (AudioTag *address = onlyOne(tags, name); address && address->value.contains("://"_L1))
            address->name = tagLibs;
    }
}

void replaceFrames(TagLib::ID3v2::Tag &target, const TagLib::String &key, const TagLib::StringList &values)
{
    std::unique_ptr<Frame> frame(key == "WORK"
                                     ? new TagLib::ID3v2::UserTextIdentificationFrame("WORK", values, TagLib::String::UTF8)
                                     : Frame::createTextualFrame(key, values));
    if (auto *text = dynamic_cast<TagLib::ID3v2::UserTextIdentificationFrame *>(frame.get())) {
        const TagLib::String name(playersName(fromTagLib(key.data(TagLib::String::UTF8))).constData());
        text->setDescription(name);
        if (auto *old = TagLib::ID3v2::UserTextIdentificationFrame::find(&target, name))
            target.removeFrame(old);
    } else if (frame->frameID() != "WXXX") {
        target.removeFrames(frame->frameID());
    }
    target.addFrame(frame.release());
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

void writeFrames(TagLib::ID3v2::Tag &target, const AudioTags &tags)
{
    AudioTags rest = tags;
    addRatings(target, rest);
    rest.removeIf(&isRatingTag);
    addTexts(target, rest);
    FrameWriter writer(target);
    rest.removeIf([&writer](const AudioTag &tag) { return writer.take(tag); });
    writer.finish();
    useTagLibNames(rest);
    TagLib::PropertyMap map;
    replaceJoinedProperties(map, rest);
    for (const auto &[key, values] : std::as_const(map))
        replaceFrames(target, key, values);
}

} // namespace convoy
