// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/musictags.h"

#include "core/converters/audio/audiotext.h"
#include "core/converters/audio/fdtagstream.h"

#include <taglib/apetag.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/flacpicture.h>
#include <taglib/id3v2framefactory.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/tpropertymap.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavpackfile.h>
#include <taglib/xiphcomment.h>

#include <memory>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

TagLib::String text(const QString &value)
{
    return TagLib::String(value.toUtf8().constData(), TagLib::String::UTF8);
}

TagLib::ByteVector bytes(const QByteArray &data)
{
    return TagLib::ByteVector(data.constData(), static_cast<unsigned int>(data.size()));
}

// ID3v2 and MP4 keep "3/12" in one place, Vorbis comments and APE in two.
void joinTotal(TagLib::PropertyMap &map, const char *number, const char *total)
{
    if (!map.contains(number) || !map.contains(total))
        return;
    map.replace(number, TagLib::StringList(map[number].front() + "/" + map[total].front()));
    map.erase(total);
}

void put(TagLib::PropertyMap &map, const AudioTags &tags)
{
    for (const AudioTag &tag : tags)
        map.erase(TagLib::String(tag.name.constData()));
    for (const AudioTag &tag : tags) {
        const TagLib::String name(tag.name.constData());
        TagLib::StringList values = map.contains(name) ? map[name] : TagLib::StringList();
        values.append(text(tag.value));
        map.replace(name, values);
    }
}

struct Content {
    const AudioTags &tags;
    const QList<QByteArray> &pictures;
};

bool writeXiph(TagLib::File &file, TagLib::Ogg::XiphComment *comment, const Content &content)
{
    TagLib::PropertyMap map = comment->properties();
    put(map, content.tags);
    comment->setProperties(map);
    for (const QByteArray &block : content.pictures) {
        auto picture = std::make_unique<TagLib::FLAC::Picture>();
        if (picture->parse(bytes(block)))
            comment->addPicture(picture.release()); // owned by the comment
    }
    return file.save();
}

bool writeId3(TagLib::MPEG::File &file, const Content &content)
{
    TagLib::ID3v2::Tag *tag = file.ID3v2Tag(true);
    TagLib::PropertyMap map = tag->properties();
    put(map, content.tags);
    joinTotal(map, "TRACKNUMBER", "TRACKTOTAL");
    joinTotal(map, "DISCNUMBER", "DISCTOTAL");
    tag->setProperties(map);
    for (const QByteArray &block : content.pictures) {
        const CoverPicture cover = pictureOf(block);
        auto frame = std::make_unique<TagLib::ID3v2::AttachedPictureFrame>();
        frame->setMimeType(cover.mime.constData());
        frame->setType(TagLib::ID3v2::AttachedPictureFrame::Type(pictureType(block) % 21));
        frame->setPicture(bytes(cover.bytes));
        tag->addFrame(frame.release()); // owned by the tag
    }
    return file.save(TagLib::MPEG::File::ID3v2, TagLib::File::StripNone, TagLib::ID3v2::v4);
}

// Names without an atom of their own go where iTunes and all others look for them.
bool writeMp4(TagLib::MP4::File &file, const Content &content)
{
    TagLib::PropertyMap map = file.tag()->properties();
    put(map, content.tags);
    joinTotal(map, "TRACKNUMBER", "TRACKTOTAL");
    joinTotal(map, "DISCNUMBER", "DISCTOTAL");
    const TagLib::PropertyMap others = file.tag()->setProperties(map);
    for (const auto &[name, values] : others) {
        // Players look for this one by its very letters.
        const TagLib::String known = name == "ITUNSMPB" ? TagLib::String("iTunSMPB") : name;
        file.tag()->setItem("----:com.apple.iTunes:" + known, TagLib::MP4::Item(values));
    }
    TagLib::MP4::CoverArtList covers;
    for (const QByteArray &block : content.pictures) {
        const CoverPicture cover = pictureOf(block);
        const bool isPng = cover.mime == "image/png";
        covers.append(
            TagLib::MP4::CoverArt(isPng ? TagLib::MP4::CoverArt::PNG : TagLib::MP4::CoverArt::JPEG, bytes(cover.bytes)));
    }
    if (!covers.isEmpty())
        file.tag()->setItem("covr", TagLib::MP4::Item(covers));
    return file.save();
}

bool writeApe(TagLib::WavPack::File &file, const Content &content)
{
    TagLib::APE::Tag *tag = file.APETag(true);
    TagLib::PropertyMap map = tag->properties();
    put(map, content.tags);
    joinTotal(map, "TRACKNUMBER", "TRACKTOTAL");
    joinTotal(map, "DISCNUMBER", "DISCTOTAL");
    tag->setProperties(map);
    for (const QByteArray &block : content.pictures) {
        const CoverPicture cover = pictureOf(block);
        const QByteArray name = cover.mime == "image/png" ? QByteArray("cover.png") : QByteArray("cover.jpg");
        const bool isFront = pictureType(block) == 3;
        tag->setData(isFront ? "Cover Art (Front)" : "Cover Art (Other)", bytes(name + '\0' + cover.bytes));
    }
    return file.save();
}

bool write(FdTagStream &stream, const QString &extension, const Content &content)
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

Result<void> writeMusicTags(int fd, const QString &extension, const AudioTags &tags, const QList<QByteArray> &pictures)
{
    const QByteArray name = "music." + extension.toLatin1();
    FdTagStream stream(fd, name.constData());
    const bool written = write(stream, extension, {tags, pictures});
    if (stream.systemError() != 0)
        return systemError(stream.systemError(), ErrorKind::OutputUnwritable,
                           AudioText::tr("The output cannot be written."));
    if (!written)
        return Error{ErrorKind::Internal, AudioText::tr("The tags cannot be written."), {}};
    return {};
}

} // namespace convoy
