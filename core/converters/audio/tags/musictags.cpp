// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/musictags.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/tags/apepictures.h"
#include "core/converters/audio/tags/chapters.h"
#include "core/converters/audio/tags/covers.h"
#include "core/converters/audio/tags/fdtagstream.h"
#include "core/converters/audio/tags/id3tags.h"
#include "core/converters/audio/tags/ratings.h"
#include "core/converters/audio/tags/tagproperties.h"

#include <taglib/apetag.h>
#include <taglib/flacpicture.h>
#include <taglib/id3v2framefactory.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/tpropertymap.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavpackfile.h>
#include <taglib/xiphcomment.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

bool writeXiph(TagLib::File &file, TagLib::Ogg::XiphComment *comment, const MusicTags &content)
{
    TagLib::PropertyMap map = comment->properties();
    replaceProperties(map, content.tags);
    comment->setProperties(map);
    for (const QByteArray &block : content.pictures) {
        auto picture = std::make_unique<TagLib::FLAC::Picture>();
        if (picture->parse(tagLibBytes(block)))
            comment->addPicture(picture.release()); // owned by the comment
    }
    return file.save();
}

bool writeId3(TagLib::MPEG::File &file, const MusicTags &content)
{
    fillId3(*file.ID3v2Tag(true), content);
    // TagLib would put the nothing of an ID3v1 tag over a track "A1" or a year "c. 1970": for it they are no numbers.
    return file.save(TagLib::MPEG::File::ID3v2, TagLib::File::StripNone, TagLib::ID3v2::v4, TagLib::File::DoNotDuplicate);
}

constexpr std::array tagLibsMp4Names{std::pair("MOVEMENT", "MOVEMENTNUMBER"), std::pair("MOVEMENTTOTAL", "MOVEMENTCOUNT"),
                                     std::pair("SHOWMOVEMENT", "SHOWWORKMOVEMENT")};

// Names without an atom of their own go where iTunes and all others look for them.
bool writeMp4(TagLib::MP4::File &file, const MusicTags &content)
{
    AudioTags tags = content.tags;
    if (const QList<Rating> ratings = ratingsIn(tags); !ratings.isEmpty()) { // from 0 to 100, as Mp3tag and MediaMonkey do
        const int percent = starsOf(ratings.constFirst().level) * 20;
        file.tag()->setItem("rate", TagLib::StringList(TagLib::String::number(percent)));
    }
    // MusicEncoder writes chapters
    tags.removeIf([](const AudioTag &tag) { return isChapterTag(tag) || isRatingTag(tag); });
    for (AudioTag &tag : tags) {
        const auto *known = std::ranges::find_if(tagLibsMp4Names, [&tag](const auto &one) { return tag.name == one.first; });
        if (known != tagLibsMp4Names.end())
            tag.name = known->second;
    }
    TagLib::PropertyMap map = file.tag()->properties();
    replaceJoinedProperties(map, tags);
    const TagLib::PropertyMap others = file.tag()->setProperties(map);
    for (const char *name : {"TRACKNUMBER", "DISCNUMBER"}) { // their atoms hold no "A1", a record's side
        bool isNumber = true;
        const TagLib::String text = map.contains(name) ? map[name].front().split("/").front() : "0";
        text.toInt(&isNumber);
        if (!isNumber)
            file.tag()->setItem(TagLib::String("----:com.apple.iTunes:") + name, TagLib::StringList(text));
    }
    for (const auto &[name, values] : others) {
        QByteArray known = playersName(fromTagLib(name.data(TagLib::String::UTF8)));
        known.replace(':', ' '); // which stands between the parts of such a name
        file.tag()->setItem("----:com.apple.iTunes:" + TagLib::String(known.constData()), TagLib::MP4::Item(values));
    }
    TagLib::MP4::CoverArtList covers;
    for (const QByteArray &block : content.pictures) {
        const CoverPicture cover = pictureOf(block);
        covers.append(TagLib::MP4::CoverArt(cover.mime == "image/png"       ? TagLib::MP4::CoverArt::PNG
                                                : cover.mime == "image/gif" ? TagLib::MP4::CoverArt::GIF
                                                                            : TagLib::MP4::CoverArt::JPEG,
                                            tagLibBytes(cover.bytes)));
    }
    if (!covers.isEmpty())
        file.tag()->setItem("covr", TagLib::MP4::Item(covers));
    return file.save();
}

bool writeApe(TagLib::WavPack::File &file, const MusicTags &content)
{
    TagLib::APE::Tag *tag = file.APETag(true);
    TagLib::PropertyMap map = tag->properties();
    replaceJoinedProperties(map, content.tags);
    tag->setProperties(map);
    for (const QByteArray &block : content.pictures) {
        const CoverPicture cover = pictureOf(block);
        const QByteArray name = (cover.description.isEmpty() ? QByteArray("cover") : cover.description) + '.'
            + cover.mime.mid(cover.mime.indexOf('/') + 1);
        tag->setData(apePictureName(pictureType(block)), tagLibBytes(name + '\0' + cover.bytes));
    }
    return file.save();
}

bool write(FdTagStream &stream, const QString &extension, const MusicTags &content)
{
    constexpr bool readsProperties = false;
    if (extension == "opus"_L1) {
        TagLib::Ogg::Opus::File file(&stream, readsProperties);
        return file.isValid() && writeXiph(file, file.tag(), content);
    }
    if (extension == "ogg"_L1) {
        TagLib::Ogg::Vorbis::File file(&stream, readsProperties);
        return file.isValid() && writeXiph(file, file.tag(), content);
    }
    if (extension == "m4a"_L1) {
        TagLib::MP4::File file(&stream, readsProperties);
        return file.isValid() && file.tag() && writeMp4(file, content);
    }
    if (extension == "wv"_L1) {
        TagLib::WavPack::File file(&stream, readsProperties);
        return file.isValid() && writeApe(file, content);
    }
    TagLib::MPEG::File file(&stream, TagLib::ID3v2::FrameFactory::instance(), readsProperties);
    return file.isValid() && writeId3(file, content);
}

} // namespace

Result<void> writeMusicTags(int fd, const QString &extension, const MusicTags &music)
{
    const QByteArray name = "music." + extension.toLatin1();
    FdTagStream stream(fd, name.constData());
    const bool written = write(stream, extension, music);
    if (stream.systemError() != 0)
        return systemError(stream.systemError(), ErrorKind::OutputUnwritable,
                           AudioText::tr("The output cannot be written."));
    if (!written)
        return Error{ErrorKind::Internal, AudioText::tr("The tags cannot be written."), {}};
    return {};
}

} // namespace convoy
