// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/musictagreader.h"

#include "core/converters/audio/tags/apepictures.h"
#include "core/converters/audio/tags/covers.h"
#include "core/converters/audio/tags/fdtagstream.h"
#include "core/converters/audio/tags/id3frames.h"
#include "core/converters/audio/tags/id3tags.h"
#include "core/converters/audio/tags/ratings.h"
#include "core/converters/audio/tags/tagproperties.h"

#include <algorithm>
#include <taglib/apefile.h>
#include <taglib/apetag.h>
#include <taglib/asffile.h>
#include <taglib/fileref.h>
#include <taglib/flacpicture.h>
#include <taglib/id3v1tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpcfile.h>
#include <taglib/mpegfile.h>
#include <taglib/trueaudiofile.h>
#include <taglib/wavpackfile.h>
#include <taglib/xiphcomment.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

void addPicture(MusicTags &music, CoverPicture cover, quint32 type)
{
    if (!cover.mime.isEmpty())
        music.pictures.append(pictureBlock(cover, type));
}

void takePercent(MusicTags &music, int percent)
{
    constexpr int highestLevel = 255;
    addMissing(music.tags, ratingTags({.level = std::clamp(percent, 0, 100) * highestLevel / 100}));
}

// A picture's file name, NUL, picture.
void takeApe(MusicTags &music, const TagLib::APE::Tag *tag)
{
    if (!tag)
        return;
    addMissing(music.tags, fromProperties(tag->properties()));
    for (const auto &[key, item] : tag->itemListMap()) {
        const QByteArray name = QByteArray::fromStdString(key.to8Bit(true)).toUpper();
        const auto *known = std::ranges::find_if(apePictureNames,
                                                 [&name](const char *one) { return name == QByteArray(one).toUpper(); });
        if (item.type() != TagLib::APE::Item::Binary || known == apePictureNames.end())
            continue;
        const QByteArray content = fromTagLib(item.binaryData());
        addPicture(music, measureCover(content.mid(content.indexOf('\0') + 1)), quint32(known - apePictureNames.begin()));
    }
}

void takeId3(MusicTags &music, TagLib::ID3v2::Tag *tag)
{
    if (!tag)
        return;
    addMissing(music.tags, readFrames(*tag));
    music.pictures += id3Pictures(*tag);
}

void takeMp4(MusicTags &music, const TagLib::MP4::Tag *tag)
{
    const TagLib::PropertyMap known = tag->properties();
    TagLib::PropertyMap others; // "----:com.apple.iTunes:replaygain_track_gain"
    for (const TagLib::String &key : known.unsupportedData()) {
        if (key.startsWith("----:"))
            others.insert(key.substr(unsigned(key.rfind(":") + 1)).upper(), tag->item(key).toStringList());
    }
    music.tags = fromProperties(known);
    music.tags.removeIf([&others](const AudioTag &one) { // a number's atom says 0 where the number is "A1"
        return one.value == "0"_L1 && others.contains(TagLib::String(one.name.constData()));
    });
    addMissing(music.tags, fromProperties(others));
    const TagLib::StringList rating = tag->item("rate").toStringList();
    if (!rating.isEmpty())
        takePercent(music, rating.front().toInt());
    const TagLib::MP4::CoverArtList covers = tag->item("covr").toCoverArtList();
    for (const TagLib::MP4::CoverArt &cover : covers) // which is which is not said
        addPicture(music, measureCover(fromTagLib(cover.data())), music.pictures.isEmpty() ? frontCover : 0);
}

void takeXiph(MusicTags &music, TagLib::Ogg::XiphComment *tag)
{
    music.tags = fromProperties(tag->properties());
    const TagLib::List<TagLib::FLAC::Picture *> pictures = tag->pictureList();
    for (const TagLib::FLAC::Picture *picture : pictures)
        music.pictures.append(fromTagLib(picture->render()));
}

void takeAsf(MusicTags &music, const TagLib::ASF::Tag *tag)
{
    music.tags = fromProperties(tag->properties());
    const TagLib::ASF::AttributeList ratings = tag->attribute("WM/SharedUserRating"); // 1, 25, 50, 75, 99
    if (!ratings.isEmpty())
        takePercent(music, int(ratings.front().toUInt()));
    const TagLib::ASF::AttributeList pictures = tag->attribute("WM/Picture");
    for (const TagLib::ASF::Attribute &attribute : pictures) {
        const TagLib::ASF::Picture picture = attribute.toPicture();
        CoverPicture cover = picture.isValid() ? measureCover(fromTagLib(picture.picture())) : CoverPicture();
        cover.description = QByteArray::fromStdString(picture.description().to8Bit(true));
        addPicture(music, cover, quint32(picture.type()));
    }
}

} // namespace

MusicTags readMusicTags(int fd)
{
    constexpr bool readsProperties = false;
    FdTagStream stream(fd, "");
    TagLib::FileRef opened(&stream, readsProperties);
    TagLib::File *file = opened.file();
    MusicTags music;
    if (!file || !file->isValid())
        return music;
    if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(file)) {
        takeId3(music, mpeg->ID3v2Tag());
        takeApe(music, mpeg->APETag());
        if (const TagLib::ID3v1::Tag *old = mpeg->ID3v1Tag())
            addMissing(music.tags, fromProperties(old->properties()));
    } else if (auto *trueAudio = dynamic_cast<TagLib::TrueAudio::File *>(file)) {
        takeId3(music, trueAudio->ID3v2Tag());
    } else if (auto *mp4 = dynamic_cast<TagLib::MP4::File *>(file)) {
        takeMp4(music, mp4->tag());
    } else if (auto *wavPack = dynamic_cast<TagLib::WavPack::File *>(file)) {
        takeApe(music, wavPack->APETag());
    } else if (auto *monkey = dynamic_cast<TagLib::APE::File *>(file)) {
        takeApe(music, monkey->APETag());
    } else if (auto *musepack = dynamic_cast<TagLib::MPC::File *>(file)) {
        takeApe(music, musepack->APETag());
    } else if (auto *asf = dynamic_cast<TagLib::ASF::File *>(file)) {
        takeAsf(music, asf->tag());
    } else if (auto *xiph = dynamic_cast<TagLib::Ogg::XiphComment *>(file->tag())) {
        takeXiph(music, xiph);
    }
    return music;
}

} // namespace convoy
