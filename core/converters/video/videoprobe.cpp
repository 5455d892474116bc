// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/videoprobe.h"

#include "core/base/fileio.h"
#include "core/converters/libav/mediasource.h"
#include "core/converters/libav/protection.h"
#include "core/converters/libav/streamtags.h"
#include "core/converters/video/filters/orientation.h"
#include "core/formats/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VideoProbeText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoProbe)
};

// Theora at -q:v 6 after H.264, measured on one core at 720p: seconds a pixel.
constexpr double secondsPerPixel = 4.2e-8;
constexpr double secondsPerSoundSecond = 0.012;

QString formatOf(const ConvertInput &input, const AVFormatContext *context)
{
    const Format &format = sniffFormat(readHead(input.fd, sniffLength), input.path);
    if (!format.id.isEmpty())
        return QString(format.id);
    return QString::fromLatin1(context->iformat->name).section(u',', 0, 0);
}

QString clock(qint64 durationMs)
{
    const qint64 seconds = (durationMs + 500) / 1000;
    const QString minutesAndSeconds = u"%1:%2"_s.arg(seconds / 60 % 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    if (seconds < 3600)
        return minutesAndSeconds;
    return u"%1:%2:%3"_s.arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

void readPictures(const AVStream *stream, MediaInfo &info)
{
    const AVCodecParameters *parameters = stream->codecpar;
    info.width = parameters->width;
    info.height = parameters->height;
    if (isSideways(displayMatrix(stream)))
        std::swap(info.width, info.height);
    info.frames = int(std::clamp<int64_t>(stream->nb_frames, 0, INT32_MAX));
    info.bitsStored = parameters->bits_per_raw_sample > 0 ? parameters->bits_per_raw_sample : 8;
    const double rate = stream->avg_frame_rate.num > 0 && stream->avg_frame_rate.den > 0
        ? std::min(av_q2d(stream->avg_frame_rate), 240.0)
        : 25;
    const double frames = info.frames > 0 ? info.frames : double(info.durationMs) / 1000 * rate;
    const double pixels = double(info.width) * info.height;
    info.cpuSeconds += pixels * frames * secondsPerPixel;
    // Pictures waiting for two encoders, the encoders' own, the decoder's.
    info.memoryBytes += qint64(pixels * 1.5 * 48);
    info.divisible = true;
    info.summary = VideoProbeText::tr("%1p %2", "height of a video and its length")
                       .arg(std::min(info.width, info.height))
                       .arg(clock(info.durationMs));
}

void readSound(const AVStream *stream, MediaInfo &info)
{
    info.sampleRate = stream->codecpar->sample_rate;
    info.channels = stream->codecpar->ch_layout.nb_channels;
}

void readTags(const AVFormatContext *context, const AVStream *sound, MediaInfo &info)
{
    constexpr std::array wanted{"TITLE",       "ARTIST",      "ALBUM",      "DATE",       "GENRE",     "COMMENT",
                                "ALBUMARTIST", "TRACKNUMBER", "TRACKTOTAL", "DISCNUMBER", "DISCTOTAL", "COMPOSER"};
    const QList<StreamTag> tags = streamTags(context, sound);
    for (const StreamTag &tag : tags) {
        const QString name = QString::fromLatin1(tag.name).toLower();
        if (std::ranges::any_of(wanted, [&tag](const char *one) { return tag.name == one; }))
            info.tags.insert(name == "tracknumber"_L1 ? u"track"_s : name, tag.value);
    }
    if (const QString created = avTag(context->metadata, "creation_time");
        !created.isEmpty() && !info.tags.contains(u"date"_s))
        info.tags.insert(u"date"_s, created.left(10));
}

} // namespace

Result<MediaInfo> probeVideo(const ConvertInput &input)
{
    Result<MediaSource> source = MediaSource::open({.fd = input.fd, .path = input.path, .quick = true});
    if (!source)
        return source.error();
    const qint64 durationUs = source->trueDurationUs();
    if (comesEncrypted(source->context()))
        return protectedAgainstCopying();
    MediaInfo info;
    info.formatId = formatOf(input, source->context());
    // Not by its container: a song in MP4 is what people call music.
    info.kind = source->video() || source->videoError() ? MediaKind::Video : MediaKind::Audio;
    info.durationMs = (durationUs + 500) / 1000;
    info.memoryBytes = 64LL << 20;
    info.cpuSeconds = double(info.durationMs) / 1000 * secondsPerSoundSecond * double(source->audio().size());
    if (!source->audio().empty())
        readSound(source->audio().front(), info);
    if (source->video())
        readPictures(source->video(), info);
    else
        info.summary = VideoProbeText::tr("%1 kHz sound %2")
                           .arg(QLocale().toString(info.sampleRate / 1000.0, 'g', 6), clock(info.durationMs));
    readTags(source->context(), source->video() ? nullptr : source->audio().front(), info);
    if (source->unreadableAudio() > 0)
        info.warnings.append(VideoProbeText::tr("%n sound track(s) cannot be read and will be left out.", nullptr,
                                                source->unreadableAudio()));
    if (source->videoError())
        info.warnings.append(source->videoError()->message);
    if (source->isCutShort())
        info.warnings.append(VideoProbeText::tr("The end of this video is missing."));
    return info;
}

} // namespace convoy
