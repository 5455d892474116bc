// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/videooptions.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VideoOptionsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoOptions)
};

qint64 toMicroseconds(double seconds)
{
    return std::llround(seconds * AV_TIME_BASE);
}

} // namespace

Result<VideoOptions> VideoOptions::read(const OptionValues &options, const QString &extension)
{
    VideoOptions video;
    const QString codec = options.text(u"codec");
    video.copies = codec == "copy"_L1;
    video.format = findOutputFormat(extension, video.copies ? u"auto"_s : codec);
    const bool encodedOnly = video.format && video.format->picture && !video.format->sound;
    if (!video.format || (video.copies && encodedOnly))
        return Error{ErrorKind::InvalidOption,
                     VideoOptionsText::tr("“%1” video in a file “.%2” is not a kind of video that can be written.")
                         .arg(codec, extension),
                     {}};
    video.quality = options.real(u"quality");
    video.exactMotion = options.boolean(u"exact_motion");
    video.audioQuality = options.real(u"audio_quality");
    video.keepPlayable = options.boolean(u"keep_playable");
    video.loudness = options.real(u"loudness");
    if (const QString tracks = options.text(u"sound_tracks"); tracks != "all"_L1)
        video.soundTracks = tracks.split(u',');
    const QString subtitles = options.text(u"subtitles");
    video.subtitles = subtitles == "copy"_L1 ? Subtitles::Copy : subtitles == "burn"_L1 ? Subtitles::Burn : Subtitles::Drop;
    video.burntTrack = int(options.integer(u"subtitle_track"));
    if (Result<void> range = video.readRange(options); !range)
        return range.error();
    video.readPictures(options);
    if (video.copies && (video.loudness != 0 || video.subtitles == Subtitles::Burn || video.pictures.changesPixels()))
        return Error{ErrorKind::InvalidOption,
                     VideoOptionsText::tr(
                         "What is copied cannot be changed: size, crop, filters, loudness and burnt-in subtitles need "
                         "an encoder."),
                     {}};
    return video;
}

Result<void> VideoOptions::chooseEncoder(const OptionValues &options, const QList<QByteArray> &working)
{
    const QByteArray wanted = options.text(u"encoder").toLatin1();
    if (wanted == "software" || copies || !format->picture)
        return {};
    isHardwareOptional = wanted == "automatic";
    const QByteArray codec(format->picture->option);
    const auto name = std::ranges::find_if(working, [&](const QByteArray &one) {
        return one.startsWith(codec + '_') && (isHardwareOptional || one.endsWith('_' + wanted));
    });
    if (name != working.end())
        hardware = *name;
    isSoftwareInstead = hardware.isEmpty();
    if (isSoftwareInstead && !isHardwareOptional)
        return Error{ErrorKind::MissingTool,
                     VideoOptionsText::tr("The hardware encoder “%1” does not write this kind of video.")
                         .arg(QString::fromLatin1(wanted)),
                     {}};
    return {};
}

Result<void> VideoOptions::readRange(const OptionValues &options)
{
    range.startUs = toMicroseconds(options.real(u"offset"));
    const double end = options.real(u"end");
    const double duration = options.real(u"duration");
    if (end > 0)
        range.endUs = toMicroseconds(end);
    if (duration > 0)
        range.endUs = std::min(range.endUs, range.startUs + toMicroseconds(duration));
    if (range.endUs <= range.startUs)
        return Error{ErrorKind::InvalidOption, VideoOptionsText::tr("The part to convert ends before it starts."), {}};
    return {};
}

void VideoOptions::readPictures(const OptionValues &options)
{
    if (format->picture) {
        pictures.pixelFormats = format->picture->pixelFormats;
        pictures.evenSize = format->picture->evenSize;
        pictures.mostFramesPerSecond = format->picture->mostFramesPerSecond;
        pictures.squarePixels = !format->sound; // GIF and WebP do not know other ones
        if (format->picture->leastWidth > 1)
            pictures.least = QSize(format->picture->leastWidth, format->picture->leastHeight);
    }
    pictures.crop = QRect(int(options.integer(u"crop_left")), int(options.integer(u"crop_top")),
                          int(options.integer(u"crop_width")), int(options.integer(u"crop_height")));
    pictures.denoise = options.boolean(u"denoise");
    pictures.deinterlace = options.text(u"deinterlace").toLatin1();
    pictures.fitInto = QSize(int(options.integer(u"width")), int(options.integer(u"height")));
    if (pictures.fitInto.width() > 0 && pictures.fitInto.height() == 0)
        pictures.fitInto.setHeight(16384);
    if (pictures.fitInto.height() > 0 && pictures.fitInto.width() == 0)
        pictures.fitInto.setWidth(16384);
    pictures.framesPerSecond = options.real(u"fps");
    pictures.toneMap = options.boolean(u"tone_map");
    pictures.bt601 = format->noColors;
}

} // namespace convoy
