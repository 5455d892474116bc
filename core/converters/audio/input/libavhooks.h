// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

namespace convoy {

/// How a family that links libav reads what only libav can: M4A, Ogg, MP3, WMA and other sound without a picture.
/// `readHeader` gives an AudioFile with AudioContainer::Coded, `open` its samples.
struct LibavHooks {
    Result<AudioFile> (*readHeader)(const RangeReader &reader, const QByteArray &path) = nullptr;
    Result<std::unique_ptr<SampleSource>> (*open)(const RangeReader &reader, const AudioFile &file,
                                                  const SourceOptions &options) = nullptr;

    /// For readAudioFile() and openSamples() of this process from now on; before the first file and the first thread.
    static void install(const LibavHooks &functions);
    /// nullptr in a family without libav.
    static const LibavHooks *installed();
};

} // namespace convoy
