// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/id3frames.h"
#include "core/converters/audio/tags/id3names.h"
#include "core/converters/audio/tags/ratings.h"
#include "core/converters/audio/tags/tagproperties.h"

#include <algorithm>
#include <memory>
#include <taglib/commentsframe.h>
#include <taglib/podcastframe.h>
#include <taglib/popularimeterframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/tpropertymap.h>
#include <taglib/unsynchronizedlyricsframe.h>
#include <utility>

namespace convoy {

using namespace Qt::Literals::StringLiterals;
using TagLib::ID3v2::Frame;

namespace {

constexpr QByteArrayView performerPrefix = "PERFORMER:";

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
        const auto *role = std::ranges::find_if(id3Roles, [&tag](const Id3Role &one) { return tag.name == one.tag; });
        const qsizetype start = tag.name == "PERFORMER" ? roleStart(tag.value) : -1;
        if (role != id3Roles.end())
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
    for (const Id3TextFrame &text : id3TextFrames) {
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
