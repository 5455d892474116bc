// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/base/audiotag.h"
#include "core/converters/audio/base/rangereader.h"

#include <QList>
#include <QStringList>

namespace convoy {

/// How samples lie in a file.
struct PcmFormat {
    int sampleRate = 0; ///< Hz
    int channels = 0;
    int bits = 0;           ///< that count; left-justified in their bytes where they are fewer (WAV and AIFF say so)
    int bytesPerSample = 0; ///< in the file
    bool bigEndian = false;
    bool isUnsigned = false; ///< 8-bit WAV: 128 is silence
    bool isFloat = false;
    quint32 channelMask = 0; ///< WAVE_FORMAT_EXTENSIBLE's; 0 where the file says nothing

    qint64 frameBytes() const { return qint64(channels) * bytesPerSample; }
    bool operator==(const PcmFormat &) const = default;
};

/// Where FLAC keeps a channel mask that its channel order cannot say (RFC 9639, 8.6.2).
inline constexpr QByteArrayView channelMaskTag = "WAVEFORMATEXTENSIBLE_CHANNEL_MASK";

/// The WAVEFORMATEXTENSIBLE mask that `flac` takes a file of so many channels (1 … 8) for, where nothing is said.
constexpr quint32 usualChannelMask(int channels)
{
    constexpr quint32 masks[] = {0, 0x1, 0x3, 0x7, 0x33, 0x607, 0x60F, 0x70F, 0x63F};
    return channels > 0 && channels <= 8 ? masks[channels] : 0;
}

/// Coded: anything that only libav reads (LibavHooks).
enum class AudioContainer : quint8 { Wav, Rf64, Wave64, Aiff, Flac, Raw, Coded };

/// A stretch of a file, bytes.
struct FileRange {
    qint64 offset = 0;
    qint64 size = 0;
};

/// What the headers of an audio file say. Nothing is decoded to have it.
struct AudioFile {
    AudioContainer container = AudioContainer::Wav;
    PcmFormat pcm;
    qint64 dataOffset = 0;   ///< bytes from the start of the file
    qint64 samples = 0;      ///< per channel, as far as they are in the file; FLAC: 0 where unknown; coded: about
    qint64 missingBytes = 0; ///< what the header promises and the file does not have
    AudioTags tags;
    QList<QByteArray> pictures; ///< FLAC PICTURE blocks, as they are
    QByteArray cueSheet;        ///< FLAC CUESHEET block, as it is; empty for none
    QList<FileRange> foreign;   ///< of WAV, Wave64 and AIFF: header and chunks, in order
    QByteArray md5;             ///< of a FLAC's audio; empty where unknown
    QStringList warnings;       ///< translated sentences
    QString codedAs;            ///< of coded sound: as in formats()
    bool isLossy = false;       ///< coded so that decoders may differ in what they give

    qint64 durationMs() const { return pcm.sampleRate > 0 ? samples * 1000 / pcm.sampleRate : 0; }
};

/// Reads the headers of WAV (also RIFX, which libav takes for noise), RF64/BW64, Wave64, AIFF/AIFF-C or FLAC, and what
/// LibavHooks adds. `unsupported-format` for anything else and for codecs inside WAV or AIFF that are not plain samples;
/// `damaged-input` where headers make no sense. `path` only tells samples of a CD without any header by their name (".cdda",
/// and whole sectors in ".cdr", ".raw", ".bin" or ".img": 44.1 kHz, 16 bit, stereo; SourceOptions say in which byte order).
Result<AudioFile> readAudioFile(const RangeReader &reader, const QByteArray &path = {});

} // namespace convoy
