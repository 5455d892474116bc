// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/videojob.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoJob)
};

constexpr std::array outputFormats{
    OutputFormat{"mkv", "matroska", "libtheora", "libvorbis", "yuv420p|yuv422p|yuv444p", false, false},
    OutputFormat{"ogv", "ogg", "libtheora", "libvorbis", "yuv420p|yuv422p|yuv444p", true, true},
};

qint64 microseconds(double seconds)
{
    return std::llround(seconds * AV_TIME_BASE);
}

} // namespace

Result<VideoJob> VideoJob::read(const OptionValues &options, const QString &extension)
{
    VideoJob job;
    const auto format = std::ranges::find_if(
        outputFormats, [&extension](const OutputFormat &f) { return extension == QLatin1StringView(f.extension); });
    if (format == outputFormats.end())
        return Error{
            ErrorKind::InvalidOption, Text::tr("“%1” is not a kind of video that can be written.").arg(extension), {}};
    job.format = &*format;
    job.quality = options.real(u"quality");
    job.audioQuality = options.real(u"audio_quality");
    job.keepPlayable = options.boolean(u"keep_playable");
    job.range.startUs = microseconds(options.real(u"offset"));
    const double end = options.real(u"end");
    const double duration = options.real(u"duration");
    if (end > 0)
        job.range.endUs = microseconds(end);
    if (duration > 0)
        job.range.endUs = std::min(job.range.endUs, job.range.startUs + microseconds(duration));
    if (job.range.endUs <= job.range.startUs)
        return Error{ErrorKind::InvalidOption, Text::tr("The part to convert ends before it starts."), {}};
    job.pictures.pixelFormats = format->pixelFormats;
    job.pictures.deinterlace = options.text(u"deinterlace").toLatin1();
    job.pictures.fitInto = QSize(int(options.integer(u"width")), int(options.integer(u"height")));
    if (job.pictures.fitInto.width() > 0 && job.pictures.fitInto.height() == 0)
        job.pictures.fitInto.setHeight(16384);
    if (job.pictures.fitInto.height() > 0 && job.pictures.fitInto.width() == 0)
        job.pictures.fitInto.setWidth(16384);
    job.pictures.framesPerSecond = options.real(u"fps");
    job.pictures.toneMap = options.boolean(u"tone_map");
    job.pictures.bt601 = format->noColors;
    return job;
}

} // namespace convoy
