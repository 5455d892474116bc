// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/comparison.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/measure/measure.h"
#include "core/converters/audio/measure/nullfreecrc.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 readSamples = 16384;

/// A sound file that is being read.
struct OpenSound {
    RangeReader reader;
    std::unique_ptr<SampleSource> source;

    explicit OpenSound(int fd) : reader(fd) {}

    Result<void> open(const QByteArray &path, const OptionValues &options, SampleRange range = {})
    {
        const Result<AudioFile> file = readAudioFile(reader, path);
        if (!file)
            return file.error();
        if (file->isLossy)
            return Error{
                ErrorKind::UnsupportedFormat,
                AudioText::tr("The source was coded with loss: it has no samples that others could be compared with."),
                {}};
        Result<std::unique_ptr<SampleSource>> opened = openSamples(
            reader, *file, {.range = range, .isBigEndian = options.text(u"byte_order") == "big"_L1});
        if (!opened)
            return opened.error();
        source = std::move(*opened);
        return {};
    }
};

/// Follows the samples of another file with those of this one.
class Follower
{
public:
    explicit Follower(SampleSource &source) : m_source(source) {}

    Result<void> follow(const PlanePointers &planes, qint64 samples)
    {
        for (qint64 done = 0; done < samples && !m_isAtEnd;) {
            if (const Result<void> filled = fill(); !filled)
                return filled;
            const qint64 count = std::min(samples - done, m_filled - m_at);
            const PlanePointers own = m_source.slice(m_block, m_at, count);
            for (qint64 i = 0; i < count; ++i)
                compare(planes, done + i, own, i);
            m_at += count;
            m_compared += count;
            done += count;
        }
        return {};
    }

    /// Reads what is left: the other file had no more.
    Result<void> finish(const std::stop_token &stop)
    {
        while (!m_isAtEnd && !stop.stop_requested()) {
            m_at = m_filled;
            if (const Result<void> filled = fill(); !filled)
                return filled;
        }
        return m_source.checkEnd();
    }

    qint64 different() const { return m_different; }
    qint64 first() const { return m_first; }

private:
    Result<void> fill()
    {
        if (m_at < m_filled)
            return {};
        const Result<qint64> got = m_source.read(readSamples, m_block);
        if (!got)
            return got.error();
        m_at = 0;
        m_filled = *got;
        m_isAtEnd = *got == 0;
        return {};
    }

    void compare(const PlanePointers &planes, qint64 at, const PlanePointers &own, qint64 ownAt)
    {
        for (size_t channel = 0; channel < planes.size(); ++channel) {
            if (planes[channel][at] == own[channel][ownAt])
                continue;
            m_first = m_different == 0 ? m_compared + ownAt : m_first;
            ++m_different;
            return;
        }
    }

    SampleSource &m_source;
    SampleBlock m_block;
    qint64 m_filled = 0;
    qint64 m_at = 0;
    qint64 m_compared = 0;
    qint64 m_different = 0;
    qint64 m_first = 0;
    bool m_isAtEnd = false;
};

bool sameShape(const SampleShape &a, const SampleShape &b)
{
    return a.sampleRate == b.sampleRate && a.channels == b.channels && a.bits == b.bits;
}

QString shapeText(const SampleShape &shape)
{
    return AudioText::tr("%1 Hz, %2 bit, %3 channels").arg(shape.sampleRate).arg(shape.bits).arg(shape.channels);
}

/// Empty where the two are the same.
QString differenceText(const Follower &follower, qint64 samples, qint64 sourceSamples)
{
    if (follower.different() > 0)
        return AudioText::tr("%n sample(s) differ; the first is number %1.", nullptr, int(follower.different()))
            .arg(follower.first());
    if (samples != sourceSamples)
        return AudioText::tr("It has %1 samples, its source %2.").arg(samples).arg(sourceSamples);
    return {};
}

/// A stretch of a file in memory.
Result<SampleBlock> readStretch(const ConvertInput &input, const OptionValues &options, SampleRange range)
{
    OpenSound sound(input.fd);
    if (const Result<void> opened = sound.open(input.path, options, range); !opened)
        return opened.error();
    SampleBlock all;
    all.planes.resize(size_t(sound.source->shape().channels));
    SampleBlock block;
    while (all.samples < range.end - range.start) {
        const Result<qint64> got = sound.source->read(std::min(readSamples, range.end - range.start - all.samples), block);
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        const PlanePointers planes = sound.source->slice(block, 0, *got);
        for (size_t channel = 0; channel < planes.size(); ++channel)
            all.planes[channel].insert(all.planes[channel].end(), planes[channel], planes[channel] + *got);
        all.samples += *got;
    }
    return all;
}

/// Where `stretch` is in `other`; nothing for silence, which is everywhere.
std::optional<qint64> placeIn(const SampleBlock &other, const SampleBlock &stretch)
{
    const std::vector<qint32> &first = stretch.planes.front();
    if (std::ranges::all_of(first, [&first](qint32 sample) { return sample == first.front(); }))
        return std::nullopt;
    for (qint64 at = 0; at + stretch.samples <= other.samples; ++at) {
        bool isSame = true;
        for (size_t channel = 0; isSame && channel < stretch.planes.size(); ++channel)
            isSame = std::equal(stretch.planes[channel].begin(), stretch.planes[channel].end(),
                                other.planes[channel].begin() + at);
        if (isSame)
            return at;
    }
    return std::nullopt;
}

