// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/pcmsource.h"

#include "core/converters/audio/base/audiotext.h"

#include <bit>
#include <cmath>

namespace convoy {

namespace {

constexpr int ditheredBits = 24;
constexpr qint64 pieceBytes = 64 * 1024;

SampleShape shapeOf(const AudioFile &file)
{
    return {file.pcm.sampleRate, file.pcm.channels, file.pcm.isFloat ? ditheredBits : file.pcm.bits, file.samples};
}

bool isCanonical(const PcmFormat &pcm)
{
    return !pcm.isFloat && !pcm.isUnsigned && (!pcm.bigEndian || pcm.bytesPerSample == 1)
        && pcm.bits == pcm.bytesPerSample * 8;
}

struct Unpacking {
    const char *source;
    qint32 *target;
    qint64 samples;
    qint64 stride; ///< bytes from one sample of the channel to the next
    quint32 flip;  ///< the sign bit where samples are unsigned
    int shift;     ///< 32 - bits
};

// Puts a sample at the top of 32 bits and shifts it down with its sign: the bits below those that count fall off.
// Returns all of those or-ed.
template <int Bytes, bool BigEndian>
quint32 unpackChannel(const Unpacking &u)
{
    quint32 hidden = 0;
    const char *at = u.source;
    for (qint64 i = 0; i < u.samples; ++i, at += u.stride) {
        quint32 value = 0;
        for (int byte = 0; byte < Bytes; ++byte) {
            const int place = BigEndian ? Bytes - 1 - byte : byte;
            value |= quint32(static_cast<uchar>(at[byte])) << (8 * place + 32 - 8 * Bytes);
        }
        value ^= u.flip;
        hidden |= u.shift > 0 ? value & ((1u << u.shift) - 1) : 0;
        u.target[i] = static_cast<qint32>(value) >> u.shift;
    }
    return hidden;
}

quint32 unpackAny(const Unpacking &u, int bytes, bool bigEndian)
{
    switch (bytes) {
    case 1: return unpackChannel<1, false>(u);
    case 2: return bigEndian ? unpackChannel<2, true>(u) : unpackChannel<2, false>(u);
    case 3: return bigEndian ? unpackChannel<3, true>(u) : unpackChannel<3, false>(u);
    default: return bigEndian ? unpackChannel<4, true>(u) : unpackChannel<4, false>(u);
    }
}

// What nearly all files are, 16-bit stereo, read as words of two samples: a loop that compilers make vectors of.
void unpackStereo16(const char *source, qint64 samples, qint32 *left, qint32 *right)
{
    for (qint64 i = 0; i < samples; ++i) {
        const auto pair = qFromLittleEndian<quint32>(source + 4 * i);
        left[i] = static_cast<qint16>(pair);
        right[i] = static_cast<qint32>(pair) >> 16;
    }
}

// A hash of the sample's place (the finalizer of MurmurHash3) instead of a running generator: the noise is the same
// whichever thread makes it.
double uniform(quint64 place)
{
    place ^= place >> 33;
    place *= 0xFF51AFD7ED558CCDULL;
    place ^= place >> 33;
    place *= 0xC4CEB9FE1A85EC53ULL;
    place ^= place >> 33;
    return double(place >> 11) * 0x1.0p-53;
}

double floatAt(const char *at, int bytes, bool bigEndian)
{
    if (bytes == 8)
        return std::bit_cast<double>(bigEndian ? qFromBigEndian<quint64>(at) : qFromLittleEndian<quint64>(at));
    return double(std::bit_cast<float>(bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at)));
}

// Triangular noise of ±1 step before rounding; true where a sample was beyond full scale.
bool dither(const Unpacking &u, const PcmFormat &pcm, quint64 firstPlace)
{
    constexpr double scale = 1 << (ditheredBits - 1);
    bool clipped = false;
    const char *at = u.source;
    for (qint64 i = 0; i < u.samples; ++i, at += u.stride) {
        const quint64 place = firstPlace + quint64(i);
        double value = floatAt(at, pcm.bytesPerSample, pcm.bigEndian) * scale;
        if (!std::isfinite(value))
            value = 0;
        const double noisy = std::round(value + uniform(2 * place) - uniform(2 * place + 1));
        clipped |= std::abs(value) > scale;
        u.target[i] = static_cast<qint32>(std::clamp(noisy, -scale, scale - 1));
    }
    return clipped;
}

} // namespace

