// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/audioprobe.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/input/cueprobe.h"
#include "core/converters/audio/input/waveform.h"
#include "core/converters/audio/tags/tagchoice.h"

#include <QLocale>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double samplesPerCpuSecond = 3.0e7; // level 8 on a core of 2024
constexpr qint64 divisibleSamples = 16 * 4096;
constexpr qint64 workingMemory = 48LL << 20;

QString formatName(const AudioFile &file)
{
    switch (file.container) {
    case AudioContainer::Wav: return u"wav"_s;
    case AudioContainer::Rf64: return u"rf64"_s;
    case AudioContainer::Wave64: return u"w64"_s;
    case AudioContainer::Aiff: return u"aiff"_s;
    case AudioContainer::Flac: return u"flac"_s;
    case AudioContainer::Raw: return u"cdda"_s;
    case AudioContainer::Coded: return file.codedAs;
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
    const QString rate = AudioText::tr("%1 kHz").arg(QLocale().toString(file.pcm.sampleRate / 1000.0, 'g', 6));
    const QString width = file.pcm.bits == 16 && !file.pcm.isFloat ? QString()
                                                                   : u" "_s + AudioText::tr("%1 bit").arg(file.pcm.bits);
    return u"%1%2 %3 %4"_s.arg(rate, width, channelText(file.pcm.channels), durationText(file.durationMs()));
}

} // namespace

Result<MediaInfo> probeAudio(const ConvertInput &input)
{
    const RangeReader reader(input.fd);
    if (std::optional<Result<MediaInfo>> cue = probeCue(reader, input.path))
        return std::move(*cue);
    if (std::optional<Result<MediaInfo>> log = probeLog(reader, input.path))
        return std::move(*log);
    const Result<AudioFile> file = readAudioFile(reader, input.path);
    if (!file)
        return file.error();
    MediaInfo info;
    info.formatId = formatName(*file);
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

Result<PreviewPicture> previewAudio(const PreviewRequest &request, const ConvertContext &context)
{
    const RangeReader reader(request.input.fd);
    const Result<AudioFile> file = readAudioFile(reader, request.input.path);
    if (!file)
        return file.error();
    Result<std::unique_ptr<SampleSource>> source = openSamples(
        reader, *file,
        {.ditherFloat = true, .salvage = true, .isBigEndian = request.options.text(u"byte_order") == "big"_L1});
    if (!source)
        return source.error();
    const int width = std::clamp(request.maximumSize, 16, 8192);
    return drawWaveform(**source, width, width / 3, context);
}

SourceOptions sourceOptions(const OptionValues &options)
{
    return {
        .ditherFloat = options.text(u"float") != "refuse"_L1,
        .salvage = options.boolean(u"salvage"),
        .range = {options.integer(u"cut_start"), options.integer(u"cut_end")},
        .isBigEndian = options.text(u"byte_order") == "big"_L1,
    };
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

Error soundDiffers(const QString &detail)
{
    return {ErrorKind::VerificationFailed, AudioText::tr("The written file does not hold the same sound as the source."),
            detail};
}

} // namespace convoy
