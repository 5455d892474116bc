// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flacencoder.h"

#include "core/converters/audio/encode/threadteam.h"

#include <algorithm>
#include <atomic>
#include <optional>

namespace convoy {

namespace {

// Long segments keep starts of encoders rare, short ones at the end let all threads end together.
constexpr qint64 longestSegmentFrames = 32;
constexpr qint64 shortestSegmentFrames = 4;
constexpr qint64 segmentsPerThread = 4;

/// The threads of one job. They share the source under a lock (reading and hashing are quick beside encoding) and
/// each have an encoder of their own.
class FlacTeam
{
public:
    FlacTeam(SampleSource &source, FlacWriter &writer, FlacEffort effort, Measure *measure, const ConvertContext &context)
        : m_source(source),
          m_writer(writer),
          m_effort(effort),
          m_measure(measure),
          m_context(context),
          m_blockSize(flacBlockSize(effort.level)),
          m_independentFrames(flacIndependentFrames(effort.level, source.shape())),
          m_team(
              context, [this](bool isHelper) { work(isHelper); }, [this](const Error &error) { fail(error); })
    {
    }

    Result<void> run()
    {
        m_team.run();
        if (m_error)
            return *m_error;
        return {};
    }

private:
    void fail(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = error;
        m_isOver = true;
    }

    void work(bool isHelper)
    {
        SegmentEncoder encoder(m_effort, m_source.shape());
        SampleBlock block;
        while (const std::optional<qint64> index = take(block, isHelper)) {
            if (!isHelper)
                m_team.call([this] { return hasMore(); });
            if (const Result<void> encoded = encode(encoder, block, *index); !encoded)
                fail(encoded.error());
        }
    }

    Result<void> encode(SegmentEncoder &encoder, SampleBlock &block, qint64 index)
    {
        Result<EncodedSegment> segment = encoder.encode(m_source, block, m_measure ? &m_measure->meter() : nullptr,
                                                        m_context.stop);
        if (!segment)
            return segment.error();
        reportProgress(block.samples);
        return m_writer.add(index, std::move(*segment));
    }

    void reportProgress(qint64 samples)
    {
        const std::lock_guard lock(m_progressMutex); // it must never go back
        m_samplesDone += samples;
        if (m_context.progress && m_source.expectedSamples() > 0)
            m_context.progress(std::min(1.0, double(m_samplesDone) / double(m_source.expectedSamples())));
    }

    // The next stretch of samples; nothing when there is no more, or no core for this helper.
    std::optional<qint64> take(SampleBlock &block, bool isHelper)
    {
        const std::lock_guard lock(m_mutex);
        if (m_isOver || m_team.isTooMany(isHelper))
            return std::nullopt;
        const Result<qint64> samples = m_source.read(segmentSamples(), block);
        if (!samples && !m_error)
            m_error = samples.error();
        m_isOver = !samples || *samples == 0;
        if (m_isOver)
            return std::nullopt;
        m_samplesTaken += *samples;
        if (LoudnessMeter *loudness = m_measure ? m_measure->loudness() : nullptr)
            loudness->add(m_source.slice(block, 0, *samples), *samples);
        return m_nextIndex++;
    }

    qint64 segmentSamples() const
    {
        const qint64 total = m_source.shape().samples;
        const qint64 rest = total > 0 ? total - m_samplesTaken
                                      : longestSegmentFrames * m_blockSize * segmentsPerThread * m_team.budget();
        qint64 frames = std::clamp(rest / m_blockSize / (segmentsPerThread * m_team.budget()), shortestSegmentFrames,
                                   longestSegmentFrames);
        frames = (frames + m_independentFrames - 1) / m_independentFrames * m_independentFrames;
        // What is left over is not worth a segment.
        const bool isNearEnd = rest <= (frames + shortestSegmentFrames) * m_blockSize;
        return total > 0 && isNearEnd ? rest : frames * m_blockSize;
    }

    bool hasMore() const { return m_source.shape().samples <= 0 || m_source.shape().samples > m_samplesTaken; }

    SampleSource &m_source;
    FlacWriter &m_writer;
    const FlacEffort m_effort;
    Measure *const m_measure;
    const ConvertContext &m_context;
    const int m_blockSize;
    const int m_independentFrames;
    std::mutex m_mutex; ///< of the source and what follows up to m_error
    bool m_isOver = false;
    qint64 m_nextIndex = 0;
    std::optional<Error> m_error;
    std::atomic<qint64> m_samplesTaken = 0;
    std::mutex m_progressMutex;
    qint64 m_samplesDone = 0;
    ThreadTeam m_team; ///< ends first
};

} // namespace

Result<void> encodeFlac(SampleSource &source, FlacWriter &writer, FlacEffort effort, Measure *measure,
                        const ConvertContext &context)
{
    return FlacTeam(source, writer, effort, measure, context).run();
}

} // namespace convoy
