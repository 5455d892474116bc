// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/videojob.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoJob)
};

qint64 microseconds(double seconds)
{
    return std::llround(seconds * AV_TIME_BASE);
}

} // namespace

Result<VideoJob> VideoJob::read(const OptionValues &options, const QString &extension)
{
    VideoJob job;
    const QString codec = options.text(u"codec");
    job.format = findOutputFormat(extension, codec);
    if (!job.format)
        return Error{
            ErrorKind::InvalidOption,
            Text::tr("“%1” video in a file “.%2” is not a kind of video that can be written.").arg(codec, extension),
            {}};
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
    if (job.format->picture) {
        job.pictures.pixelFormats = job.format->picture->pixelFormats;
        job.pictures.evenSize = job.format->picture->evenSize;
    }
    job.pictures.crop = QRect(int(options.integer(u"crop_left")), int(options.integer(u"crop_top")),
                              int(options.integer(u"crop_width")), int(options.integer(u"crop_height")));
    job.pictures.denoise = options.boolean(u"denoise");
    job.pictures.deinterlace = options.text(u"deinterlace").toLatin1();
    job.pictures.fitInto = QSize(int(options.integer(u"width")), int(options.integer(u"height")));
    if (job.pictures.fitInto.width() > 0 && job.pictures.fitInto.height() == 0)
        job.pictures.fitInto.setHeight(16384);
    if (job.pictures.fitInto.height() > 0 && job.pictures.fitInto.width() == 0)
        job.pictures.fitInto.setWidth(16384);
    job.pictures.framesPerSecond = options.real(u"fps");
    job.pictures.toneMap = options.boolean(u"tone_map");
    job.pictures.bt601 = job.format->noColors;
    return job;
}

} // namespace convoy
