// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/mediasource.h"
#include "core/converters/libav/mediawriter.h"
#include "core/converters/video/tracks/videooptions.h"

#include <QStringList>

#include <vector>

namespace convoy {

/// What becomes of a stream of the source.
struct WantedStream {
    enum class Way : quint8 { EncodePictures, EncodeSound, Copy, RecodeSubtitles };
    AVStream *stream = nullptr;
    Way way = Way::Copy;
};

/// The sound tracks of a file that a job takes.
std::vector<AVStream *> chosenSound(const VideoOptions &options, const MediaSource &source);

/// Every stream that a job takes, in the order of the output. Sentences about what is left out go to `warnings`.
std::vector<WantedStream> chooseStreams(const VideoOptions &options, const MediaSource &source, const MediaWriter &writer,
                                        QStringList &warnings);

} // namespace convoy
