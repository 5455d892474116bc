// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/libav/mediawriter.h"
#include "core/converters/video/encode/outputformat.h"
#include "core/converters/video/filters/frameclock.h"
#include "core/converters/video/filters/videofilter.h"
#include "core/converters/video/subtitles/subtitlepictures.h"

#include <QStringList>

#include <memory>

namespace convoy {

enum class Subtitles : quint8 { Drop, Copy, Burn };

/// The converter's options, read once.
struct VideoOptions {
    const OutputFormat *format = nullptr;
    QByteArray hardware;             ///< one of the encoders that work here; empty: the codec's own
    bool isHardwareOptional = false; ///< without it the codec's own will do …
    bool isSoftwareInstead = false;  ///< … and has to
    double quality = 6;
    bool exactMotion = true; ///< of Theora
    double audioQuality = 3;
    TimeRange range;
    bool isVerified = true; ///< ConvertRequest::isVerified
    bool keepPlayable = false;
    bool copies = false;     ///< packets go into the output as they are
    QStringList soundTracks; ///< numbers from 1 or languages; empty: all
    double loudness = 0;     ///< LUFS to bring the sound to; 0: as it is
    Subtitles subtitles = Subtitles::Drop;
    int burntTrack = 1;                      ///< which subtitles to burn in, from 1
    std::shared_ptr<SubtitlePictures> drawn; ///< of those, where they are pictures; read by the transcoder
    PictureSettings pictures;

    /// `invalid-option` where the options contradict each other or the extension is not one of the converter's.
    static Result<VideoOptions> read(const OptionValues &options, const QString &extension);
    /// `missing-tool` where the options want a hardware encoder that does not write this kind of video.
    Result<void> chooseEncoder(const OptionValues &options, const QList<QByteArray> &working);

private:
    void readPictures(const OptionValues &options);
    Result<void> readRange(const OptionValues &options);
};

} // namespace convoy
