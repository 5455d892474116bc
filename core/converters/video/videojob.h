// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/video/frameclock.h"
#include "core/converters/video/mediawriter.h"
#include "core/converters/video/outputformat.h"
#include "core/converters/video/videofilter.h"

namespace convoy {

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
