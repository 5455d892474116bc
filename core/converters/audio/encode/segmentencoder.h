// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/encode/flacproof.h"
#include "core/converters/audio/encode/flacwriter.h"
#include "core/converters/audio/measure/trackmeter.h"

#include <FLAC++/encoder.h>

#include <stop_token>

namespace convoy {

/// How hard to try for a small file, and for a right one.
struct FlacEffort {
    int level = 8;
    bool isExhaustive = false; ///< every predictor is tried in full, as `flac -e` does
    bool isProven = false;     ///< every frame is shown to hold its samples (FlacProof::covers them)
};

/// Samples in a frame at a compression level, as libFLAC's presets have it.
int flacBlockSize(int level);

/// After so many frames libFLAC's choices start anew, so that a segment may begin there: 1 but for the levels with
/// adaptive mid/side stereo, which decide once for about 0.4 s.
int flacIndependentFrames(int level, const SampleShape &shape);

/// Encodes segments with one libFLAC encoder, each as if it stood in the middle of the whole. One thread.
class SegmentEncoder : private FLAC::Encoder::Stream
{
public:
    SegmentEncoder(FlacEffort effort, const SampleShape &shape);
    ~SegmentEncoder() override;

    /// Lets libFLAC choose its routines and make its tables, without a result.
    void warmUp();

    /// `block` of `source` starts at a multiple of the block size. `cancelled` when `stop` asks for it. `meter` (may be
    /// nullptr) gets the samples as well. `verification-failed` where a frame turns out not to hold its samples.
    Result<EncodedSegment> encode(const SampleSource &source, SampleBlock &block, TrackMeter *meter,
                                  const std::stop_token &stop);

private:
    FLAC__StreamEncoderWriteStatus write_callback(const FLAC__byte buffer[], size_t bytes, uint32_t samples,
                                                  uint32_t frame) override;
    Result<void> start();
    Result<void> prove(PlanePointers planes, qint64 samples);
    Error complaint();

    const FlacEffort m_effort;
    const SampleShape m_shape;
    quint32 m_nextFrame = 0;
    EncodedSegment m_segment;
    FlacProof m_proof;
    size_t m_provenFrames = 0; ///< of the segment
    size_t m_provenBytes = 0;
    size_t m_expectedBytes = 0;
    std::vector<char> m_packed;
};

} // namespace convoy
