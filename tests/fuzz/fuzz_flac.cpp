// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as samples: what libFLAC makes of them has to be proven. And any change of the frame, with checksums that fit
// again: what is proven then has to be what libFLAC decodes. The first bytes say what kind of sound it is, and what changes.
#include "core/converters/audio/encode/flacproof.h"

#include "support/flacframes.h"

#include "fuzztarget.h"

using namespace convoy;
using namespace convoy::test;

namespace {

constexpr size_t headBytes = 8;
constexpr size_t mostSamples = 2048;
constexpr size_t usualHeader = 6;
constexpr int smallestBits = 4;
constexpr int kindsOfBits = 28; ///< up to 31

Planes planesFrom(const uint8_t *data, size_t size, size_t channels, int bits)
{
    const size_t samples = std::min(size / 4 / channels, mostSamples);
    Planes planes(channels, std::vector<qint32>(samples));
    for (size_t i = 0; i < samples * channels; ++i)
        planes[i % channels][i / channels] = qFromLittleEndian<qint32>(data + 4 * i) >> (32 - bits);
    return planes;
}

} // namespace

QList<QByteArray> fuzzSeeds()
{
    QList<QByteArray> seeds;
    for (const int bits : {0, 4, 12, 20, 27}) {
        QByteArray seed("\0\1\5\0\x10\0\x40\0", headBytes);
        seed[0] = char(bits);
        quint32 value = 12345;
        for (int i = 0; i < 600; ++i) {
            value = value * 1664525u + 1013904223u;
            const quint32 wave = quint32(i % 50 - 25) << 25;
            const quint32 little = qToLittleEndian(wave + (value >> (i < 300 ? 12 : 6)));
            seed.append(reinterpret_cast<const char *>(&little), sizeof little);
        }
        seeds.append(seed);
    }
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < headBytes)
        return 0;
    const int bits = smallestBits + data[0] % kindsOfBits;
    const int channels = 1 + data[1] % 3;
    const Planes planes = planesFrom(data + headBytes, size - headBytes, size_t(channels), bits);
    const auto samples = qint64(planes.front().size());
    constexpr qint64 leastSamples = 16; // libFLAC's blocks
    if (samples < leastSamples)
        return 0;
    const SampleShape shape{44100, channels, bits, samples};
    const FlacFrames encoded({shape, data[2] % 9, int(samples), data[3] % 4 == 3}, planes);
    PlanePointers pointers;
    for (const std::vector<qint32> &plane : planes)
        pointers.push_back(plane.data());
    FlacProof proof(shape);
    fuzz::promise(encoded.frames.size() == 1 && proof.holds(encoded.frames.front(), 0, pointers, samples),
                  "what libFLAC writes is proven");
    for (const size_t fault : {qFromLittleEndian<quint16>(data + 4), qFromLittleEndian<quint16>(data + 6)}) {
        std::vector<uchar> changed = encoded.frames.front();
        changed[fault / 8 % changed.size()] ^= uchar(1U << fault % 8);
        mendChecksums(changed, usualHeader + (samples > 256 ? 2 : 1));
        fuzz::promise(!proof.holds(changed, 0, pointers, samples) || DecodedFrame(encoded.head, changed).planes == planes,
                      "what is proven is what libFLAC decodes");
    }
    return 0;
}