PcmSource::PcmSource(const RangeReader &reader, const AudioFile &file)
    : SampleSource(shapeOf(file)),
      m_reader(reader),
      m_file(file),
      m_isCanonical(isCanonical(file.pcm))
{
}

// In pieces that are still in the cache when they are hashed.
Result<void> PcmSource::readRaw(qint64 bytes, SampleBlock &block)
{
    block.raw.resize(std::max(block.raw.size(), size_t(bytes)));
    const qint64 offset = m_file.dataOffset + m_next * m_file.pcm.frameBytes();
    for (qint64 done = 0; done < bytes;) {
        const qint64 piece = std::min(bytes - done, pieceBytes);
        const Result<qint64> got = m_reader.read(offset + done, block.raw.data() + done, piece);
        if (!got)
            return got.error();
        if (*got < piece)
            return Error{ErrorKind::UnreadableInput, AudioText::tr("The file became shorter while it was read."), {}};
        if (m_isCanonical)
            m_hash.add(block.raw.data() + done, piece);
        done += piece;
    }
    return {};
}

Result<qint64> PcmSource::read(qint64 samples, SampleBlock &block)
{
    samples = std::min(samples, m_file.samples - m_next);
    if (const Result<void> got = readRaw(samples * m_file.pcm.frameBytes(), block); !got)
        return got.error();
    block.first = m_next;
    block.samples = samples;
    m_next += samples;
    if (!m_isCanonical && samples > 0)
        hashPlanes(slice(block, 0, samples), samples);
    return samples;
}

PlanePointers PcmSource::slice(SampleBlock &block, qint64 from, qint64 samples) const
{
    const PcmFormat &pcm = m_file.pcm;
    const char *raw = block.raw.data() + from * pcm.frameBytes();
    block.planes.resize(size_t(pcm.channels));
    for (std::vector<qint32> &plane : block.planes)
        plane.resize(std::max(plane.size(), size_t(samples)));
    if (m_isCanonical && pcm.bytesPerSample == 2 && pcm.channels == 2) {
        unpackStereo16(raw, samples, block.planes[0].data(), block.planes[1].data());
        return planePointers(block);
    }
    quint32 hidden = 0;
    bool clipped = false;
    for (int channel = 0; channel < pcm.channels; ++channel) {
        const Unpacking unpacking{raw + channel * pcm.bytesPerSample,
                                  block.planes[size_t(channel)].data(),
                                  samples,
                                  pcm.frameBytes(),
                                  pcm.isUnsigned ? 0x80000000u : 0u,
                                  32 - m_shape.bits};
        if (pcm.isFloat)
            clipped |= dither(unpacking, pcm, quint64(block.first + from) + (quint64(channel) << 48));
        else
            hidden |= unpackAny(unpacking, pcm.bytesPerSample, pcm.bigEndian);
    }
    // Written only where there is something to say: the flags are shared by every thread.
    if (hidden != 0)
        m_hasHiddenBits = true;
    if (clipped)
        m_isClipped = true;
    return planePointers(block);
}

QStringList PcmSource::warnings() const
{
    QStringList warnings = m_file.warnings;
    if (m_file.missingBytes > 0)
        warnings.append(AudioText::tr("The file is cut short; what is there was converted."));
    if (m_hasHiddenBits)
        warnings.append(
            AudioText::tr("Bits below the %1 that the file declares were not zero and were left out.").arg(m_shape.bits));
    if (m_isClipped)
        warnings.append(AudioText::tr("Samples beyond full scale were clipped."));
    return warnings;
}

} // namespace convoy
