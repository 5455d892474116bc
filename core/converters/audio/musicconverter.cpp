// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audioconverter.h"
#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/comparison.h"
#include "core/converters/audio/encode/musicencoder.h"
#include "core/converters/audio/input/audioprobe.h"
#include "core/converters/audio/input/libavsource.h"
#include "core/converters/audio/input/musicfacts.h"
#include "core/converters/audio/measure/disctracks.h"
#include "core/converters/audio/measure/measure.h"
#include "core/converters/audio/tags/covers.h"
#include "core/converters/audio/tags/musictags.h"
#include "core/converters/audio/tags/tagchoice.h"
#include "core/converters/libav/avlog.h"

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 blockSamples = 32768;
constexpr qint64 lossySlack = 4800; // samples that a lossy codec's frames may add or lose at the ends

Error mismatch(const QString &detail)
{
    return {ErrorKind::VerificationFailed, AudioText::tr("The written file does not hold the same sound as the source."),
            detail};
}

Result<void> encodeAll(SampleSource &source, MusicEncoder &encoder, Measure &measure, const ConvertContext &context)
{
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return cancelledError();
        const Result<qint64> got = source.read(blockSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            return encoder.finish();
        const PlanePointers planes = source.slice(block, 0, *got);
        measure.add(planes, block.first, *got);
        if (const Result<void> added = encoder.add(planes, *got); !added)
            return added;
        if (context.progress && source.expectedSamples() > 0)
            context.progress(std::min(1.0, double(source.samplesRead()) / double(source.expectedSamples())));
    }
}

class MusicConverter : public Converter
{
public:
    Result<MediaInfo> probe(const ConvertInput &input) const override { return probeAudio(input); }
    Result<PreviewPicture> preview(const PreviewRequest &request, const ConvertContext &context) const override
    {
        return previewAudio(request, context);
    }
    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override;
    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &context) const override;
    Result<QVariantMap> completeSet(int fd, const QVariantList &all) const override;

private:
    Result<ConvertReport> write(const ConvertRequest &request, const AudioFile &file, SampleSource &source,
                                const MusicFormat &format, const ConvertContext &context) const;
};

Result<ConvertReport> MusicConverter::write(const ConvertRequest &request, const AudioFile &file, SampleSource &source,
                                            const MusicFormat &format, const ConvertContext &context) const
{
    ConvertReport report;
    const AudioTags tags = tagsFor(request.extension, chooseTags(request.options, file.tags, request.input.path));
    const auto durationMs = [&source](qint64 samples) { return samples * 1000 / source.shape().sampleRate; };
    const QList<QByteArray> pictures = choosePictures(request, file.pictures, report.warnings);
    const Result<int> fd = context.openOutput(0);
    if (!fd)
        return fd.error();
    const Result<std::unique_ptr<MusicEncoder>> encoder = MusicEncoder::open(
        *fd,
        {format, source.shape(), file.pcm.channelMask, int(request.options.integer(u"bitrate")),
         chaptersIn(tags, durationMs(source.expectedSamples()))});
    if (!encoder)
        return encoder.error();
    Measure measure(source.expectedShape(), tags, request.options);
    if (const Result<void> encoded = encodeAll(source, **encoder, measure, context); !encoded)
        return encoded.error();
    AudioTags late = (*encoder)->gaplessTags();
    if (const LoudnessMeter *loudness = measure.loudness())
        late += tagsFor(request.extension, replayGainTags("TRACK", loudness->histogram(), measure.meter().peak()));
    if (const Result<void> tagged = writeMusicTags(*fd, request.extension,
                                                   {tags + late, pictures, durationMs(source.samplesRead())});
        !tagged)
        return tagged.error();

    const SampleShape &shape = source.shape();
    if ((*encoder)->channels() < shape.channels)
        report.warnings.append(
            AudioText::tr("MP3 has two channels at most: the %1 of the source were mixed down.").arg(shape.channels));
    QVariantMap facts{{u"rate"_s, (*encoder)->sampleRate()}, {u"channels"_s, (*encoder)->channels()}};
    facts.insert(u"samples"_s,
                 qint64(std::llround(double(source.samplesRead()) * (*encoder)->sampleRate() / shape.sampleRate)));
    if (format.isLossless) {
        facts.insert(u"hash"_s, QString::fromLatin1(source.hash().fast()));
        facts.insert(u"bits"_s, shape.bits);
    }
    if (QVariantMap forSet = measure.forSet(); !forSet.isEmpty()) {
        forSet.insert(u"extension"_s, request.extension);
        facts.insert(u"set"_s, forSet);
    }
    report.outputs.push_back(facts);
    report.columns = measure.columns();
    if (const Result<void> sums = correctChecksums(request, file, tags, context, report.columns); !sums)
        return sums.error();
    report.columns.insert(u"md5"_s, QString::fromLatin1(source.hash().md5()));
    return report;
}

