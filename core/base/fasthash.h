// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <xxhash.h>
#ifdef __x86_64__ // takes the widest instructions that the processor has
#include <xxh_x86dispatch.h>
#endif

#include <memory>
#include <new>

namespace convoy {

/// The 128-bit XXH3 of bytes that come one after another: tells whether they are the same again, at the speed of memory.
/// No defence against somebody who wants two to be taken for one another.
class FastHash
{
public:
    FastHash()
    {
        if (!m_state)
            throw std::bad_alloc();
        XXH3_128bits_reset(m_state.get());
    }

    void add(const void *bytes, size_t size) { XXH3_128bits_update(m_state.get(), bytes, size); }
    /// Of all so far; 16 bytes, big endian.
    QByteArray result() const
    {
        XXH128_canonical_t canonical;
        XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(m_state.get()));
        return QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest);
    }

private:
    std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> m_state{XXH3_createState(), &XXH3_freeState};
};

} // namespace convoy
