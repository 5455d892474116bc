// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/wavreader.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/tags/id3tags.h"
#include "core/converters/audio/tags/infotags.h"
#include "core/converters/audio/tags/tagproperties.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr int maximumWavChunks = 10000;
constexpr quint16 formatPcm = 1;
constexpr quint16 formatFloat = 3;
constexpr quint16 formatExtensible = 0xFFFE;

struct Chunk {
    QByteArray id;
    qint64 offset = 0; ///< of what is in it
    qint64 size = 0;
};

// What a walk over the chunks has found.
struct WavParts {
    AudioFile file;
    bool hasFormat = false;
    bool hasData = false;
    qint64 dataSize = 0;
    qint64 longDataSize = -1; ///< from RF64's ds64
    QByteArray cuePoints;     ///< content of a "cue " chunk
};

bool looksLikeId(const QByteArray &id)
{
    return id.size() == 4 && std::ranges::all_of(id, [](char c) { return c >= ' ' && c <= '~'; });
}

// RIFX has the high byte of numbers first, as it has that of samples.
template <typename T>
T numberAt(const QByteArray &data, qsizetype offset, const PcmFormat &pcm)
{
    return pcm.bigEndian ? bigEndianAt<T>(data, offset) : littleEndianAt<T>(data, offset);
}

Result<void> readFormat(const QByteArray &fmt, PcmFormat &pcm)
{
    if (fmt.size() < 16)
        return Error{ErrorKind::DamagedInput, AudioText::tr("The header of this file is cut short."), {}};
    quint16 tag = numberAt<quint16>(fmt, 0, pcm);
    pcm.channels = numberAt<quint16>(fmt, 2, pcm);
    pcm.sampleRate = int(std::min<quint32>(numberAt<quint32>(fmt, 4, pcm), INT_MAX));
    const int blockAlign = numberAt<quint16>(fmt, 12, pcm);
    pcm.bits = numberAt<quint16>(fmt, 14, pcm);
    pcm.bytesPerSample = (pcm.bits + 7) / 8;
    if (tag == formatExtensible && fmt.size() >= 40) {
        const int valid = numberAt<quint16>(fmt, 18, pcm);
        if (valid > 0 && valid <= pcm.bits)
            pcm.bits = valid;
        pcm.channelMask = numberAt<quint32>(fmt, 20, pcm);
        tag = littleEndianAt<quint16>(fmt, 24); // the GUID starts with the old tag
        if (pcm.bigEndian)                      // as two bytes where sox has written it, as four by the book
            tag = quint16(bigEndianAt<quint16>(fmt, 24) | bigEndianAt<quint16>(fmt, 26));
    }
    if (tag != formatPcm && tag != formatFloat)
        return Error{
            ErrorKind::UnsupportedFormat,
            AudioText::tr("The sound in this WAV file is compressed (codec 0x%1).").arg(tag, 4, 16, QLatin1Char('0')),
            {}};
    pcm.isFloat = tag == formatFloat;
    // Some writers put 20 or 24 bits into larger containers and say so in the block size only.
    if (pcm.channels > 0 && blockAlign % pcm.channels == 0 && blockAlign / pcm.channels > pcm.bytesPerSample)
        pcm.bytesPerSample = blockAlign / pcm.channels;
    pcm.isUnsigned = pcm.bytesPerSample == 1;
    if (pcm.bytesPerSample > 4 && !(pcm.isFloat && pcm.bytesPerSample == 8))
        return Error{
            ErrorKind::UnsupportedFormat, AudioText::tr("Samples of %1 bits do not fit into FLAC.").arg(pcm.bits), {}};
    if (pcm.isFloat && pcm.bytesPerSample != 4 && pcm.bytesPerSample != 8)
        return Error{ErrorKind::DamagedInput, AudioText::tr("The header of this file makes no sense."), {}};
    return {};
}

// Programs that write to a pipe cannot know the size: ffmpeg says 0xFFFFFFFF, others 0, sox and arecord about 2^31.
bool isOpenEnded(qint64 size, qint64 rest)
{
    return size > rest && (size >= 0xFFFFF000LL || (size >= 0x7FFFE000LL && size <= 0x7FFFFFFFLL));
}

// After a data chunk that says 0 there may be sound up to the end, or really none and then other chunks.
bool isEmptyData(const RangeReader &reader, const PcmFormat &pcm, qint64 offset)
{
    if (offset >= reader.size())
        return true;
    const QByteArray next = reader.bytes(offset, 8);
    return next.size() == 8 && looksLikeId(next.left(4)) && offset + 8 + numberAt<quint32>(next, 4, pcm) <= reader.size();
}

// The size of the data chunk as it is meant: `nominal` of the chunk header made true.
qint64 meantDataSize(const RangeReader &reader, const WavParts &parts, qint64 nominal, qint64 offset)
{
    const qint64 rest = reader.size() - offset;
    if (parts.longDataSize > 0 && nominal >= 0xFFFFFFFFLL)
        return parts.longDataSize;
    if (isOpenEnded(nominal, rest) || (nominal == 0 && !isEmptyData(reader, parts.file.pcm, offset)))
        return rest;
    return nominal;
}