Result<ConvertReport> MusicConverter::convert(const ConvertRequest &request, const ConvertContext &context) const
{
    if (request.extension == comparing)
        return compareAudio(request, context);
    const std::optional<MusicFormat> format = musicFormat(request.extension, request.options.text(u"m4a_codec"));
    if (!format)
        return Error{ErrorKind::InvalidOption, AudioText::tr("“%1” is no kind of music file.").arg(request.extension), {}};
    const RangeReader reader(request.input.fd);
    const Result<AudioFile> file = readAudioFile(reader, request.input.path);
    if (!file)
        return file.error();
    const Result<std::unique_ptr<SampleSource>> source = openSamples(reader, *file, sourceOptions(request.options));
    if (!source)
        return source.error();
    Result<ConvertReport> report = write(request, *file, **source, *format, context);
    if (!report)
        return report;
    if (const Result<void> end = (*source)->checkEnd(); !end)
        return end.error();
    if ((*source)->samplesRead() == 0)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    report->warnings += (*source)->warnings();
    return report;
}

Result<void> MusicConverter::verify(int fd, const QVariantMap &facts, const ConvertContext &context) const
{
    const Result<QVariantMap> found = musicFacts(fd, facts.value(u"bits"_s).toInt(), context.stop, context.progress);
    if (!found)
        return found.error().kind == ErrorKind::Cancelled ? found.error()
                                                          : mismatch(found.error().message + u' ' + found.error().detail);
    const bool isLossless = facts.contains(u"hash"_s);
    for (const auto &[key, value] : found->asKeyValueRange()) {
        const QVariant expected = facts.value(key);
        const bool isNear = key == "samples"_L1 && !isLossless
            && std::abs(value.toLongLong() - expected.toLongLong()) <= lossySlack;
        if (!isNear && value.toString() != expected.toString())
            return mismatch(u"%1: %2, expected %3"_s.arg(key, value.toString(), expected.toString()));
    }
    return {};
}

Result<QVariantMap> MusicConverter::completeSet(int fd, const QVariantList &all) const
{
    const AlbumGain album = albumGain(all);
    const std::optional<double> gain = replayGain(album.loudness);
    if (!gain || all.isEmpty())
        return QVariantMap();
    const QString extension = all.front().toMap().value(u"extension"_s).toString();
    const AudioTags tags = tagsFor(extension, replayGainTags("ALBUM", album.loudness, album.peak));
    if (const Result<void> tagged = writeMusicTags(fd, extension, {.tags = tags}); !tagged)
        return tagged.error();
    return QVariantMap{{u"album_gain_db"_s, std::round(*gain * 100) / 100}};
}

} // namespace

const Converter *converterInFamily(QStringView id)
{
    static const MusicConverter converter;
    installLibavHooks();
    return id == u"music" ? &converter : id == u"audio" ? &audioConverter() : nullptr;
}

void warmUpFamily()
{
    collectAvLog();
    av_max_alloc(size_t(1) << 28); // no header asks for more in good faith
    static_cast<void>(guessTags("track01.cdda.wav"));
}

} // namespace convoy
