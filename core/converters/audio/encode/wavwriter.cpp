// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/wavwriter.h"

#include "core/converters/audio/base/rangewriter.h"
#include "core/converters/audio/tags/id3tags.h"
#include "core/converters/audio/tags/infotags.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr qint64 samplesAtOnce = 65536;
constexpr qint64 largestRiff = 0xFFFFFFFFLL - 1024;

template <typename T>
void putLittle(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

bool needsExtensible(const SampleShape &shape, quint32 channelMask)
{
    return shape.channels > 2 || shape.bits > 16 || shape.bits % 8 != 0 || channelMask != 0;
}

QByteArray formatChunk(const SampleShape &shape, quint32 channelMask)
{
    const bool extensible = needsExtensible(shape, channelMask);
    const int frameBytes = shape.channels * shape.bytesPerSample();
    QByteArray bytes("fmt ");
    putLittle(bytes, quint32(extensible ? 40 : 16));
    putLittle(bytes, quint16(extensible ? 0xFFFE : 1));
    putLittle(bytes, quint16(shape.channels));
    putLittle(bytes, quint32(shape.sampleRate));
    putLittle(bytes, quint32(qint64(shape.sampleRate) * frameBytes));
    putLittle(bytes, quint16(frameBytes));
    putLittle(bytes, quint16(shape.bytesPerSample() * 8));
    if (extensible) {
        putLittle(bytes, quint16(22));
        putLittle(bytes, quint16(shape.bits));
        putLittle(bytes, channelMask != 0 ? channelMask : usualChannelMask(shape.channels));
        putLittle(bytes, quint16(1));
        bytes.append(QByteArray::fromHex("000000001000800000aa00389b71")); // the rest of KSDATAFORMAT_SUBTYPE_PCM
    }
    return bytes;
}

// EBU Tech 3306 wants ds64 first; its place is kept by a JUNK chunk so that the header's size never changes.
QByteArray header(const SampleShape &shape, quint32 channelMask, qint64 dataBytes, qint64 behind)
{
    const QByteArray format = formatChunk(shape, channelMask);
    const qint64 riffSize = 4 + 36 + format.size() + 8 + dataBytes + dataBytes % 2 + behind;
    const bool isLong = riffSize > largestRiff;
    QByteArray bytes(isLong ? "RF64" : "RIFF");
    putLittle(bytes, isLong ? 0xFFFFFFFFu : quint32(riffSize));
    bytes.append("WAVE");
    bytes.append(isLong ? "ds64" : "JUNK");
    putLittle(bytes, quint32(28));
    putLittle(bytes, isLong ? quint64(riffSize) : 0);
    putLittle(bytes, isLong ? quint64(dataBytes) : 0);
    putLittle(bytes, isLong ? quint64(dataBytes) / quint64(shape.channels * shape.bytesPerSample()) : 0);
    putLittle(bytes, quint32(0));
    bytes.append(format);
    bytes.append("data");
    putLittle(bytes, isLong ? 0xFFFFFFFFu : quint32(dataBytes));
    return bytes;
}

// WAV has samples left-justified in their bytes, and those of one byte unsigned.
void toWavSamples(const SampleShape &shape, SampleBlock &block)
{
    const int shift = shape.bytesPerSample() * 8 - shape.bits;
    const qint32 bias = shape.bytesPerSample() == 1 ? 128 : 0;
    if (shift == 0 && bias == 0)
        return;
    for (std::vector<qint32> &plane : block.planes) {
        for (qint32 &sample : plane)
            sample = (sample << shift) + bias;
    }
}

QByteArray tagChunks(MusicTags music)
{
    music.tags.removeIf([](const AudioTag &tag) { return tag.name == channelMaskTag; });
    QByteArray chunks = infoChunk(music.tags);
    if (isInfoEnough(music.tags) && music.pictures.isEmpty())
        return chunks;
    const QByteArray id3 = id3Bytes(music);
    chunks.append("id3 ");
    putLittle(chunks, quint32(id3.size()));
    return chunks + id3 + QByteArray(id3.size() % 2, '\0');
}

} // namespace

Result<void> writeWav(SampleSource &source, int fd, const WavHeader &wav, Measure *measure, const ConvertContext &context)
{
    const SampleShape &shape = source.shape();
    const qint64 headerSize = header(shape, wav.channelMask, 0, 0).size();
    qint64 written = 0;
    SampleBlock block;
    std::vector<char> bytes;
    for (qint64 samples = 0;;) {
        if (context.stop.stop_requested())
            return cancelledError();
        const Result<qint64> got = source.read(samplesAtOnce, block);
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        const PlanePointers planes = source.slice(block, 0, *got);
        if (measure)
            measure->add(planes, block.first, *got);
        toWavSamples(shape, block);
        packLittleEndian(planePointers(block), block.samples, shape.bytesPerSample(), bytes);
        if (const Result<void> done = writeRange(fd, headerSize + written, bytes.data(), qint64(bytes.size())); !done)
            return done;
        written += qint64(bytes.size());
        samples += *got;
        if (context.progress && source.expectedSamples() > 0)
            context.progress(std::min(1.0, double(samples) / double(source.expectedSamples())));
    }
    const QByteArray tags = tagChunks({wav.tags, wav.pictures, source.samplesRead() * 1000 / shape.sampleRate});
    const QByteArray tail = QByteArray(written % 2, '\0') + tags;
    if (const Result<void> done = writeRange(fd, headerSize + written, tail.constData(), tail.size()); !done)
        return done;
    const QByteArray front = header(shape, wav.channelMask, written, tags.size());
    return writeRange(fd, 0, front.constData(), front.size());
}

} // namespace convoy