Result<void> takeChunk(const RangeReader &reader, const Chunk &chunk, WavParts &parts)
{
    if (chunk.id == "fmt " && !parts.hasFormat) {
        parts.hasFormat = true;
        return readFormat(reader.bytes(chunk.offset, std::min<qint64>(chunk.size, 64)), parts.file.pcm);
    }
    if (chunk.id == "ds64") {
        const QByteArray sizes = reader.bytes(chunk.offset, 16);
        if (sizes.size() == 16)
            parts.longDataSize = littleEndianAt<qint64>(sizes, 8);
    } else if (chunk.id == "data" && !parts.hasData) {
        parts.hasData = true;
        parts.file.dataOffset = chunk.offset;
        parts.dataSize = chunk.size;
    } else if (chunk.id == "data" && chunk.size > 0) {
        const QString note = AudioText::tr("The file has its sound in several parts; only the first was taken.");
        if (!parts.file.warnings.contains(note))
            parts.file.warnings.append(note);
    } else if (parts.file.pcm.bigEndian) {
        return {}; // what else there is has such numbers as well, and nobody has seen any
    } else if (chunk.id == "LIST" && chunk.size <= maximumInfoBytes) {
        addMissing(parts.file.tags, readInfoTags(reader.bytes(chunk.offset, chunk.size)));
    } else if (chunk.id == "bext" && chunk.size <= maximumInfoBytes) {
        parts.file.tags += readBroadcastTags(reader.bytes(chunk.offset, chunk.size));
    } else if ((chunk.id == "id3 " || chunk.id == "ID3 ") && chunk.size <= maximumId3Bytes) {
        readId3(reader.bytes(chunk.offset, chunk.size), parts.file.tags, parts.file.pictures);
    } else if (chunk.id == "cue " && chunk.size <= maximumInfoBytes) {
        parts.cuePoints = reader.bytes(chunk.offset, chunk.size);
    }
    return {};
}

// What `flac --keep-foreign-metadata` keeps: the file's header, every chunk whole, of the samples the chunk's header only.
void noteForeign(qint64 start, qint64 end, AudioFile &file)
{
    if (file.foreign.isEmpty())
        file.foreign.append({0, start});
    file.foreign.append({start, end - start});
}

Result<AudioFile> finish(const RangeReader &reader, WavParts parts)
{
    AudioFile &file = parts.file;
    if (!parts.hasFormat)
        return Error{ErrorKind::DamagedInput, AudioText::tr("This WAV file does not say how its samples are stored."), {}};
    if (!parts.hasData)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    const qint64 there = std::clamp<qint64>(reader.size() - file.dataOffset, 0, parts.dataSize);
    file.missingBytes = parts.dataSize - there;
    const qint64 frameBytes = std::max<qint64>(1, file.pcm.frameBytes());
    file.samples = there / frameBytes;
    file.tags += readCuePoints(parts.cuePoints, file.pcm.sampleRate);
    if (there % frameBytes != 0 && file.missingBytes == 0)
        file.warnings.append(AudioText::tr("%1 bytes after the last whole sample were left out.").arg(there % frameBytes));
    return file;
}

// The next chunk starts on an even offset; some writers forget the filling byte.
qint64 afterRiffChunk(const RangeReader &reader, qint64 end)
{
    if (end % 2 == 0)
        return end;
    const QByteArray next = reader.bytes(end, 4);
    return next.size() == 4 && next[0] != '\0' && looksLikeId(next) ? end : end + 1;
}

} // namespace

Result<AudioFile> readWav(const RangeReader &reader, AudioContainer container)
{
    WavParts parts;
    parts.file.container = container;
    parts.file.pcm.bigEndian = reader.bytes(0, 4) == "RIFX";
    qint64 offset = 12;
    for (int i = 0; i < maximumWavChunks; ++i) {
        const QByteArray header = reader.bytes(offset, 8);
        if (header.size() < 8 || !looksLikeId(header.left(4)))
            break; // the end, or trailing bytes that are no chunk
        Chunk chunk{header.left(4), offset + 8, numberAt<quint32>(header, 4, parts.file.pcm)};
        if (chunk.id == "data")
            chunk.size = meantDataSize(reader, parts, chunk.size, chunk.offset);
        if (const Result<void> taken = takeChunk(reader, chunk, parts); !taken)
            return taken.error();
        if (chunk.size < 0 || chunk.size > reader.size() - chunk.offset)
            break;
        const qint64 next = afterRiffChunk(reader, chunk.offset + chunk.size);
        if (!parts.file.pcm.bigEndian) // `flac` would not give it back
            noteForeign(offset, next, parts.file);
        offset = next;
    }
    return finish(reader, std::move(parts));
}

Result<AudioFile> readWave64(const RangeReader &reader)
{
    WavParts parts;
    parts.file.container = AudioContainer::Wave64;
    qint64 offset = 40; // GUID "riff", size, GUID "wave"
    for (int i = 0; i < maximumWavChunks; ++i) {
        const QByteArray header = reader.bytes(offset, 24);
        if (header.size() < 24)
            break;
        const qint64 size = std::max<qint64>(littleEndianAt<qint64>(header, 16), 0) - 24;
        const Chunk chunk{header.left(4), offset + 24, size < 0 ? reader.size() - offset - 24 : size};
        if (const Result<void> taken = takeChunk(reader, chunk, parts); !taken)
            return taken.error();
        if (chunk.size > reader.size() - chunk.offset)
            break;
        const qint64 next = (chunk.offset + chunk.size + 7) / 8 * 8;
        noteForeign(offset, next, parts.file);
        offset = next;
    }
    return finish(reader, std::move(parts));
}

} // namespace convoy
