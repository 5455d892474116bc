// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/libavtags.h"

#include "core/converters/audio/tags/chapters.h"
#include "core/converters/audio/tags/covers.h"
#include "core/converters/audio/tags/musictagreader.h"
#include "core/converters/libav/streamtags.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr qint64 largestPicture = 15 << 20; // bytes

QList<QByteArray> picturesOf(const AVFormatContext *context)
{
    QList<QByteArray> pictures;
    for (unsigned i = 0; i < context->nb_streams; ++i) {
        const AVPacket &picture = context->streams[i]->attached_pic;
        if (!(context->streams[i]->disposition & AV_DISPOSITION_ATTACHED_PIC) || picture.size <= 0
            || picture.size > largestPicture)
            continue;
        const CoverPicture cover = measureCover(QByteArray(reinterpret_cast<const char *>(picture.data), picture.size));
        if (!cover.mime.isEmpty())
            pictures.append(pictureBlock(cover, pictures.isEmpty() ? frontCover : 0));
    }
    return pictures;
}

AudioTags chaptersOf(const AVFormatContext *context)
{
    AudioTags tags;
    for (unsigned i = 0; i < context->nb_chapters; ++i) {
        const AVChapter *chapter = context->chapters[i];
        const qint64 startMs = av_rescale_q(chapter->start, chapter->time_base, {1, 1000});
        const AVDictionaryEntry *title = av_dict_get(chapter->metadata, "title", nullptr, 0);
        tags += chapterTags(int(i) + 1, startMs, title ? QString::fromUtf8(title->value) : QString());
    }
    return tags;
}

} // namespace

void readLibavTags(int fd, const AVFormatContext *context, const AVStream *stream, AudioFile &file)
{
    const MusicTags music = readMusicTags(fd);
    file.tags = music.tags;
    file.pictures = music.pictures;
    const QList<StreamTag> others = file.tags.isEmpty() ? streamTags(context, stream) : QList<StreamTag>();
    for (const StreamTag &tag : others)
        file.tags.append({tag.name, tag.value});
    const AVDictionaryEntry *sheet = av_dict_get(context->metadata, "cuesheet", nullptr, 0);
    if (sheet && std::ranges::find(file.tags, "CUESHEET", &AudioTag::name) == file.tags.end())
        file.tags.append({"CUESHEET", QString::fromUtf8(sheet->value)});
    if (file.pictures.isEmpty())
        file.pictures = picturesOf(context);
    if (std::ranges::none_of(file.tags, &isChapterTag))
        file.tags += chaptersOf(context);
}

} // namespace convoy
