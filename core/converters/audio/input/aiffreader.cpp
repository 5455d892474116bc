// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/aiffreader.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/tags/id3tags.h"
#include "core/converters/audio/tags/infotags.h"

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

constexpr int maximumAiffChunks = 10000;

struct AiffParts {
    AudioFile file;
    qint64 promisedSamples = 0;
    qint64 dataBytes = 0;
    bool hasFormat = false;
    bool hasData = false;
};

// IEEE 754 80-bit extended, as the common chunk holds the sample rate.
double extendedAt(const QByteArray &data, qsizetype offset)
{
    const int exponent = (bigEndianAt<quint16>(data, offset) & 0x7FFF) - 16383;
    return std::ldexp(double(bigEndianAt<quint64>(data, offset + 2)), exponent - 63);
}

Result<void> applyCompression(const QByteArray &type, PcmFormat &pcm)
{
    constexpr int bitsOfWords = 16;
    const int named = type == "in24" || type == "42ni" ? 24 : type == "in32" || type == "23ni" ? 32 : 0;
    if (named > 0 || ((type == "sowt" || type == "twos") && pcm.bits == 0)) { // QuickTime does not say it again
        pcm.bits = named == 0 ? bitsOfWords : pcm.bits > named - 8 && pcm.bits <= named ? pcm.bits : named;
        pcm.bytesPerSample = (pcm.bits + 7) / 8;
    }
    if (type == "sowt" || type == "42ni" || type == "23ni")
        pcm.bigEndian = false;
    else if (type == "raw ")
        pcm.isUnsigned = pcm.bytesPerSample == 1;
    else if (type == "fl32" || type == "FL32" || type == "fl64" || type == "FL64")
        pcm.isFloat = true;
    else if (type != "NONE" && type != "twos" && type != "in24" && type != "in32")
        return Error{ErrorKind::UnsupportedFormat,
                     AudioText::tr("The sound in this AIFF file is compressed (codec “%1”).").arg(QString::fromLatin1(type)),
                     {}};
    if (pcm.isFloat)
        pcm.bytesPerSample = type.endsWith("64") ? 8 : 4;
    if (pcm.isFloat)
        pcm.bits = pcm.bytesPerSample * 8;
    return {};
}

Result<void> readCommon(const QByteArray &common, bool compressed, AiffParts &parts)
{
    if (common.size() < (compressed ? 22 : 18))
        return Error{ErrorKind::DamagedInput, AudioText::tr("The header of this file is cut short."), {}};
    PcmFormat &pcm = parts.file.pcm;
    pcm.channels = bigEndianAt<quint16>(common, 0);
    parts.promisedSamples = bigEndianAt<quint32>(common, 2);
    pcm.bits = bigEndianAt<quint16>(common, 6);
    pcm.bytesPerSample = (pcm.bits + 7) / 8;
    const double rate = extendedAt(common, 8);
    pcm.sampleRate = rate >= 1 && rate < INT_MAX ? int(std::lround(rate)) : 0;
    pcm.bigEndian = true;
    parts.hasFormat = true;
    if (const Result<void> applied = compressed ? applyCompression(common.mid(18, 4), pcm) : Result<void>(); !applied)
        return applied;
    if (pcm.bytesPerSample > 4 && !pcm.isFloat)
        return Error{
            ErrorKind::UnsupportedFormat, AudioText::tr("Samples of %1 bits do not fit into FLAC.").arg(pcm.bits), {}};
    return {};
}

void takeText(AiffParts &parts, const char *name, const QByteArray &bytes)
{
    if (const QString value = decodeTagText(bytes); !value.isEmpty())
        parts.file.tags.append({name, value});
}

Result<void> takeChunk(const RangeReader &reader, const QByteArray &id, qint64 offset, qint64 size, bool compressed,
                       AiffParts &parts)
{
    const auto content = [&] { return reader.bytes(offset, std::min(size, maximumInfoBytes)); };
    if (id == "COMM")
        return readCommon(content(), compressed, parts);
    if (id == "NAME")
        takeText(parts, "TITLE", content());
    else if (id == "AUTH")
        takeText(parts, "ARTIST", content());
    else if (id == "ANNO")
        takeText(parts, "COMMENT", content());
    else if (id == "(c) ")
        takeText(parts, "COPYRIGHT", content());
    else if (id == "ID3 ")
        readId3(reader.bytes(offset, std::min(size, maximumId3Bytes)), parts.file.tags, parts.file.pictures);
    if (id != "SSND" || parts.hasData)
        return {};
    const QByteArray head = reader.bytes(offset, 8); // offset and block size come before the samples
    if (head.size() < 8 || size < 8)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    parts.hasData = true;
    parts.file.dataOffset = offset + 8 + bigEndianAt<quint32>(head, 0);
    parts.dataBytes = size - 8 - bigEndianAt<quint32>(head, 0);
    return {};
}

Result<AudioFile> finish(const RangeReader &reader, AiffParts parts)
{
    if (!parts.hasFormat)
        return Error{ErrorKind::DamagedInput, AudioText::tr("This AIFF file does not say how its samples are stored."), {}};
    if (!parts.hasData || parts.promisedSamples == 0)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    AudioFile &file = parts.file;
    const qint64 frameBytes = std::max<qint64>(1, file.pcm.frameBytes());
    const qint64 promised = parts.promisedSamples * frameBytes;
    const qint64 there = std::clamp<qint64>(std::min(parts.dataBytes, reader.size() - file.dataOffset), 0, promised);
    file.samples = there / frameBytes;
    file.missingBytes = promised - there;
    return file;
}

} // namespace

Result<AudioFile> readAiff(const RangeReader &reader)
{
    AiffParts parts;
    parts.file.container = AudioContainer::Aiff;
    const bool compressed = reader.bytes(8, 4) == "AIFC";
    qint64 offset = 12;
    for (int i = 0; i < maximumAiffChunks; ++i) {
        const QByteArray header = reader.bytes(offset, 8);
        if (header.size() < 8)
            break;
        const qint64 size = bigEndianAt<quint32>(header, 4);
        if (!compressed) {
            if (i == 0)
                parts.file.foreign.append({0, 12});
            parts.file.foreign.append({offset, 8 + size + size % 2});
        }
        if (const Result<void> taken = takeChunk(reader, header.left(4), offset + 8, size, compressed, parts); !taken)
            return taken.error();
        offset += 8 + size + size % 2;
    }
    return finish(reader, std::move(parts));
}

} // namespace convoy
