// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

namespace convoy {

/// A source whose decoder hands over frames of its own lengths: they wait here until they are asked for.
class BufferedSource : public SampleSource
{
public:
    Result<qint64> read(qint64 samples, SampleBlock &block) override;
    PlanePointers slice(SampleBlock &block, qint64 from, qint64) const override { return planePointers(block, from); }

protected:
    /// `limit`: samples to give away at most.
    BufferedSource(const SampleShape &shape, qint64 limit);

    /// Decodes a little: appends to m_decoded, or sets m_isAtEnd, or neither.
    virtual Result<void> decodeMore() = 0;

    std::vector<std::vector<qint32>> m_decoded; ///< per channel
    const qint64 m_limit;
    qint64 m_heldBack = 0; ///< samples that stay in m_decoded until the end: it may turn out that they do not count
    bool m_isAtEnd = false;

private:
    qint64 waiting() const { return m_decoded.empty() ? 0 : qint64(m_decoded.front().size()) - m_taken; }

    qint64 m_taken = 0; ///< of m_decoded
};

} // namespace convoy
