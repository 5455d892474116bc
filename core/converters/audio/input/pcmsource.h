// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

#include <atomic>

namespace convoy {

/// Plain samples of WAV and AIFF. Floating-point ones become 24 bits with triangular dither.
class PcmSource : public SampleSource
{
public:
    PcmSource(const RangeReader &reader, const AudioFile &file);

    Result<qint64> read(qint64 samples, SampleBlock &block) override;
    PlanePointers slice(SampleBlock &block, qint64 from, qint64 samples) const override;
    QStringList warnings() const override;

private:
    Result<void> readRaw(qint64 bytes, SampleBlock &block);

    const RangeReader &m_reader;
    const AudioFile m_file;
    const bool m_isCanonical; ///< the file's bytes are what FLAC's MD5 is made of
    mutable std::atomic<bool> m_hasHiddenBits = false;
    mutable std::atomic<bool> m_isClipped = false;
};

} // namespace convoy
