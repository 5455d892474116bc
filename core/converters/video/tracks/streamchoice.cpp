// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/streamchoice.h"

#include "core/converters/video/tracks/subtitletrack.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct StreamChoiceText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Transcoder)
};

using Way = WantedStream::Way;

void addSubtitles(const MediaSource &source, const MediaWriter &writer, std::vector<WantedStream> &wanted,
                  QStringList &warnings)
{
    int dropped = 0;
    for (AVStream *stream : source.subtitles()) {
        const SubtitleWay way = subtitleWay(writer, stream);
        if (way == SubtitleWay::None) {
            ++dropped;
            continue;
        }
        wanted.push_back({stream, way == SubtitleWay::Copy ? Way::Copy : Way::RecodeSubtitles});
        stream->discard = AVDISCARD_DEFAULT;
    }
    if (dropped > 0)
        warnings.append(StreamChoiceText::tr("%n track(s) of subtitles do not fit into such a file and were left out.",
                                             nullptr, dropped));
    // Fonts that subtitles are drawn with.
    for (AVStream *stream : source.attachments()) {
        if (writer.holdsAttachments())
            wanted.push_back({stream, Way::Copy});
    }
}

} // namespace

std::vector<AVStream *> chosenSound(const VideoOptions &options, const MediaSource &source)
{
    std::vector<AVStream *> streams;
    if (!options.format->sound)
        return streams;
    const std::vector<AVStream *> &all = source.audio();
    for (size_t i = 0; i < all.size(); ++i) {
        // Files of sound alone hold one track.
        if (!options.format->picture && !streams.empty())
            break;
        if (options.soundTracks.isEmpty() || options.soundTracks.contains(QString::number(i + 1))
            || options.soundTracks.contains(avTag(all[i]->metadata, "language")))
            streams.push_back(all[i]);
    }
    return streams;
}

std::vector<WantedStream> chooseStreams(const VideoOptions &options, const MediaSource &source, const MediaWriter &writer,
                                        QStringList &warnings)
{
    std::vector<WantedStream> wanted;
    if (options.format->picture && source.video())
        wanted.push_back({source.video(), options.copies ? Way::Copy : Way::EncodePictures});
    const std::vector<AVStream *> sound = chosenSound(options, source);
    for (AVStream *stream : sound)
        wanted.push_back({stream, options.copies ? Way::Copy : Way::EncodeSound});
    const bool isSilenced = options.soundTracks == QStringList(u"no"_s);
    if (options.format->sound && sound.empty() && !source.audio().empty() && !isSilenced)
        warnings.append(StreamChoiceText::tr("None of the sound tracks that were chosen is in this video."));
    if (options.subtitles == Subtitles::Copy && options.format->picture && !wanted.empty())
        addSubtitles(source, writer, wanted, warnings);
    return wanted;
}

} // namespace convoy
