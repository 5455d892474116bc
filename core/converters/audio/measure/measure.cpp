// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/measure/measure.h"

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

int numberIn(const AudioTags &tags, const QByteArray &name)
{
    const auto tag = std::ranges::find_if(tags, [&name](const AudioTag &t) { return t.name == name; });
    return tag == tags.end() ? 0 : tag->value.section(u'/', 0, 0).toInt();
}

DiscPlace placeOf(const AudioTags &tags)
{
    const int track = numberIn(tags, "TRACKNUMBER");
    const int total = std::max(numberIn(tags, "TRACKTOTAL"), numberIn(tags, "TOTALTRACKS"));
    return {.isKnown = track > 0 && total > 0, .isFirst = track == 1, .isLast = track == total};
}

QString hex(quint32 value)
{
    return u"%1"_s.arg(value, 8, 16, QLatin1Char('0')).toUpper();
}

double rounded(double value, double parts)
{
    return std::round(value * parts) / parts;
}

} // namespace

Measure::Measure(const SampleShape &shape, const AudioTags &tags, const OptionValues &options)
    : m_expected(shape.samples),
      m_isAlbum(options.text(u"replaygain") == "album"_L1),
      m_meter(shape, placeOf(tags)),
      m_loudness(options.text(u"replaygain") == "off"_L1 ? nullptr : LoudnessMeter::create(shape))
{
}

void Measure::add(const PlanePointers &planes, qint64 first, qint64 samples)
{
    m_meter.add(planes, first, samples, m_packed);
    if (m_loudness)
        m_loudness->add(planes, samples);
}

AudioTags Measure::gainTags() const
{
    return m_loudness ? replayGainTags("TRACK", m_loudness->histogram(), m_meter.peak()) : AudioTags();
}

QVariantMap Measure::columns() const
{
    const TrackFacts facts = m_meter.facts();
    QVariantMap columns{
        {u"crc32"_s, hex(facts.crc32)},         {u"peak"_s, rounded(m_meter.peak(), 1e6)},
        {u"clipped_samples"_s, facts.clipped},  {u"silence_start"_s, facts.silenceAtStart},
        {u"silence_end"_s, facts.silenceAtEnd},
    };
    if (m_meter.hasAccurateRip() && facts.samples == m_expected) {
        columns.insert(u"accuraterip_v1"_s, hex(facts.accurateRip1));
        columns.insert(u"accuraterip_v2"_s, hex(facts.accurateRip2));
    }
    if (const auto gain = m_loudness ? replayGain(m_loudness->histogram()) : std::nullopt)
        columns.insert(u"track_gain_db"_s, rounded(*gain, 100));
    return columns;
}

QVariantMap Measure::forSet() const
{
    if (!m_isAlbum || !m_loudness)
        return {};
    return {{u"loudness"_s, m_loudness->histogram().toBytes()}, {u"peak"_s, m_meter.peak()}};
}

AlbumGain albumGain(const QVariantList &tracks)
{
    AlbumGain album;
    for (const QVariant &track : tracks) {
        const QVariantMap facts = track.toMap();
        album.loudness.add(LoudnessHistogram::fromBytes(facts.value(u"loudness"_s).toByteArray()));
        album.peak = std::max(album.peak, facts.value(u"peak"_s).toDouble());
    }
    return album;
}

} // namespace convoy
