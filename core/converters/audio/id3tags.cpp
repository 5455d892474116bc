// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/id3tags.h"

#include "core/converters/audio/flacblocks.h"
#include "core/converters/audio/tagproperties.h"

#include <algorithm>
#include <memory>
#include <taglib/attachedpictureframe.h>
#include <taglib/id3v2framefactory.h>
#include <taglib/mpegfile.h>
#include <taglib/tbytevectorstream.h>
#include <taglib/tpropertymap.h>

namespace convoy {

using TagLib::ID3v2::AttachedPictureFrame;

void readId3(const QByteArray &bytes, AudioTags &tags, QList<QByteArray> &pictures)
{
    constexpr bool readsProperties = false;
    TagLib::ByteVectorStream stream(tagLibBytes(bytes));
    TagLib::MPEG::File file(&stream, TagLib::ID3v2::FrameFactory::instance(), readsProperties);
    if (!file.hasID3v2Tag())
        return;
    AudioTags said = fromProperties(file.ID3v2Tag()->properties());
    addMissing(said, tags);
    tags = std::move(said);
    pictures += id3Pictures(*file.ID3v2Tag());
}

QList<QByteArray> id3Pictures(const TagLib::ID3v2::Tag &tag)
{
    QList<QByteArray> pictures;
    for (const TagLib::ID3v2::Frame *frame : tag.frameList("APIC")) {
        const auto *picture = dynamic_cast<const AttachedPictureFrame *>(frame);
        CoverPicture cover = picture ? measureCover(fromTagLib(picture->picture())) : CoverPicture();
        if (cover.mime.isEmpty())
            continue;
        cover.description = QByteArray::fromStdString(picture->description().to8Bit(true));
        pictures.append(pictureBlock(cover, quint32(picture->type())));
    }
    return pictures;
}

void fillId3(TagLib::ID3v2::Tag &target, const AudioTags &tags, const QList<QByteArray> &pictures)
{
    constexpr quint32 pictureTypes = 21;
    TagLib::PropertyMap map = target.properties();
    replaceJoinedProperties(map, tags);
    target.setProperties(map);
    for (const QByteArray &block : pictures) {
        const CoverPicture cover = pictureOf(block);
        auto frame = std::make_unique<AttachedPictureFrame>();
        frame->setTextEncoding(TagLib::String::UTF8);
        frame->setMimeType(cover.mime.constData());
        frame->setType(AttachedPictureFrame::Type(pictureType(block) % pictureTypes));
        frame->setDescription(TagLib::String(cover.description.constData(), TagLib::String::UTF8));
        frame->setPicture(tagLibBytes(cover.bytes));
        target.addFrame(frame.release()); // owned by the tag
    }
}

QByteArray id3Bytes(const AudioTags &tags, const QList<QByteArray> &pictures)
{
    TagLib::ID3v2::Tag tag;
    fillId3(tag, tags, pictures);
    return fromTagLib(tag.render());
}

} // namespace convoy
