// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audioconverter.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/encode/flacblocks.h"
#include "core/converters/audio/encode/flacencoder.h"
#include "core/converters/audio/encode/flactagger.h"
#include "core/converters/audio/encode/wavwriter.h"
#include "core/converters/audio/input/audiofile.h"
#include "core/converters/audio/input/audioprobe.h"
#include "core/converters/audio/measure/disctracks.h"
#include "core/converters/audio/tags/covers.h"
#include "core/converters/audio/tags/tagchoice.h"

#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 verifyBlockSamples = 16384;
constexpr qint64 hashedBytes = 128 << 10; // at a time

void addChannelMask(const PcmFormat &pcm, AudioTags &tags)
{
    // Readers do not agree on what five and six channels are without it (RFC 9639, 9.1.3, and flac itself).
    const bool isUsual = pcm.channelMask == usualChannelMask(pcm.channels) && pcm.channels != 5 && pcm.channels != 6;
    const bool isMiddle = pcm.channels == 1 && pcm.channelMask == 0x4;
    if (pcm.channelMask != 0 && !isUsual && !isMiddle)
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

Error mismatch(const Error &error)
{
    return error.kind == ErrorKind::Cancelled ? error : soundDiffers(error.message + u' ' + error.detail);
}

// From `offset` to the end of the file.
Result<QByteArray> hashFrom(const RangeReader &reader, qint64 offset, const ConvertContext &context)
{
    FastHash hash;
    QByteArray piece(hashedBytes, Qt::Uninitialized);
    while (true) {
        if (context.stop.stop_requested())
            return cancelledError();
        const Result<qint64> got = reader.read(offset, piece.data(), piece.size());
        if (!got)
            return got.error();
        if (*got == 0)
            return hash.result().toHex();
        hash.add(piece.constData(), size_t(*got));
        offset += *got;
    }
}

class AudioConverter : public Converter
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
    Result<QVariantMap> readFrames(const RangeReader &reader, const AudioFile &file, const ConvertContext &context) const;
    Result<QVariantMap> readBack(const RangeReader &reader, const AudioFile &file, const ConvertContext &context) const;
    Result<ConvertReport> write(const ConvertRequest &request, const AudioFile &file, SampleSource &source,
                                const ConvertContext &context) const;
    Result<QVariantMap> writeFlac(int fd, const FlacHeader &header, SampleSource &source, Measure &measure,
                                  FlacEffort effort, const ConvertContext &context) const;
};

// Where the frames were shown to hold the samples that were measured, those have to be the samples that were read, and
// the file has to keep these frames: the facts for `verify`.
Result<QVariantMap> AudioConverter::writeFlac(int fd, const FlacHeader &header, SampleSource &source, Measure &measure,
                                              FlacEffort effort, const ConvertContext &context) const
{
    FlacWriter writer(fd, header);
    if (const Result<void> encoded = encodeFlac(source, writer, effort, &measure, context); !encoded)
        return encoded.error();
    if (effort.isProven && measure.meter().facts().crc32 != source.hash().crc32())
        return soundDiffers(u"other samples were encoded than read"_s);
    if (const Result<void> finished = writer.finish(source.hash().md5(), measure.gainTags()); !finished)
        return finished.error();
    return effort.isProven ? QVariantMap{{u"frames"_s, QString::fromLatin1(writer.framesHash())}} : QVariantMap();
}

Result<ConvertReport> AudioConverter::write(const ConvertRequest &request, const AudioFile &file, SampleSource &source,
                                            const ConvertContext &context) const
{
    const SampleShape &shape = source.shape();
    const OptionValues &options = request.options;
    const qint64 plainBytes = shape.samples * shape.channels * shape.bytesPerSample();
    const bool isWav = request.extension == "wav"_L1;
    const Result<int> fd = context.openOutput(isWav ? plainBytes : plainBytes * 6 / 10);
    if (!fd)
        return fd.error();

    ConvertReport report;
    const int level = int(options.integer(u"level"));
    FlacHeader header{
        .shape = shape,
        .blockSize = flacBlockSize(level),
        .tags = tagsFor(request.extension, chooseTags(options, file.tags, request.input.path)),
        .cueSheet = chooseCueSheet(options, file, shape),
        .pictures = choosePictures(request, file.pictures, report.warnings),
        .applications = foreignBlocks(RangeReader(request.input.fd), options, file, report.warnings),
        .padding = options.integer(u"padding"),
        .reserve = options.text(u"replaygain") == "off"_L1 ? 0 : gainTagBytes,
    };
    addChannelMask(file.pcm, header.tags);
    Measure measure(source.expectedShape(), header.tags, options);
    QVariantMap facts;
    if (isWav) {
        if (const Result<void> written = writeWav(source, *fd, {file.pcm.channelMask, header.tags, header.pictures},
                                                  &measure, context);
            !written)
            return written.error();
    } else {
        const FlacEffort effort{level, options.boolean(u"exhaustive"), request.isVerified && FlacProof::covers(shape)};
        const Result<QVariantMap> written = writeFlac(*fd, header, source, measure, effort, context);
        if (!written)
            return written.error();
        facts = *written;
    }
    if (const QVariantMap forSet = measure.forSet(); !forSet.isEmpty())
        facts.insert(u"set"_s, forSet);
    report.columns = measure.columns();
    if (const Result<void> sums = correctChecksums(request, file, header.tags, context, report.columns); !sums)
        return sums.error();
    report.outputs.push_back(facts);
    return report;
}

