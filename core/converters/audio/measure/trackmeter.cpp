// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/measure/trackmeter.h"

#include "core/base/widecode.h"

#include <algorithm>
#include <iterator>
#include <libdeflate.h>
#include <zlib.h>

namespace convoy {

namespace {

constexpr qint64 sectorSamples = 588;
constexpr qint64 edgeSectors = 5; // AccurateRip does not trust drives at the edges of a disc

qint64 zerosFrom(const PlanePointers &planes, qint64 samples, bool fromEnd)
{
    for (qint64 i = 0; i < samples; ++i) {
        const qint64 at = fromEnd ? samples - 1 - i : i;
        if (std::ranges::any_of(planes, [at](const qint32 *plane) { return plane[at] != 0; }))
            return i;
    }
    return samples;
}

struct Range {
    qint32 lowest = 0;
    qint32 highest = 0;
};

CONVOY_WIDE Range rangeOf(const qint32 *plane, qint64 samples)
{
    Range range;
    for (qint64 i = 0; i < samples; ++i) {
        range.lowest = plane[i] < range.lowest ? plane[i] : range.lowest;
        range.highest = plane[i] > range.highest ? plane[i] : range.highest;
    }
    return range;
}

void addRange(const qint32 *plane, qint64 samples, qint32 bottom, qint32 top, TrackFacts &facts)
{
    const Range range = rangeOf(plane, samples);
    facts.lowest = std::min(facts.lowest, range.lowest);
    facts.highest = std::max(facts.highest, range.highest);
    if (range.lowest > bottom && range.highest < top)
        return;
    for (qint64 i = 0; i < samples; ++i)
        facts.clipped += plane[i] <= bottom || plane[i] >= top ? 1 : 0;
}

} // namespace

void TrackFacts::append(const TrackFacts &next)
{
    crc32 = quint32(crc32_combine(crc32, next.crc32, next.bytes));
    silenceAtStart += silenceAtStart == samples ? next.silenceAtStart : 0;
    silenceAtEnd = next.silenceAtEnd + (next.silenceAtEnd == next.samples ? silenceAtEnd : 0);
    samples += next.samples;
    bytes += next.bytes;
    lowest = std::min(lowest, next.lowest);
    highest = std::max(highest, next.highest);
    clipped += next.clipped;
    accurateRip1 += next.accurateRip1;
    accurateRip2 += next.accurateRip2;
}

TrackMeter::TrackMeter(const SampleShape &shape, DiscPlace place) : m_shape(shape), m_place(place) {}

bool TrackMeter::hasAccurateRip() const
{
    return m_place.isKnown && m_shape.sampleRate == 44100 && m_shape.channels == 2 && m_shape.bits == 16
        && m_shape.samples > 0 && m_shape.samples % sectorSamples == 0;
}

namespace {

struct AccurateRipSums {
    quint32 version1 = 0;
    quint32 version2 = 0;
};

// Both samples as one number, times its place on the disc; version 2 adds what version 1 loses beyond 32 bits.
CONVOY_WIDE AccurateRipSums accurateRip(const char *packed, qint64 from, qint64 to, quint64 firstPlace)
{
    quint64 sum = 0;
    quint64 carried = 0;
    for (qint64 i = from; i < to; ++i) {
        const quint64 product = quint64(qFromLittleEndian<quint32>(packed + 4 * i)) * quint32(firstPlace + quint64(i));
        sum += product & 0xFFFFFFFFu;
        carried += product >> 32;
    }
    return {quint32(sum), quint32(sum + carried)};
}

} // namespace

void TrackMeter::addAccurateRip(const char *packed, qint64 first, TrackFacts &facts) const
{
    const qint64 start = m_place.isFirst ? edgeSectors * sectorSamples - 1 : 0;
    const qint64 end = m_shape.samples - (m_place.isLast ? edgeSectors * sectorSamples : 0);
    const AccurateRipSums sums = accurateRip(packed, std::max(start - first, qint64(0)),
                                             std::min(facts.samples, end - first), quint64(first + 1));
    facts.accurateRip1 = sums.version1;
    facts.accurateRip2 = sums.version2;
}

void TrackMeter::add(const PlanePointers &planes, qint64 first, qint64 samples, std::vector<char> &packed)
{
    if (samples == 0)
        return;
    packLittleEndian(planes, samples, m_shape.bytesPerSample(), packed);
    TrackFacts facts{.samples = samples, .bytes = qint64(packed.size())};
    facts.crc32 = libdeflate_crc32(0, packed.data(), packed.size());
    const auto top = qint32((qint64(1) << (m_shape.bits - 1)) - 1);
    for (const qint32 *plane : planes)
        addRange(plane, samples, -top - 1, top, facts);
    facts.silenceAtStart = zerosFrom(planes, samples, false);
    facts.silenceAtEnd = zerosFrom(planes, samples, true);
    if (hasAccurateRip())
        addAccurateRip(packed.data(), first, facts);

    const std::lock_guard lock(m_mutex);
    auto at = m_parts.emplace(first, facts).first;
    if (at != m_parts.begin()) {
        if (const auto before = std::prev(at); before->first + before->second.samples == first) {
            before->second.append(at->second);
            m_parts.erase(at);
            at = before;
        }
    }
    if (const auto after = std::next(at); after != m_parts.end() && at->first + at->second.samples == after->first) {
        at->second.append(after->second);
        m_parts.erase(after);
    }
}

TrackFacts TrackMeter::facts() const
{
    const std::lock_guard lock(m_mutex);
    return m_parts.size() == 1 ? m_parts.begin()->second : TrackFacts();
}

double TrackMeter::peak() const
{
    const TrackFacts all = facts();
    return std::max(double(all.highest), -double(all.lowest)) / double(qint64(1) << (m_shape.bits - 1));
}

} // namespace convoy
