// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/video/frameclock.h"
#include "core/converters/video/mediawriter.h"
#include "core/converters/video/videofilter.h"

namespace convoy {

/// What one output extension means for libav.
struct OutputFormat {
    const char *extension;
    const char *muxer;
    const char *videoCodec;
    const char *audioCodec;
    const char *pixelFormats;
    bool constantRate; ///< the container cannot hold gaps between frames
    bool noColors;     ///< the container cannot say which colour matrix it has
};

/// The converter's options, read once.
struct VideoJob {
    const OutputFormat *format = nullptr;
    double quality = 6;
    double audioQuality = 3;
    TimeRange range;
    bool keepPlayable = false;
    PictureSettings pictures;

    /// `invalid-option` where the options contradict each other or the extension is not one of the converter's.
    static Result<VideoJob> read(const OptionValues &options, const QString &extension);
};

} // namespace convoy