Result<ConvertReport> AudioConverter::convert(const ConvertRequest &request, const ConvertContext &context) const
{
    const RangeReader reader(request.input.fd);
    const Result<AudioFile> file = readAudioFile(reader, request.input.path);
    if (!file)
        return file.error();
    Result<std::unique_ptr<SampleSource>> opened = openSamples(reader, *file, sourceOptions(request.options));
    if (!opened)
        return opened.error();
    SampleSource &source = **opened;
    Result<ConvertReport> report = write(request, *file, source, context);
    if (!report)
        return report;
    if (const Result<void> end = source.checkEnd(); !end)
        return end.error();
    if (source.samplesRead() == 0)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    QVariantMap &facts = report->outputs.front();
    facts.insert(factsOf(source));
    facts.insert(u"md5"_s, QString::fromLatin1(source.hash().md5()));
    report->columns.insert(u"md5"_s, facts.value(u"md5"_s));
    report->warnings += source.warnings();
    return report;
}

Result<QVariantMap> AudioConverter::completeSet(int fd, const QVariantList &all) const
{
    const AlbumGain album = albumGain(all);
    const std::optional<double> gain = replayGain(album.loudness);
    if (!gain || RangeReader(fd).bytes(0, 4) != "fLaC")
        return QVariantMap();
    if (const Result<void> added = addFlacTags(fd, replayGainTags("ALBUM", album.loudness, album.peak)); !added)
        return added.error();
    return QVariantMap{{u"album_gain_db"_s, std::round(*gain * 100) / 100}};
}

Result<QVariantMap> AudioConverter::readBack(const RangeReader &reader, const AudioFile &file,
                                             const ConvertContext &context) const
{
    const Result<std::unique_ptr<SampleSource>> source = openSamples(reader, file, {});
    if (!source)
        return source.error();
    (*source)->leaveOutMd5();
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return cancelledError();
        const Result<qint64> got = (*source)->read(verifyBlockSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            return factsOf(**source);
    }
}

// Of a FLAC whose frames were proven; what is left is that the file has them all, and a header that fits.
Result<QVariantMap> AudioConverter::readFrames(const RangeReader &reader, const AudioFile &file,
                                               const ConvertContext &context) const
{
    const Result<QByteArray> frames = hashFrom(reader, file.dataOffset, context);
    if (!frames)
        return frames.error();
    return QVariantMap{{u"frames"_s, QString::fromLatin1(*frames)},
                       {u"samples"_s, file.samples},
                       {u"rate"_s, file.pcm.sampleRate},
                       {u"channels"_s, file.pcm.channels},
                       {u"bits"_s, file.pcm.bits}};
}

Result<void> AudioConverter::verify(int fd, const QVariantMap &facts, const ConvertContext &context) const
{
    const RangeReader reader(fd);
    const Result<AudioFile> file = readAudioFile(reader);
    if (!file)
        return mismatch(file.error());
    if (file->container == AudioContainer::Flac && QString::fromLatin1(file->md5) != facts.value(u"md5"_s).toString())
        return soundDiffers(u"the MD5 in STREAMINFO is another one"_s);
    const Result<QVariantMap> found = facts.contains(u"frames"_s) ? readFrames(reader, *file, context)
                                                                  : readBack(reader, *file, context);
    if (!found)
        return mismatch(found.error());
    for (const auto &[key, value] : found->asKeyValueRange()) {
        if (facts.value(key).toString() != value.toString())
            return soundDiffers(u"%1: %2, expected %3"_s.arg(key, value.toString(), facts.value(key).toString()));
    }
    return {};
}

} // namespace

const Converter &audioConverter()
{
    static const AudioConverter converter;
    return converter;
}

} // namespace convoy
