// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flacproof.h"

#include "core/base/widecode.h"
#include "core/converters/audio/encode/bitcomparison.h"
#include "core/converters/audio/encode/flacframe.h"
#include "core/converters/audio/encode/flacpredictor.h"

#include <algorithm>

namespace convoy {

namespace {

qint32 unfolded(quint32 value)
{
    return qint32(value >> 1) ^ -qint32(value & 1);
}

// `all` is copied: what lives in registers is quicker.
void expectRice(BitComparison &all, std::span<const quint32> folded, unsigned parameter)
{
    BitComparison code = all;
    const quint32 lowBits = (quint32(1) << parameter) - 1;
    for (const quint32 value : folded) {
        const quint32 zeros = value >> parameter;
        const quint64 end = (quint64(1) << parameter) | (value & lowBits);
        if (zeros + parameter < BitComparison::most) {
            code.expect(end, zeros + parameter + 1);
        } else {
            code.expectZeros(zeros);
            code.expect(end, parameter + 1);
        }
    }
    all = code;
}

// All that follows a predictor (RFC 9639, 9.2.7). `folded` begins with the first sample of the block.
bool expectResidual(BitComparison &code, std::span<const quint32> folded, size_t order)
{
    const quint64 method = code.take(2);
    const unsigned parameterBits = method == 0 ? 4 : 5;
    const size_t partitions = size_t(1) << code.take(4);
    const size_t samples = folded.size() / partitions;
    if (method > 1 || folded.size() % partitions != 0 || samples < order)
        return false;
    for (size_t i = 0; i < partitions && code.isSame(); ++i) {
        const size_t first = i == 0 ? order : i * samples;
        const std::span<const quint32> part = folded.subspan(first, (i + 1) * samples - first);
        const auto parameter = unsigned(code.take(parameterBits));
        if (parameter + 1 < 1U << parameterBits) {
            expectRice(code, part, parameter);
            continue;
        }
        const auto width = unsigned(code.take(5));
        for (const quint32 value : part) {
            if (width > 0 && code.takeSigned(width) != unfolded(value))
                return false;
            if (width == 0 && value != 0)
                return false;
        }
    }
    return code.isSame();
}

/// A channel of a frame, or what joint stereo makes of two.
struct Subframe {
    std::span<qint32> signal; ///< with `samplesBefore` in front of it
    int bits = 0;
};

// Warm-up samples and those that are not predicted at all.
void expectPlain(BitComparison &code, std::span<const qint32> signal, int bits)
{
    for (const qint32 value : signal)
        code.expect(quint32(value) & (0xFFFFFFFFU >> (32 - bits)), unsigned(bits));
}

bool takePredictor(BitComparison &code, int order, FlacPredictor &predictor)
{
    predictor.order = order;
    const auto weightBits = unsigned(code.take(4)) + 1;
    predictor.shift = int(code.takeSigned(5));
    for (int i = 0; i < order; ++i)
        predictor.weights[size_t(i)] = qint32(code.takeSigned(weightBits));
    return weightBits < 16 && predictor.shift >= 0;
}

// Low bits that are zero in all samples may be left out (RFC 9639, 9.2.2).
bool dropWastedBits(BitComparison &code, Subframe &subframe)
{
    int wasted = 1;
    while (code.take(1) == 0) {
        if (++wasted >= subframe.bits)
            return false;
    }
    subframe.bits -= wasted;
    qint32 all = 0;
    for (qint32 &value : subframe.signal) {
        all |= value;
        value >>= wasted;
    }
    return subframe.bits > 0 && (all & ((1 << wasted) - 1)) == 0;
}

bool expectSubframe(BitComparison &code, Subframe subframe, std::vector<quint32> &folded)
{
    code.expect(0, 1);
    const int type = int(code.take(6));
    if (code.take(1) == 1 && !dropWastedBits(code, subframe))
        return false;
    const std::span<const qint32> signal = subframe.signal;
    if (type == 0) {
        expectPlain(code, signal.first(1), subframe.bits);
        return std::ranges::count(signal, signal.front()) == std::ssize(signal);
    }
    if (type == 1) {
        expectPlain(code, signal, subframe.bits);
        return true;
    }
    const bool isFixed = type >= 8 && type <= 8 + largestFixedOrder;
    const int order = isFixed ? type - 8 : type - 31;
    if ((!isFixed && type < 32) || size_t(order) > signal.size())
        return false;
    expectPlain(code, signal.first(size_t(order)), subframe.bits);
    FlacPredictor predictor = fixedFlacPredictor(isFixed ? order : 0);
    if (!isFixed && !takePredictor(code, order, predictor))
        return false;
    return flacResidual(signal.data(), signal.size(), subframe.bits, predictor, folded.data())
        && expectResidual(code, folded, size_t(order));
}

/// How a frame holds its channels (RFC 9639, 9.1.3).
enum class Stereo : quint8 { Independent, LeftSide, SideRight, MidSide };

struct FrameHeader {
    qint64 samples = 0;
    int sampleRate = 0; ///< 0: STREAMINFO's, as for the bits
    int bits = 0;
    int channels = 0;
    Stereo stereo = Stereo::Independent;
};

qint64 takeBlockSize(BitComparison &code, int kind)
{
    return kind == 1 ? 192
        : kind == 6  ? qint64(code.take(8)) + 1
        : kind == 7  ? qint64(code.take(16)) + 1
        : kind < 6   ? 144LL << kind
                     : 1LL << kind;
}

int takeSampleRate(BitComparison &code, int kind)
{
    constexpr int rates[] = {0, 88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000};
    return kind < 12 ? rates[kind]
        : kind == 12 ? int(code.take(8)) * 1000
        : kind == 13 ? int(code.take(16))
                     : int(code.take(16)) * 10;
}

// RFC 9639, 9.1. False where the header is none, or of another frame.
bool takeHeader(BitComparison &code, std::span<const uchar> frame, quint32 number, FrameHeader &header)
{
    constexpr int widths[] = {0, 8, 12, -1, 16, 20, 24, 32};
    code.expect(0xFFF8, 16);
    const int sizeKind = int(code.take(4));
    const int rateKind = int(code.take(4));
    const int channelKind = int(code.take(4));
    header.bits = widths[code.take(3)];
    code.expect(0, 1);
    std::vector<uchar> coded;
    appendFlacNumber(number, coded);
    for (const uchar byte : coded)
        code.expect(byte, 8);
    if (sizeKind == 0 || rateKind == 15 || channelKind > 10)
        return false;
    header.samples = takeBlockSize(code, sizeKind);
    header.sampleRate = takeSampleRate(code, rateKind);
    header.channels = channelKind < 8 ? channelKind + 1 : 2;
    header.stereo = channelKind < 8 ? Stereo::Independent : Stereo(channelKind - 7);
    const size_t bytes = code.position() / 8;
    if (bytes >= frame.size())
        return false;
    code.expect(flacCrc8(frame.data(), bytes), 8);
    return code.isSame();
}

CONVOY_WIDE void join(const qint32 *left, const qint32 *right, qint64 samples, bool isSide, qint32 *result)
{
    if (isSide) {
        for (qint64 i = 0; i < samples; ++i)
            result[i] = left[i] - right[i];
    } else {
        for (qint64 i = 0; i < samples; ++i)
            result[i] = (left[i] + right[i]) >> 1;
    }
}

bool isSide(Stereo stereo, int channel)
{
    return (stereo == Stereo::SideRight && channel == 0)
        || ((stereo == Stereo::LeftSide || stereo == Stereo::MidSide) && channel == 1);
}

} // namespace

FlacProof::FlacProof(const SampleShape &shape) : m_shape(shape) {}

bool FlacProof::holds(std::span<const uchar> frame, quint32 number, const PlanePointers &planes, qint64 samples)
{
    BitComparison code(frame);
    FrameHeader header;
    if (!takeHeader(code, frame, number, header) || header.samples != samples || header.channels != m_shape.channels
        || (header.sampleRate != 0 && header.sampleRate != m_shape.sampleRate)
        || (header.bits != 0 && header.bits != m_shape.bits))
        return false;
    m_signal.resize(size_t(samples) + samplesBefore);
    m_folded.resize(size_t(samples));
    const std::span<qint32> signal = std::span(m_signal).subspan(samplesBefore);
    for (int channel = 0; channel < m_shape.channels; ++channel) {
        const bool side = isSide(header.stereo, channel);
        const bool mid = header.stereo == Stereo::MidSide && channel == 0;
        if (side || mid)
            join(planes[0], planes[1], samples, side, signal.data());
        else
            std::copy_n(planes[size_t(channel)], samples, signal.data());
        if (!expectSubframe(code, {signal, m_shape.bits + (side ? 1 : 0)}, m_folded))
            return false;
    }
    if (const auto over = unsigned(code.position() % 8); over != 0)
        code.expect(0, 8 - over);
    // A CRC over itself is nothing.
    return code.isSame() && code.position() / 8 + 2 == frame.size() && flacCrc16(frame.data(), frame.size()) == 0;
}

} // namespace convoy
