// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace convoy {

/// x[n] is about the sum of weights[i] · x[n - 1 - i], shifted down.
struct FlacPredictor {
    int order = 0;
    int shift = 0;
    std::array<qint32, 32> weights{}; ///< those beyond the order are zero
};

/// Those that have no parameters: orders 0 … 4 (RFC 9639, 9.2.5).
inline constexpr int largestFixedOrder = 4;
FlacPredictor fixedFlacPredictor(int order);

/// How many samples before the first may be read, and count for nothing.
inline constexpr int samplesBefore = 4;

/// What the predictor leaves over of `samples` from its order on, in the form in which it is coded: 0, -1, 1, -2 … are 0, 1,
/// 2, 3 … `bits` is the width of the samples. False where something does not fit into 32 bits, which no frame may hold.
[[nodiscard]] bool flacResidual(const qint32 *signal, size_t samples, int bits, const FlacPredictor &predictor,
                                quint32 *folded);

} // namespace convoy
