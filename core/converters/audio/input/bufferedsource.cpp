// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/bufferedsource.h"

#include <algorithm>

namespace convoy {

BufferedSource::BufferedSource(const SampleShape &shape, qint64 limit)
    : SampleSource(shape),
      m_decoded(size_t(shape.channels)),
      m_limit(limit)
{
}

Result<qint64> BufferedSource::read(qint64 samples, SampleBlock &block)
{
    for (std::vector<qint32> &plane : m_decoded)
        plane.erase(plane.begin(), plane.begin() + m_taken);
    m_taken = 0;
    samples = std::min(samples, m_limit - m_next);
    while (waiting() < samples + m_heldBack && !m_isAtEnd) {
        if (const Result<void> decoded = decodeMore(); !decoded)
            return decoded.error();
    }
    block.first = m_next;
    block.samples = std::min(samples, waiting());
    block.planes.resize(m_decoded.size());
    for (size_t channel = 0; channel < m_decoded.size(); ++channel)
        block.planes[channel].assign(m_decoded[channel].begin(), m_decoded[channel].begin() + block.samples);
    hashPlanes(planePointers(block), block.samples);
    m_taken = block.samples;
    m_next += block.samples;
    return block.samples;
}

} // namespace convoy
