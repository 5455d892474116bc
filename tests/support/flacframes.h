// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/encode/flacframe.h"
#include "core/converters/audio/input/samplesource.h"

#include <FLAC++/decoder.h>
#include <FLAC++/encoder.h>

#include <algorithm>
#include <cstring>

namespace convoy::test {

using Planes = std::vector<std::vector<qint32>>;

struct FlacKind {
    SampleShape shape;
    int level = 8;
    int blockSize = 4096;
    bool isExhaustive = false;
};

/// The frames that one libFLAC encoder makes of samples.
class FlacFrames : private FLAC::Encoder::Stream
{
public:
    std::vector<uchar> head; ///< "fLaC" and STREAMINFO
    std::vector<std::vector<uchar>> frames;

    FlacFrames(const FlacKind &kind, const Planes &planes)
    {
        set_channels(uint32_t(kind.shape.channels));
        set_bits_per_sample(uint32_t(kind.shape.bits));
        set_sample_rate(uint32_t(kind.shape.sampleRate));
        set_compression_level(uint32_t(kind.level));
        set_blocksize(uint32_t(kind.blockSize));
        set_do_exhaustive_model_search(kind.isExhaustive);
        set_streamable_subset(false);
        if (init() != FLAC__STREAM_ENCODER_INIT_STATUS_OK)
            return;
        PlanePointers pointers;
        for (const std::vector<qint32> &plane : planes)
            pointers.push_back(plane.data());
        process(pointers.data(), uint32_t(planes.front().size()));
        finish();
    }

private:
    FLAC__StreamEncoderWriteStatus write_callback(const FLAC__byte buffer[], size_t bytes, uint32_t samples,
                                                  uint32_t) override
    {
        if (samples > 0)
            frames.emplace_back(buffer, buffer + bytes);
        else if (frames.empty() && head.size() < 42) // what follows STREAMINFO is not needed
            head.insert(head.end(), buffer, buffer + bytes);
        if (head.size() > 4)
            head[4] = 0x80; // the last block
        return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
    }
};

/// What libFLAC decodes of one frame; empty planes where it does not like it.
class DecodedFrame : private FLAC::Decoder::Stream
{
public:
    Planes planes;

    DecodedFrame(const std::vector<uchar> &head, const std::vector<uchar> &frame) : m_bytes(head)
    {
        m_bytes.insert(m_bytes.end(), frame.begin(), frame.end());
        if (init() != FLAC__STREAM_DECODER_INIT_STATUS_OK || !process_until_end_of_stream() || m_hasFailed)
            planes.clear();
    }

private:
    FLAC__StreamDecoderReadStatus read_callback(FLAC__byte buffer[], size_t *bytes) override
    {
        *bytes = std::min(*bytes, m_bytes.size() - m_done);
        std::memcpy(buffer, m_bytes.data() + m_done, *bytes);
        m_done += *bytes;
        return *bytes > 0 ? FLAC__STREAM_DECODER_READ_STATUS_CONTINUE : FLAC__STREAM_DECODER_READ_STATUS_END_OF_STREAM;
    }
    FLAC__StreamDecoderWriteStatus write_callback(const FLAC__Frame *frame, const FLAC__int32 *const buffer[]) override
    {
        for (uint32_t channel = 0; channel < frame->header.channels; ++channel)
            planes.emplace_back(buffer[channel], buffer[channel] + frame->header.blocksize);
        return FLAC__STREAM_DECODER_WRITE_STATUS_CONTINUE;
    }
    void error_callback(FLAC__StreamDecoderErrorStatus) override { m_hasFailed = true; }

    std::vector<uchar> m_bytes;
    size_t m_done = 0;
    bool m_hasFailed = false;
};

/// Makes both checksums of a changed frame right again, so that what was changed has to be noticed by itself.
/// `headerBytes`: with the CRC-8.
inline void mendChecksums(std::vector<uchar> &frame, size_t headerBytes)
{
    frame[headerBytes - 1] = flacCrc8(frame.data(), headerBytes - 1);
    const quint16 crc = flacCrc16(frame.data(), frame.size() - 2);
    frame[frame.size() - 2] = uchar(crc >> 8);
    frame[frame.size() - 1] = uchar(crc);
}

} // namespace convoy::test
