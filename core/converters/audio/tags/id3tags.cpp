// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/id3tags.h"

#include "core/converters/audio/tags/chapters.h"
#include "core/converters/audio/tags/covers.h"
#include "core/converters/audio/tags/id3frames.h"
#include "core/converters/audio/tags/tagproperties.h"

#include <memory>
#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/id3v2framefactory.h>
#include <taglib/mpegfile.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/tbytevectorstream.h>
#include <taglib/textidentificationframe.h>

namespace convoy {

using TagLib::ID3v2::AttachedPictureFrame;

namespace {

AudioTags id3Chapters(const TagLib::ID3v2::Tag &tag)
{
    AudioTags tags;
    int number = 0;
    for (const TagLib::ID3v2::Frame *frame : tag.frameList("CHAP")) {
        const auto *chapter = dynamic_cast<const TagLib::ID3v2::ChapterFrame *>(frame);
        if (!chapter)
            continue;
        const TagLib::ID3v2::FrameList &titles = chapter->embeddedFrameList("TIT2");
        const QString title = titles.isEmpty() ? QString() : QString::fromStdString(titles.front()->toString().to8Bit(true));
        tags += chapterTags(++number, chapter->startTime(), title);
    }
    return tags;
}

// id3v2-chapters-1.0: a chapter a frame, and one that says their order.
void addChapters(TagLib::ID3v2::Tag &target, const QList<Chapter> &chapters)
{
    constexpr unsigned nowhere = 0xFFFFFFFF; // places in bytes are not said
    TagLib::ByteVectorList ids;
    for (const Chapter &chapter : chapters) {
        auto title = std::make_unique<TagLib::ID3v2::TextIdentificationFrame>("TIT2", TagLib::String::UTF8);
        title->setText(tagLibText(chapter.title));
        const TagLib::ByteVector id = tagLibBytes("chp" + QByteArray::number(ids.size()));
        ids.append(id);
        TagLib::ID3v2::FrameList embedded;
        if (!chapter.title.isEmpty())
            embedded.append(title.release()); // owned by the chapter
        target.addFrame(new TagLib::ID3v2::ChapterFrame(id, unsigned(chapter.startMs), unsigned(chapter.endMs), nowhere,
                                                        nowhere, embedded)); // owned by the tag, as the next one
    }
    if (chapters.isEmpty())
        return;
    auto contents = std::make_unique<TagLib::ID3v2::TableOfContentsFrame>("toc", ids);
    contents->setIsTopLevel(true);
    contents->setIsOrdered(true);
    target.addFrame(contents.release());
}

} // namespace

void readId3(const QByteArray &bytes, AudioTags &tags, QList<QByteArray> &pictures)
{
    constexpr bool readsProperties = false;
    TagLib::ByteVectorStream stream(tagLibBytes(bytes));
    TagLib::MPEG::File file(&stream, TagLib::ID3v2::FrameFactory::instance(), readsProperties);
    if (!file.hasID3v2Tag())
        return;
    AudioTags said = readFrames(*file.ID3v2Tag()) + id3Chapters(*file.ID3v2Tag());
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

void fillId3(TagLib::ID3v2::Tag &target, const MusicTags &music)
{
    constexpr quint32 pictureTypes = 21;
    AudioTags tags = music.tags;
    tags.removeIf(&isChapterTag);
    writeFrames(target, tags);
    addChapters(target, chaptersIn(music.tags, music.durationMs));
    for (const QByteArray &block : music.pictures) {
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

QByteArray id3Bytes(const MusicTags &music)
{
    TagLib::ID3v2::Tag tag;
    fillId3(tag, music);
    return fromTagLib(tag.render());
}

} // namespace convoy
