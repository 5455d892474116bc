// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flacpredictor.h"

#include "core/base/widecode.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace convoy {

namespace {

quint32 folded(qint32 residual)
{
    return (quint32(residual) << 1) ^ quint32(residual >> 31);
}

// Four weights at a time, over so many samples that the sums stay in the first cache: a loop that compilers make vectors of.
template <typename Sum>
[[gnu::always_inline]] inline bool predictIn(const qint32 *signal, size_t samples, const FlacPredictor &predictor,
                                             quint32 *result)
{
    constexpr size_t band = 512;
    Sum sums[band];
    Sum beyond = 0;
    for (auto at = size_t(predictor.order); at < samples; at += band) {
        const size_t count = std::min(band, samples - at);
        std::fill_n(sums, count, 0);
        for (int tap = 0; tap < predictor.order; tap += samplesBefore) {
            const qint32 *weights = predictor.weights.data() + tap;
            const Sum a = weights[0], b = weights[1], c = weights[2], d = weights[3];
            const qint32 *before = signal + at - tap - samplesBefore;
            for (size_t i = 0; i < count; ++i)
                sums[i] += a * before[i + 3] + b * before[i + 2] + c * before[i + 1] + d * before[i];
        }
        for (size_t i = 0; i < count; ++i) {
            const Sum residual = signal[at + i] - (sums[i] >> predictor.shift);
            beyond |= residual ^ qint32(residual);
            result[at + i] = folded(qint32(residual));
        }
    }
    return beyond == 0;
}

CONVOY_WIDE bool predictNarrow(const qint32 *signal, size_t samples, const FlacPredictor &predictor, quint32 *result)
{
    return predictIn<qint32>(signal, samples, predictor, result);
}

CONVOY_WIDE bool predictWide(const qint32 *signal, size_t samples, const FlacPredictor &predictor, quint32 *result)
{
    return predictIn<qint64>(signal, samples, predictor, result);
}

} // namespace

FlacPredictor fixedFlacPredictor(int order)
{
    constexpr qint32 weights[largestFixedOrder + 1][largestFixedOrder] = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};
    FlacPredictor predictor{.order = order};
    std::ranges::copy(weights[order], predictor.weights.begin());
    return predictor;
}

// Where no sum can outgrow 32 bits it is worked out in those, as decoders do.
bool flacResidual(const qint32 *signal, size_t samples, int bits, const FlacPredictor &predictor, quint32 *folded)
{
    qint64 reach = 1;
    for (int i = 0; i < predictor.order; ++i)
        reach += std::abs(predictor.weights[size_t(i)]);
    const bool isNarrow = reach << (bits - 1) <= std::numeric_limits<qint32>::max();
    return (isNarrow ? predictNarrow : predictWide)(signal, samples, predictor, folded);
}

} // namespace convoy
