// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audiofile.h"
#include "core/converters/audio/audiotags.h"
#include "core/converters/audio/audiotext.h"
#include "core/converters/audio/cueprobe.h"
#include "core/converters/audio/flacblocks.h"
#include "core/converters/audio/flacencoder.h"
#include "core/converters/audio/flacsource.h"
#include "core/converters/audio/segmentencoder.h"
#include "core/converters/audio/waveform.h"
#include "core/converters/audio/wavwriter.h"
#include "core/converters/converter.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double samplesPerCpuSecond = 3.0e7; // level 8 on a core of 2024
constexpr qint64 divisibleSamples = 16 * 4096;
constexpr qint64 workingMemory = 48LL << 20;
constexpr qint64 verifyBlockSamples = 16384;

QString formatName(AudioContainer container)
{
    switch (container) {
    case AudioContainer::Wav: return u"wav"_s;
    case AudioContainer::Rf64: return u"rf64"_s;
    case AudioContainer::Wave64: return u"w64"_s;
    case AudioContainer::Aiff: return u"aiff"_s;
    case AudioContainer::Flac: return u"flac"_s;
    }
    Q_UNREACHABLE();
}

QString channelText(int channels)
{
    return channels == 1 ? AudioText::tr("mono")
        : channels == 2  ? AudioText::tr("stereo")
                         : AudioText::tr("%1 channels").arg(channels);
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const QString rest = u":%1"_s.arg(seconds % 60, 2, 10, '0'_L1);
    return seconds < 3600 ? QString::number(seconds / 60) + rest
                          : u"%1:%2"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, '0'_L1) + rest;
}

QString summaryText(const AudioFile &file)
{
    const QString rate = AudioText::tr("%1 kHz").arg(QString::number(file.pcm.sampleRate / 1000.0, 'g', 6));
    const QString width = file.pcm.bits == 16 && !file.pcm.isFloat ? QString()
                                                                   : u" "_s + AudioText::tr("%1 bit").arg(file.pcm.bits);
    return u"%1%2 %3 %4"_s.arg(rate, width, channelText(file.pcm.channels), durationText(file.durationMs()));
}

// WAVEFORMATEXTENSIBLE masks that FLAC's channel order means anyway (RFC 9639, 9.1.3), for 1 … 8 channels.
constexpr quint32 usualMasks[] = {0, 0x4, 0x3, 0x7, 0x33, 0x37, 0x3F, 0x70F, 0x63F};

void addChannelMask(const PcmFormat &pcm, AudioTags &tags)
{
    const bool isUsual = pcm.channelMask == 0 || pcm.channelMask == usualMasks[pcm.channels]
        || (pcm.channels == 1 && pcm.channelMask == 0x1);
    if (!isUsual)
        tags.append({channelMaskTag.toByteArray(),
                     u"0x%1"_s.arg(QString::number(pcm.channelMask, 16).toUpper().rightJustified(4, u'0'))});
}

QByteArray chooseCueSheet(const OptionValues &options, const AudioFile &file, const SampleShape &shape)
{
    if (const QString cue = options.text(u"cuesheet"); !cue.isEmpty())
        return cueSheetBlock(cue, shape);
    const bool isWhole = options.integer(u"cut_start") == 0 && options.integer(u"cut_end") == 0;
    return isWhole && options.boolean(u"keep_tags") ? file.cueSheet : QByteArray();
}

// What verify compares; the MD5 is for people and for FLAC's header.
QVariantMap factsOf(const SampleSource &source)
{
    const SampleShape &shape = source.shape();
    return {{u"hash"_s, QString::fromLatin1(source.hash().fast())},
            {u"samples"_s, source.samplesRead()},
            {u"rate"_s, shape.sampleRate},
            {u"channels"_s, shape.channels},
            {u"bits"_s, shape.bits}};
}

Error mismatch(const QString &detail)
{
    return {ErrorKind::VerificationFailed, AudioText::tr("The written file does not hold the same sound as the source."),
            detail};
}

Error mismatch(const Error &error)
{
    return error.kind == ErrorKind::Cancelled ? error : mismatch(error.message + u' ' + error.detail);
}

class AudioConverter : public Converter
{
public:
    Result<MediaInfo> probe(const ConvertInput &input) const override;
    Result<PreviewPicture> preview(const PreviewRequest &request, const ConvertContext &context) const override;
    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override;
    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &context) const override;

private:
    Result<QVariantMap> readBack(const RangeReader &reader, const AudioFile &file, const ConvertContext &context) const;
    Result<void> write(const ConvertRequest &request, const AudioFile &file, SampleSource &source,
                       QStringList &warnings, const ConvertContext &context) const;
};

Result<MediaInfo> AudioConverter::probe(const ConvertInput &input) const
{
    const RangeReader reader(input.fd);
    if (std::optional<Result<MediaInfo>> cue = probeCue(reader, input.path))
        return std::move(*cue);
    const Result<AudioFile> file = readAudioFile(reader);
    if (!file)
        return file.error();
    MediaInfo info;
    info.formatId = formatName(file->container);
    info.kind = MediaKind::Audio;
    info.bitsStored = file->pcm.bits;
    info.durationMs = file->durationMs();
    info.sampleRate = file->pcm.sampleRate;
    info.channels = file->pcm.channels;
    info.summary = summaryText(*file);
    info.cpuSeconds = double(file->samples) * file->pcm.channels / samplesPerCpuSecond;
    info.memoryBytes = workingMemory;
    info.divisible = file->samples >= divisibleSamples;
    info.tags = tagMap(file->tags);
    for (const auto &[key, value] : tagMap(guessTags(input.path)).asKeyValueRange()) {
        if (!info.tags.contains(key))
            info.tags.insert(key, value);
    }
    info.contents = embeddedTracks(*file, input.path);
    info.tags.remove(u"cuesheet"_s); // a whole text: nothing to show or to name files by
    info.warnings = file->warnings;
    if (file->missingBytes > 0)
        info.warnings.append(AudioText::tr("The file is cut short: the last part of its sound is missing."));
    return info;
}

