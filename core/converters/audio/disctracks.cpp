// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/disctracks.h"

#include "core/converters/audio/audioprobe.h"
#include "core/converters/audio/measure.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList &checksumKeys()
{
    static const QStringList keys{u"accuraterip_v1"_s, u"accuraterip_v2"_s};
    return keys;
}

Result<QVariantMap> columnsOf(const ConvertRequest &request, const AudioFile &file, SampleRange range, const AudioTags &tags,
                              const ConvertContext &context)
{
    constexpr qint64 blockSamples = 65536;
    SourceOptions options = sourceOptions(request.options);
    options.range = range;
    const RangeReader reader(request.input.fd);
    const Result<std::unique_ptr<SampleSource>> source = openSamples(reader, file, options);
    if (!source)
        return source.error();
    Measure measure((*source)->shape(), tags, OptionValues({{u"replaygain"_s, u"off"_s}}));
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return cancelled();
        const Result<qint64> got = (*source)->read(blockSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            return measure.columns();
        measure.add((*source)->slice(block, 0, *got), block.first, *got);
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
    QVariantMap sums;
    for (qsizetype i = 0; i < tracks.size(); ++i) {
        const AudioTags place{{"TRACKNUMBER", QString::number(i + 1)}, {"TRACKTOTAL", QString::number(tracks.size())}};
        const Result<QVariantMap> found = columnsOf(request, file, tracks[i], isPiece ? tags : place, context);
        if (!found)
            return found.error();
        for (const QString &key : checksumKeys()) {
            if (!found->contains(key))
                return {};
            sums[key] = QString(sums.value(key).toString() + u' ' + found->value(key).toString()).trimmed();
        }
    }
    columns.insert(sums);
    return {};
}

} // namespace convoy
