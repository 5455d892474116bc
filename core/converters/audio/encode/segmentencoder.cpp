// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/segmentencoder.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/encode/flacframe.h"
#include "core/converters/audio/input/audioprobe.h"

#include <algorithm>

// Exported by libFLAC for its own tests, in no public header: the MD5 of the whole is made by the source.
extern "C" FLAC__bool FLAC__stream_encoder_set_do_md5(FLAC__StreamEncoder *encoder, FLAC__bool value);

namespace convoy {

namespace {

constexpr int framesAtOnce = 4;     // between looks at the stop token; their samples fit into the cache
constexpr int largestFastLevel = 2; // presets 0 … 2 have no LPC and small blocks

// A few samples at a time, so that they are in the cache, as often as `stop` is to be asked.
template <typename Take>
Result<void> forSlices(const SampleSource &source, SampleBlock &block, qint64 most, const std::stop_token &stop,
                       const Take &take)
{
    for (qint64 from = 0; from < block.samples; from += most) {
        if (stop.stop_requested())
            return cancelledError();
        const qint64 samples = std::min(block.samples - from, most);
        if (const Result<void> taken = take(source.slice(block, from, samples), from, samples); !taken)
            return taken;
    }
    return {};
}

} // namespace

int flacBlockSize(int level)
{
    return level <= largestFastLevel ? 1152 : 4096;
}

int flacIndependentFrames(int level, const SampleShape &shape)
{
    const bool isAdaptive = shape.channels == 2 && (level == 1 || level == 4);
    return isAdaptive ? std::max(1, int(shape.sampleRate * 0.4 / flacBlockSize(level) + 0.5)) : 1;
}

SegmentEncoder::SegmentEncoder(FlacEffort effort, const SampleShape &shape)
    : m_effort(effort),
      m_shape(shape),
      m_proof(shape)
{
}

SegmentEncoder::~SegmentEncoder()
{
    finish();
}

Error SegmentEncoder::complaint()
{
    return {ErrorKind::Internal, AudioText::tr("The FLAC encoder failed."), QString::fromLatin1(get_state().as_cstring())};
}

Result<void> SegmentEncoder::start()
{
    if (!is_valid())
        return Error{ErrorKind::OutOfMemory, AudioText::tr("There is not enough memory."), {}};
    set_channels(uint32_t(m_shape.channels));
    set_bits_per_sample(uint32_t(m_shape.bits));
    set_sample_rate(uint32_t(m_shape.sampleRate));
    set_compression_level(uint32_t(m_effort.level));
    if (m_effort.isExhaustive)
        set_do_exhaustive_model_search(true);
    // The presets are within the subset wherever rate and width allow it; the switch would only refuse the others.
    set_streamable_subset(false);
    FLAC__stream_encoder_set_do_md5(encoder_, false);
    if (const FLAC__StreamEncoderInitStatus status = init(); status != FLAC__STREAM_ENCODER_INIT_STATUS_OK)
        return Error{ErrorKind::UnsupportedFormat, AudioText::tr("FLAC cannot hold sound of this kind."),
                     QString::fromLatin1(FLAC__StreamEncoderInitStatusString[status])};
    return {};
}

void SegmentEncoder::warmUp()
{
    const std::vector<FLAC__int32> silence(size_t(m_shape.channels));
    if (start())
        static_cast<void>(process_interleaved(silence.data(), 1) && finish());
}

FLAC__StreamEncoderWriteStatus SegmentEncoder::write_callback(const FLAC__byte buffer[], size_t bytes, uint32_t samples,
                                                              uint32_t)
{
    if (samples == 0)
        return FLAC__STREAM_ENCODER_WRITE_STATUS_OK; // metadata: the writer has its own
    const size_t before = m_segment.bytes.size();
    if (!appendRenumberedFrame(buffer, bytes, m_nextFrame++, m_segment.bytes))
        return FLAC__STREAM_ENCODER_WRITE_STATUS_FATAL_ERROR;
    m_segment.frames.push_back(quint32(m_segment.bytes.size() - before));
    return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
}

// The next frames of the segment, which `samples` of `planes` were encoded as.
Result<void> SegmentEncoder::prove(PlanePointers planes, qint64 samples)
{
    const qint64 blockSize = flacBlockSize(m_effort.level);
    for (qint64 done = 0; done < samples; done += blockSize) {
        const quint32 bytes = m_provenFrames < m_segment.frames.size() ? m_segment.frames[m_provenFrames] : 0;
        const auto number = quint32(m_segment.first / blockSize + qint64(m_provenFrames));
        const std::span<const uchar> frame(m_segment.bytes.data() + m_provenBytes, bytes);
        if (!m_proof.holds(frame, number, planes, std::min(blockSize, samples - done)))
            return soundDiffers(QStringLiteral("frame %1").arg(number));
        for (const qint32 *&plane : planes)
            plane += blockSize;
        ++m_provenFrames;
        m_provenBytes += bytes;
    }
    return {};
}

Result<EncodedSegment> SegmentEncoder::encode(const SampleSource &source, SampleBlock &block, TrackMeter *meter,
                                              const std::stop_token &stop)
{
    if (const Result<void> started = start(); !started)
        return started.error();
    const int blockSize = flacBlockSize(m_effort.level);
    Q_ASSERT(block.first % blockSize == 0);
    m_nextFrame = quint32(block.first / blockSize);
    m_segment = {block.first, block.samples, {}, {}};
    m_provenFrames = m_provenBytes = 0;
    m_segment.bytes.reserve(m_expectedBytes);
    const auto inSlices = [&](const auto &take) { return forSlices(source, block, framesAtOnce * blockSize, stop, take); };

    const auto count = [&](const PlanePointers &planes, qint64 from, qint64 samples) {
        if (meter)
            meter->add(planes, block.first + from, samples, m_packed);
    };
    const Result<void> encoded = inSlices([&](const PlanePointers &planes, qint64 from, qint64 samples) -> Result<void> {
        if (!process(planes.data(), uint32_t(samples)))
            return complaint();
        if (!m_effort.isProven)
            count(planes, from, samples);
        return {};
    });
    if (!encoded)
        return encoded.error();
    if (!finish())
        return complaint();
    // Over the same samples once more: a frame comes out only after samples of the next went in.
    const auto countAndProve = [&](const PlanePointers &planes, qint64 from, qint64 samples) {
        count(planes, from, samples);
        return prove(planes, samples);
    };
    if (m_effort.isProven) {
        if (const Result<void> proven = inSlices(countAndProve); !proven)
            return proven.error();
    }
    m_expectedBytes = std::max(m_expectedBytes, m_segment.bytes.size());
    return std::move(m_segment);
}

} // namespace convoy
