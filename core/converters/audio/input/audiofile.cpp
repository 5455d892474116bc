// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/audiofile.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/input/aiffreader.h"
#include "core/converters/audio/input/flacmetadata.h"
#include "core/converters/audio/input/libavhooks.h"
#include "core/converters/audio/input/wavreader.h"

#include <algorithm>
#include <optional>

namespace convoy {

namespace {

Result<void> checkFormat(const PcmFormat &pcm)
{
    if (pcm.channels < 1 || pcm.sampleRate < 1 || pcm.bytesPerSample < 1 || pcm.bits < 1
        || pcm.bits > pcm.bytesPerSample * 8)
        return Error{ErrorKind::DamagedInput, AudioText::tr("The header of this file makes no sense."),
                     QStringLiteral("%1 channels, %2 Hz, %3 bits in %4 bytes")
                         .arg(pcm.channels)
                         .arg(pcm.sampleRate)
                         .arg(pcm.bits)
                         .arg(pcm.bytesPerSample)};
    if (pcm.channels > 8)
        return Error{ErrorKind::UnsupportedFormat,
                     AudioText::tr("This file has %1 channels; FLAC holds at most 8.").arg(pcm.channels),
                     {}};
    // RFC 9639 8.2: 20 bits hold the sample rate.
    if (pcm.sampleRate > 1048575)
        return Error{ErrorKind::UnsupportedFormat,
                     AudioText::tr("The sample rate of %1 Hz is more than FLAC can hold.").arg(pcm.sampleRate),
                     {}};
    if (!pcm.isFloat && (pcm.bits < 4 || pcm.bits > 32))
        return Error{
            ErrorKind::UnsupportedFormat, AudioText::tr("Samples of %1 bits do not fit into FLAC.").arg(pcm.bits), {}};
    return {};
}

// A CD's samples without any header, told by the name. The other names are of other files as well: whole sectors only, and
// of ".bin" and ".img" only a cue sheet's word brings them here.
bool isRawDisc(const RangeReader &reader, const QByteArray &path)
{
    constexpr qint64 sectorBytes = 2352;
    const QByteArray name = path.toLower();
    constexpr const char *others[] = {".cdr", ".raw", ".bin", ".img"};
    const bool isOther = std::ranges::any_of(others, [&name](const char *ending) { return name.endsWith(ending); });
    return name.endsWith(".cdda") || (isOther && reader.size() > 0 && reader.size() % sectorBytes == 0);
}

// Red Book audio as rippers put it into a file without a header.
AudioFile rawDisc(const RangeReader &reader)
{
    AudioFile file;
    file.container = AudioContainer::Raw;
    file.pcm = {.sampleRate = 44100, .channels = 2, .bits = 16, .bytesPerSample = 2};
    file.samples = reader.size() / file.pcm.frameBytes();
    if (const qint64 rest = reader.size() % file.pcm.frameBytes(); rest != 0)
        file.warnings.append(AudioText::tr("%1 bytes after the last whole sample were left out.").arg(rest));
    return file;
}

// What has a header and no codec, though any of these may hold what only libav reads; nothing for all others.
std::optional<Result<AudioFile>> readPlain(const RangeReader &reader, const QByteArray &head)
{
    const QByteArray id = head.left(4);
    const QByteArray type = head.mid(8, 4);
    if ((id == "RIFF" || id == "RIFX") && type == "WAVE")
        return readWav(reader, AudioContainer::Wav);
    if (id == "RF64" || id == "BW64") {
        Result<AudioFile> file = readWav(reader, AudioContainer::Rf64);
        if (file && id == "BW64")
            file->foreign.clear(); // `flac` would not give it back
        return file;
    }
    if (id == "riff" && head.size() >= 40)
        return readWave64(reader);
    if (id == "FORM" && (type == "AIFF" || type == "AIFC"))
        return readAiff(reader);
    if (id == "fLaC" || head.startsWith("ID3"))
        return readFlacHeader(reader);
    return std::nullopt;
}

Result<AudioFile> readContainer(const RangeReader &reader, const QByteArray &head, const QByteArray &path)
{
    const LibavHooks *coded = LibavHooks::installed();
    std::optional<Result<AudioFile>> plain = readPlain(reader, head);
    if (plain && (*plain || !coded || plain->error().kind != ErrorKind::UnsupportedFormat))
        return *std::move(plain);
    if (isRawDisc(reader, path))
        return rawDisc(reader);
    if (coded)
        return coded->readHeader(reader, path);
    return Error{ErrorKind::UnsupportedFormat,
                 AudioText::tr("This is no sound file that can become FLAC (WAV, RF64, Wave64, AIFF or FLAC)."),
                 {}};
}

} // namespace

Result<AudioFile> readAudioFile(const RangeReader &reader, const QByteArray &path)
{
    Result<AudioFile> file = readContainer(reader, reader.bytes(0, 64), path);
    if (!file)
        return file;
    if (const Result<void> fit = checkFormat(file->pcm); !fit)
        return fit.error();
    return file;
}

} // namespace convoy