Result<PreviewPicture> AudioConverter::preview(const PreviewRequest &request, const ConvertContext &context) const
{
    const RangeReader reader(request.input.fd);
    const Result<AudioFile> file = readAudioFile(reader);
    if (!file)
        return file.error();
    Result<std::unique_ptr<SampleSource>> source = openSamples(reader, *file, {.ditherFloat = true, .salvage = true});
    if (!source)
        return source.error();
    const int width = std::clamp(request.maximumSize, 16, 8192);
    return drawWaveform(**source, width, width / 3, context);
}

Result<void> AudioConverter::write(const ConvertRequest &request, const AudioFile &file, SampleSource &source,
                                   QStringList &warnings, const ConvertContext &context) const
{
    const SampleShape &shape = source.shape();
    const qint64 plainBytes = shape.samples * shape.channels * shape.bytesPerSample();
    const bool isWav = request.extension == "wav"_L1;
    const Result<int> fd = context.openOutput(isWav ? plainBytes : plainBytes * 6 / 10);
    if (!fd)
        return fd.error();
    if (isWav)
        return writeWav(source, *fd, file.pcm.channelMask, context);

    const int level = int(request.options.integer(u"level"));
    FlacHeader header{
        .shape = shape,
        .blockSize = flacBlockSize(level),
        .tags = chooseTags(request.options, file, request.input.path),
        .cueSheet = chooseCueSheet(request.options, file, shape),
        .pictures = choosePictures(request, file, warnings),
        .padding = request.options.integer(u"padding"),
    };
    addChannelMask(file.pcm, header.tags);
    FlacWriter writer(*fd, std::move(header));
    if (const Result<void> encoded = encodeFlac(source, writer, level, context); !encoded)
        return encoded;
    return writer.finish(source.hash().md5());
}

Result<ConvertReport> AudioConverter::convert(const ConvertRequest &request, const ConvertContext &context) const
{
    const RangeReader reader(request.input.fd);
    const Result<AudioFile> file = readAudioFile(reader);
    if (!file)
        return file.error();
    const SourceOptions sourceOptions{
        request.options.text(u"float") == "dither"_L1,
        request.options.boolean(u"salvage"),
        {request.options.integer(u"cut_start"), request.options.integer(u"cut_end")},
    };
    Result<std::unique_ptr<SampleSource>> opened = openSamples(reader, *file, sourceOptions);
    if (!opened)
        return opened.error();
    SampleSource &source = **opened;
    ConvertReport report;
    if (const Result<void> written = write(request, *file, source, report.warnings, context); !written)
        return written.error();
    if (const Result<void> end = source.checkEnd(); !end)
        return end.error();
    if (source.samplesRead() == 0)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    QVariantMap facts = factsOf(source);
    facts.insert(u"md5"_s, QString::fromLatin1(source.hash().md5()));
    report.outputs.push_back(facts);
    report.warnings += source.warnings();
    return report;
}

Result<QVariantMap> AudioConverter::readBack(const RangeReader &reader, const AudioFile &file,
                                             const ConvertContext &context) const
{
    if (file.container == AudioContainer::Flac) {
        const Result<std::unique_ptr<FlacSource>> flac = FlacSource::open(reader, file, {});
        if (!flac)
            return flac.error();
        if (const Result<void> skimmed = (*flac)->skim(context.stop, context.progress); !skimmed)
            return skimmed.error();
        return factsOf(**flac);
    }
    const Result<std::unique_ptr<SampleSource>> source = openSamples(reader, file, {});
    if (!source)
        return source.error();
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return Error{ErrorKind::Cancelled, AudioText::tr("Cancelled."), {}};
        const Result<qint64> got = (*source)->read(verifyBlockSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            return factsOf(**source);
    }
}

Result<void> AudioConverter::verify(int fd, const QVariantMap &facts, const ConvertContext &context) const
{
    const RangeReader reader(fd);
    const Result<AudioFile> file = readAudioFile(reader);
    if (!file)
        return mismatch(file.error());
    if (file->container == AudioContainer::Flac && QString::fromLatin1(file->md5) != facts.value(u"md5"_s).toString())
        return mismatch(u"the MD5 in STREAMINFO is another one"_s);
    const Result<QVariantMap> found = readBack(reader, *file, context);
    if (!found)
        return mismatch(found.error());
    for (const auto &[key, value] : found->asKeyValueRange()) {
        if (facts.value(key).toString() != value.toString())
            return mismatch(u"%1: %2, expected %3"_s.arg(key, value.toString(), facts.value(key).toString()));
    }
    return {};
}

} // namespace

const Converter *converterInFamily(QStringView id)
{
    static const AudioConverter converter;
    return id == u"audio" ? &converter : nullptr;
}

void warmUpFamily()
{
    // libFLAC chooses its routines for this processor, and the first encoder's pages come in, once for all jobs.
    SegmentEncoder(8, {44100, 2, 16, 1}).warmUp();
    static_cast<void>(guessTags("track01.cdda.wav"));
}

} // namespace convoy
