// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

#include <libdeflate.h>

namespace convoy {

/// CRC-32 of 16-bit samples without those that are zero: what EAC logs where it does not use null samples, so that it is the
/// same for drives with another offset.
class NullFreeCrc
{
public:
    void add(const PlanePointers &planes, qint64 samples)
    {
        m_packed.clear();
        for (qint64 i = 0; i < samples; ++i) {
            for (const qint32 *plane : planes) {
                if (plane[i] == 0)
                    continue;
                m_packed.push_back(char(plane[i]));
                m_packed.push_back(char(plane[i] >> 8));
            }
        }
        m_crc = libdeflate_crc32(m_crc, m_packed.data(), m_packed.size());
    }
    quint32 value() const { return m_crc; }

private:
    quint32 m_crc = 0;
    std::vector<char> m_packed;
};

} // namespace convoy
