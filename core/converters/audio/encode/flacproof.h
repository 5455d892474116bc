// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

#include <span>

namespace convoy {

/// Shows that encoded FLAC frames hold given samples, at a third of what decoding them costs. A decoder has to know one
/// sample before it can predict the next. Here all are known: what each predictor leaves over is worked out for many samples
/// at once, and the frame's bits have to be the codes of just that. By induction, a decoder that obeys RFC 9639 then arrives
/// at the same samples, and no bit of the frame is left unread. One thread.
class FlacProof
{
public:
    explicit FlacProof(const SampleShape &shape);

    /// Whether it can be had for such sound. With 32 bits the difference of two channels has 33.
    static bool covers(const SampleShape &shape) { return shape.bits < 32; }

    /// Whether `frame`, a whole one of a stream with a fixed block size, has that number and holds exactly `samples`
    /// of `planes`. What is no frame at all is just false.
    bool holds(std::span<const uchar> frame, quint32 number, const PlanePointers &planes, qint64 samples);

private:
    const SampleShape m_shape;
    std::vector<qint32> m_signal;  ///< what one subframe holds, after a few of no meaning
    std::vector<quint32> m_folded; ///< what the predictor leaves over, as it is coded: 0, -1, 1, -2 …
};

} // namespace convoy
