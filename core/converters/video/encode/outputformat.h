// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

#include <QStringView>

namespace convoy {

/// How pictures are coded and what `quality` 0 … 10 means there. A new codec is a row in outputformat.cpp.
struct PictureCodec {
    const char *option;             ///< the word of the option `codec`
    const char *encoder;            ///< libav's name
    const char *pixelFormats;       ///< '|' between
    const char *settings;           ///< the encoder's own options, "key=value:key=value"; "{threads}" is how many
    const char *factorName;         ///< the encoder's option that `quality` sets …
    double factorAtZero;            ///< … at quality 0 …
    double factorPerStep;           ///< … and by how much it changes; 0: `quality` is ffmpeg's -q:v
    bool sharesChunks;              ///< encoded by ChunkEncoder on several threads; else the encoder has threads of its own
    bool evenSize;                  ///< width and height have to be even
    bool wholeAtEnd;                ///< all pictures come out as one packet at the end
    int leastWidth;                 ///< pixels; black is added to smaller pictures
    int leastHeight;                ///< pixels
    int mostWidth = 65'535;         ///< pixels; larger pictures are refused
    int mostHeight = 65'535;        ///< pixels
    double mostFramesPerSecond = 0; ///< 0: any number
    bool isHardware = false;        ///< has its own ways to be quick, and is asked for pictures in order
};

/// How sound is coded and what `audio_quality` -1 … 10 means there.
struct SoundCodec {
    const char *encoder;
    AVSampleFormat sampleFormat;
    AVSampleFormat deepFormat; ///< for sources of more than 16 bits that lost nothing so far
    int highestRate;
    int mostChannels;
    bool alwaysHighestRate;
    double bitsAtZero;   ///< bit/s a channel at quality 0 …
    double bitsPerStep;  ///< … and by how much it changes; both 0: `audio_quality` is ffmpeg's -q:a, or nothing is lost
    double scaleAtZero;  ///< with neither: -q:a at quality 0 …
    double scalePerStep; ///< … and by how much it changes
};

/// What can be written: a container and what is in it.
struct OutputFormat {
    const char *extension;
    const char *muxer;
    const PictureCodec *picture; ///< nullptr: sound only
    const SoundCodec *sound;     ///< nullptr: pictures only
    bool constantRate;           ///< the container cannot hold gaps between frames
    bool noColors;               ///< the container cannot say which colour matrix it has
    const char *muxerOptions;    ///< "key=value:key=value"; may be nullptr
};

extern const PictureCodec theoraPictures;
extern const SoundCodec vorbisSound;
extern const SoundCodec opusSound;

/// The row for an extension and a word of the option `codec`; "auto" is the extension's first. nullptr where there is none.
const OutputFormat *findOutputFormat(QStringView extension, QStringView codec);

} // namespace convoy