/// How many samples later than in the attachment the sound of the input starts (less than 0: before), where the middle of
/// the two says so.
std::optional<qint64> likelyShift(const ConvertRequest &request, qint64 samples, qint64 sourceSamples)
{
    constexpr qint64 stretchSamples = 4096;
    constexpr qint64 mostSamples = 10 * 44100; // offsets of drives are a tenth of a second, pauses a few
    const qint64 middle = std::min(samples, sourceSamples) / 2;
    const qint64 end = std::min(middle + stretchSamples, samples);
    const qint64 from = std::max<qint64>(0, middle - mostSamples);
    const Result<SampleBlock> stretch = readStretch(request.input, request.options, {middle, end});
    const Result<SampleBlock> other = readStretch(request.attachment, request.options,
                                                  {from, std::min(end + mostSamples, sourceSamples)});
    const bool isReadable = stretch && other && stretch->samples > 0;
    const std::optional<qint64> place = isReadable ? placeIn(*other, *stretch) : std::nullopt;
    return place ? std::optional(from + *place - middle) : std::nullopt;
}

AudioTags placeTags(const OptionValues &options)
{
    return {{"TRACKNUMBER", options.text(u"tracknumber")}, {"TRACKTOTAL", options.text(u"tracktotal")}};
}

/// Reads the input to its end, with the follower beside it where there is one.
Result<void> readAll(SampleSource &source, Measure &measure, NullFreeCrc &crc, Follower *follower,
                     const ConvertContext &context)
{
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return cancelledError();
        const Result<qint64> got = source.read(readSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            return source.checkEnd();
        const PlanePointers planes = source.slice(block, 0, *got);
        measure.add(planes, block.first, *got);
        crc.add(planes, *got);
        if (const Result<void> followed = follower ? follower->follow(planes, *got) : Result<void>(); !followed)
            return followed;
        if (context.progress && source.shape().samples > 0)
            context.progress(std::min(1.0, double(source.samplesRead()) / double(source.shape().samples)));
    }
}

/// Whether all that both have is the same, where the one starts so much later.
bool isSameShifted(const ConvertRequest &request, qint64 shift, const std::stop_token &stop)
{
    OpenSound input(request.input.fd);
    OpenSound other(request.attachment.fd);
    if (!input.open(request.input.path, request.options, {.start = std::max<qint64>(0, -shift)})
        || !other.open(request.attachment.path, request.options, {.start = std::max<qint64>(0, shift)}))
        return false;
    Follower follower(*other.source);
    SampleBlock block;
    while (!stop.stop_requested() && follower.different() == 0) {
        const Result<qint64> got = input.source->read(readSamples, block);
        if (!got || *got == 0)
            return bool(got);
        if (!follower.follow(input.source->slice(block, 0, *got), *got))
            return false;
    }
    return false;
}

/// What rippers that read a disc at another place make of it; else empty.
QString shiftText(const ConvertRequest &request, qint64 shift, const std::stop_token &stop)
{
    if (shift == 0 || !isSameShifted(request, shift, stop))
        return {};
    return shift > 0
        ? AudioText::tr("It starts %n sample(s) later than its source; what both have is the same.", nullptr, int(shift))
        : AudioText::tr("It starts %n sample(s) before its source; what both have is the same.", nullptr, int(-shift));
}

} // namespace

Result<ConvertReport> compareAudio(const ConvertRequest &request, const ConvertContext &context)
{
    OpenSound input(request.input.fd);
    if (const Result<void> opened = input.open(request.input.path, request.options); !opened)
        return opened.error();
    OpenSound other(request.attachment.fd);
    const bool hasOther = request.attachment.fd >= 0;
    if (const Result<void> opened = hasOther ? other.open(request.attachment.path, request.options) : Result<void>();
        !opened)
        return opened.error();
    const SampleShape &shape = input.source->shape();
    const bool isComparable = hasOther && sameShape(shape, other.source->shape());
    std::optional<Follower> follower;
    if (isComparable)
        follower.emplace(*other.source);
    Measure measure(shape, placeTags(request.options), OptionValues({{u"replaygain"_s, u"off"_s}}));
    NullFreeCrc crc;
    if (const Result<void> read = readAll(*input.source, measure, crc, follower ? &*follower : nullptr, context); !read)
        return read.error();
    if (const Result<void> rest = follower ? follower->finish(context.stop) : Result<void>(); !rest)
        return rest.error();

    ConvertReport report;
    report.columns = measure.columns();
    if (shape.bits == 16)
        report.columns.insert(u"crc32_without_nulls"_s, u"%1"_s.arg(crc.value(), 8, 16, '0'_L1).toUpper());
    report.columns.insert(u"md5"_s, QString::fromLatin1(input.source->hash().md5()));
    report.columns.insert(u"samples"_s, input.source->samplesRead());
    report.columns.insert(u"rate"_s, shape.sampleRate);
    report.columns.insert(u"channels"_s, shape.channels);
    report.columns.insert(u"bits"_s, shape.bits);
    if (hasOther) {
        const qint64 samples = input.source->samplesRead();
        const qint64 sourceSamples = isComparable ? other.source->samplesRead() : 0;
        QString difference = isComparable
            ? differenceText(*follower, samples, sourceSamples)
            : AudioText::tr("It has %1; its source has %2.").arg(shapeText(shape), shapeText(other.source->shape()));
        report.columns.insert(u"same"_s, difference.isEmpty());
        if (isComparable && follower->different() > 0) {
            const std::optional<qint64> shift = likelyShift(request, samples, sourceSamples);
            const QString shifted = shiftText(request, shift.value_or(0), context.stop);
            difference = shifted.isEmpty() ? difference : shifted;
        }
        report.columns.insert(u"difference"_s, difference);
    }
    return report;
}

} // namespace convoy
