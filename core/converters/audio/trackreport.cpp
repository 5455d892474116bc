// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/trackreport.h"

#include "core/converters/audio/audioprobe.h"
#include "core/converters/audio/audiotext.h"
#include "core/converters/audio/measure.h"

#include <algorithm>
#include <libdeflate.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 blockSamples = 16384;

/// Blocks of the source, cut at whole seconds.
class SecondCounter
{
public:
    explicit SecondCounter(const SampleShape &shape) : m_shape(shape) {}

    void add(const PlanePointers &planes, qint64 samples)
    {
        packLittleEndian(planes, samples, m_shape.bytesPerSample(), m_packed);
        const qint64 frameBytes = qint64(m_shape.bytesPerSample()) * m_shape.channels;
        for (qint64 at = 0; at < samples;) {
            const qint64 part = std::min(samples - at, m_shape.sampleRate - m_filled);
            m_crc = libdeflate_crc32(m_crc, m_packed.data() + at * frameBytes, size_t(part * frameBytes));
            at += part;
            m_filled += part;
            if (m_filled == m_shape.sampleRate)
                close();
        }
    }

    QByteArray finish()
    {
        if (m_filled > 0)
            close();
        return m_list;
    }

private:
    void close()
    {
        const quint32 crc = qToLittleEndian(m_crc);
        m_list.append(reinterpret_cast<const char *>(&crc), sizeof crc);
        m_crc = 0;
        m_filled = 0;
    }

    SampleShape m_shape;
    std::vector<char> m_packed;
    QByteArray m_list;
    quint32 m_crc = 0;
    qint64 m_filled = 0;
};

} // namespace

Result<ConvertReport> reportTrack(SampleSource &source, const AudioTags &tags, const OptionValues &options,
                                  const ConvertContext &context)
{
    const SampleShape &shape = source.shape();
    Measure measure(shape, tags, options);
    SecondCounter seconds(shape);
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return cancelled();
        const Result<qint64> got = source.read(blockSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        const PlanePointers planes = source.slice(block, 0, *got);
        measure.add(planes, block.first, *got);
        seconds.add(planes, *got);
        if (shape.samples > 0)
            context.progress(double(source.samplesRead()) / double(shape.samples));
    }
    if (const Result<void> end = source.checkEnd(); !end)
        return end.error();
    ConvertReport report;
    report.columns = measure.columns();
    report.columns.insert(u"md5"_s, QString::fromLatin1(source.hash().md5()));
    report.columns.insert(u"samples"_s, source.samplesRead());
    report.columns.insert(u"rate"_s, shape.sampleRate);
    report.columns.insert(u"channels"_s, shape.channels);
    report.columns.insert(u"bits"_s, shape.bits);
    report.columns.insert(u"seconds"_s, seconds.finish());
    report.warnings = source.warnings();
    return report;
}

} // namespace convoy
