// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/measure/disctracks.h"

#include "core/converters/audio/input/audioprobe.h"
#include "core/converters/audio/measure/measure.h"

#include <algorithm>
#include <deque>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList &checksumKeys()
{
    static const QStringList keys{u"accuraterip_v1"_s, u"accuraterip_v2"_s};
    return keys;
}

// One go over all that the tracks span: coded sound is decoded from its beginning each time.
Result<void> measureTracks(const ConvertRequest &request, const AudioFile &file, const QList<SampleRange> &tracks,
                           std::deque<Measure> &measures, const ConvertContext &context)
{
    constexpr qint64 blockSamples = 65536;
    SourceOptions options = sourceOptions(request.options);
    options.range = {tracks.first().start, tracks.last().end};
    const RangeReader reader(request.input.fd);
    const Result<std::unique_ptr<SampleSource>> source = openSamples(reader, file, options);
    if (!source)
        return source.error();
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return cancelledError();
        const Result<qint64> got = (*source)->read(blockSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            return {};
        const qint64 first = options.range.start + block.first;
        for (qsizetype i = 0; i < tracks.size(); ++i) {
            const qint64 from = std::max(tracks[i].start, first);
            const qint64 samples = std::min(tracks[i].end, first + *got) - from;
            if (samples > 0)
                measures[size_t(i)].add((*source)->slice(block, from - first, samples), from - tracks[i].start, samples);
        }
    }
}

} // namespace

Result<void> correctChecksums(const ConvertRequest &request, const AudioFile &file, const AudioTags &tags,
                              const ConvertContext &context, QVariantMap &columns)
{
    const SampleRange track{request.options.integer(u"track_start"), request.options.integer(u"track_end")};
    const bool isPiece = track.end > track.start;
    const SampleShape shape{file.pcm.sampleRate, file.pcm.channels, file.pcm.bits, file.samples};
    const QList<SampleRange> tracks = isPiece ? QList<SampleRange>{track}
                                              : tracksInImage(request.options.text(u"cuesheet"), shape);
    if (tracks.isEmpty())
        return {};
    for (const QString &key : checksumKeys())
        columns.remove(key);
    std::deque<Measure> measures;
    for (qsizetype i = 0; i < tracks.size(); ++i) {
        const AudioTags place{{"TRACKNUMBER", QString::number(i + 1)}, {"TRACKTOTAL", QString::number(tracks.size())}};
        SampleShape ofTrack = shape;
        ofTrack.samples = tracks[i].end - tracks[i].start;
        measures.emplace_back(ofTrack, isPiece ? tags : place, OptionValues({{u"replaygain"_s, u"off"_s}}));
    }
    if (!std::ranges::all_of(measures, [](Measure &measure) { return measure.meter().hasAccurateRip(); }))
        return {};
    if (const Result<void> measured = measureTracks(request, file, tracks, measures, context); !measured)
        return measured.error();
    QVariantMap sums;
    for (const Measure &measure : measures) {
        const QVariantMap found = measure.columns();
        for (const QString &key : checksumKeys()) {
            if (!found.contains(key))
                return {};
            sums[key] = QString(sums.value(key).toString() + u' ' + found.value(key).toString()).trimmed();
        }
    }
    columns.insert(sums);
    return {};
}

} // namespace convoy
