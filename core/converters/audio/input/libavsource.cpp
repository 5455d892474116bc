// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/libavsource.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/input/libavhooks.h"
#include "core/converters/audio/input/libavtags.h"
#include "core/converters/libav/avlog.h"
#include "core/converters/libav/protection.h"
#include "core/formats/format.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <algorithm>
#include <limits>

namespace convoy {

namespace {

constexpr int lossyBits = 16;
constexpr int deepLossyBits = 24;

Error damaged()
{
    return avFailure(ErrorKind::DamagedInput, AudioText::tr("The sound of this file is damaged."), 0);
}

bool isInteger(AVSampleFormat format)
{
    const AVSampleFormat packed = av_get_packed_sample_fmt(format);
    return packed == AV_SAMPLE_FMT_U8 || packed == AV_SAMPLE_FMT_S16 || packed == AV_SAMPLE_FMT_S32;
}

// 0 where samples are not whole numbers that were coded without loss.
int losslessBits(const AVCodecParameters *sound)
{
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(sound->codec_id);
    const auto format = AVSampleFormat(sound->format);
    if (!descriptor || !(descriptor->props & AV_CODEC_PROP_LOSSLESS) || !isInteger(format))
        return 0;
    const int most = av_get_bytes_per_sample(format) * 8;
    return sound->bits_per_raw_sample >= 4 ? std::min(sound->bits_per_raw_sample, most) : most;
}

// Coded without loss, and not as whole numbers.
bool isFloat(const AVCodecParameters *sound)
{
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(sound->codec_id);
    return descriptor && (descriptor->props & AV_CODEC_PROP_LOSSLESS) && !isInteger(AVSampleFormat(sound->format));
}

quint32 maskOf(const AVCodecParameters *sound)
{
    return sound->ch_layout.order == AV_CHANNEL_ORDER_NATIVE ? quint32(sound->ch_layout.u.mask) : 0;
}

Result<MediaSource> openSource(const RangeReader &reader, const QByteArray &path, bool quick)
{
    Result<MediaSource> source = MediaSource::open({.fd = reader.fd(), .path = path, .quick = quick, .sound = true});
    if (!source && source.error().kind == ErrorKind::DamagedInput) // libav's words are of videos
        return Error{ErrorKind::DamagedInput, AudioText::tr("The header of this file makes no sense."),
                     source.error().detail};
    if (!source)
        return source;
    if (source->audio().empty())
        return Error{ErrorKind::UnsupportedFormat, AudioText::tr("There is no sound in this file."), {}};
    for (unsigned i = 0; i < source->context()->nb_streams; ++i)
        source->context()->streams[i]->discard = AVDISCARD_ALL;
    source->audio().front()->discard = AVDISCARD_DEFAULT;
    return source;
}

Result<AudioFile> readLibavHeader(const RangeReader &reader, const QByteArray &path)
{
    Result<MediaSource> source = openSource(reader, path, true);
    if (!source)
        return source.error();
    const AVStream *stream = source->audio().front();
    const AVCodecParameters *sound = stream->codecpar;
    const int bits = losslessBits(sound);
    AudioFile file;
    file.container = AudioContainer::Coded;
    file.codedAs = QString(sniffFormat(reader.bytes(0, sniffLength), path).id);
    file.pcm = {.sampleRate = sound->sample_rate,
                .channels = sound->ch_layout.nb_channels,
                .bits = bits > 0 ? bits : lossyBits,
                .bytesPerSample = ((bits > 0 ? bits : lossyBits) + 7) / 8,
                .isFloat = isFloat(sound),
                .channelMask = maskOf(sound)};
    file.isLossy = bits == 0 && !file.pcm.isFloat;
    file.samples = av_rescale(source->trueDurationUs(), sound->sample_rate, AV_TIME_BASE);
    readLibavTags(reader.fd(), source->context(), stream, file);
    return file;
}

SampleShape shapeOf(const AudioFile &file, const AVCodecParameters *sound, const SourceOptions &options)
{
    const int bits = losslessBits(sound);
    // How many samples there are is known at the end only.
    return {file.pcm.sampleRate, file.pcm.channels, bits > 0 ? bits : options.ditherFloat ? deepLossyBits : lossyBits, 0};
}

} // namespace

LibavSource::LibavSource(MediaSource source, StreamDecoder decoder, const AudioFile &file, const SourceOptions &options)
    : BufferedSource(shapeOf(file, source.audio().front()->codecpar, options),
                     options.range.end > 0 ? options.range.end - options.range.start : std::numeric_limits<qint64>::max()),
      m_source(std::move(source)),
      m_decoder(std::move(decoder)),
      m_options(options),
      m_channelMask(file.pcm.channelMask),
      m_fileWarnings(file.warnings),
      m_fitted(size_t(file.pcm.channels)),
      m_skip(options.range.start),
      m_expected(std::max<qint64>(0, std::min(file.samples - m_skip, m_limit)))
{
    heedSilence();
}

// As iTunes notes it: "00000000 00000840 000001CA 00000000003F31F6" is silence in front, silence behind and the samples
// between. libav leaves out the first.
void LibavSource::heedSilence()
{
    constexpr qint64 longest = 1 << 16;
    const AVDictionaryEntry *note = av_dict_get(m_source.context()->metadata, "iTunSMPB", nullptr, 0);
    if (!note || m_source.audio().front()->codecpar->codec_id != AV_CODEC_ID_AAC)
        return;
    const QList<QByteArray> numbers = QByteArray(note->value).simplified().split(' ');
    const qint64 behind = numbers.value(2).toLongLong(nullptr, 16);
    if (behind <= 0 || behind > longest)
        return;
    m_heldBack = behind;
    m_promised = numbers.value(3).toLongLong(nullptr, 16) + behind;
}

void LibavSource::dropSilence()
{
    if (m_all != m_promised) // the note is of another file
        return;
    for (std::vector<qint32> &plane : m_decoded)
        plane.resize(plane.size() - size_t(std::min(m_heldBack, qint64(plane.size()))));
}

Result<std::unique_ptr<SampleSource>> LibavSource::open(const RangeReader &reader, const AudioFile &file,
                                                        const SourceOptions &options)
{
    Result<MediaSource> source = openSource(reader, {}, false);
    if (!source)
        return source.error();
    const AVCodecParameters *sound = source->audio().front()->codecpar;
    if (sound->sample_rate != file.pcm.sampleRate || sound->ch_layout.nb_channels != file.pcm.channels)
        return damaged();
    if (source->isCutShort() && !options.salvage)
        return Error{
            ErrorKind::DamagedInput, AudioText::tr("The file is cut short: the last part of its sound is missing."), {}};
    Result<StreamDecoder> decoder = StreamDecoder::open({.stream = source->audio().front()});
    if (!decoder)
        return decoder.error();
    return std::unique_ptr<SampleSource>(new LibavSource(*std::move(source), *std::move(decoder), file, options));
}

Result<void> LibavSource::decodeMore()
{
    const StreamDecoder::Sink sink = [this](AVFrame *frame) { return take(frame); };
    if (!m_packet)
        return Error{ErrorKind::OutOfMemory, AudioText::tr("There is not enough memory."), {}};
    const int code = av_read_frame(m_source.context(), m_packet.get());
    if (code == AVERROR(EAGAIN))
        return {};
    if (code < 0) {
        m_isAtEnd = true;
        const Result<void> rest = code == AVERROR_EOF || m_options.salvage ? m_decoder.decode(nullptr, sink) : damaged();
        dropSilence();
        return rest;
    }
    Result<void> done;
    if (isEncrypted(m_packet.get()))
        done = protectedAgainstCopying();
    else if (m_packet->stream_index == m_source.audio().front()->index)
        done = m_decoder.decode(m_packet.get(), sink);
    av_packet_unref(m_packet.get());
    return done;
}

// Demuxers find their way again behind damage without a word; what is missing shows in the times.
void LibavSource::noteGap(const AVFrame *frame)
{
    constexpr int64_t noticeableUs = 100'000;
    if (frame->pts == AV_NOPTS_VALUE)
        return;
    const int64_t time = av_rescale_q(frame->pts, m_source.audio().front()->time_base, AV_TIME_BASE_Q);
    m_hasGap = m_hasGap || (m_endUs != AV_NOPTS_VALUE && time - m_endUs > noticeableUs);
    m_endUs = time + av_rescale(frame->nb_samples, AV_TIME_BASE, frame->sample_rate);
}

// What cannot be decoded behind the last good frame is what other programs have appended (tags of players).
Result<void> LibavSource::take(const AVFrame *frame)
{
    if (frame->sample_rate <= 0 || frame->ch_layout.nb_channels <= 0 || frame->nb_samples <= 0)
        return {};
    noteGap(frame);
    if ((m_hasGap || m_decoder.damagedPlaces() > 0) && !m_options.salvage)
        return damaged();
    if (const Result<void> fits = fitTo(frame); !fits)
        return fits;
    const bool isShort = m_shape.bits <= 16;
    const int room = swr_get_out_samples(m_resampler.get(), frame->nb_samples);
    std::vector<uint8_t *> planes;
    planes.reserve(m_fitted.size());
    for (std::vector<char> &plane : m_fitted) {
        plane.resize(size_t(std::max(room, 1)) * (isShort ? sizeof(qint16) : sizeof(qint32)));
        planes.push_back(reinterpret_cast<uint8_t *>(plane.data()));
    }
    const int count = swr_convert(m_resampler.get(), planes.data(), room, const_cast<const uint8_t **>(frame->extended_data),
                                  frame->nb_samples);
    if (count < 0)
        return damaged();
    append(planes.data(), count);
    return {};
}

// Every frame becomes the shape of the first.
Result<void> LibavSource::fitTo(const AVFrame *frame)
{
    const auto format = AVSampleFormat(frame->format);
    if (m_resampler && format == m_format && frame->sample_rate == m_rate && frame->ch_layout.nb_channels == m_channels)
        return {};
    AVChannelLayout target{};
    if (m_channelMask == 0 || av_channel_layout_from_mask(&target, m_channelMask) < 0)
        av_channel_layout_default(&target, m_shape.channels);
    AVChannelLayout source{};
    if (frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&source, frame->ch_layout.nb_channels);
    else
        av_channel_layout_copy(&source, &frame->ch_layout);
    SwrContext *resampler = nullptr;
    int code = swr_alloc_set_opts2(&resampler, &target, m_shape.bits <= 16 ? AV_SAMPLE_FMT_S16P : AV_SAMPLE_FMT_S32P,
                                   m_shape.sampleRate, &source, format, frame->sample_rate, 0, nullptr);
    m_resampler.reset(resampler);
    if (code >= 0 && m_shape.bits <= 16 && !isInteger(format))
        code = av_opt_set_int(resampler, "dither_method", SWR_DITHER_TRIANGULAR, 0);
    if (code >= 0)
        code = swr_init(resampler);
    av_channel_layout_uninit(&source);
    av_channel_layout_uninit(&target);
    if (code < 0)
        return avFailure(ErrorKind::DamagedInput, AudioText::tr("The sound of this file is damaged."), code);
    m_format = format;
    m_rate = frame->sample_rate;
    m_channels = frame->ch_layout.nb_channels;
    return {};
}

// Samples are at the top of their words.
void LibavSource::append(const uint8_t *const *planes, int samples)
{
    m_all += samples;
    const int dropped = int(std::min<qint64>(m_skip, samples));
    m_skip -= dropped;
    const bool isShort = m_shape.bits <= 16;
    const int shift = (isShort ? 16 : 32) - m_shape.bits;
    for (size_t channel = 0; channel < m_decoded.size(); ++channel) {
        std::vector<qint32> &plane = m_decoded[channel];
        const auto *shorts = reinterpret_cast<const qint16 *>(planes[channel]);
        const auto *longs = reinterpret_cast<const qint32 *>(planes[channel]);
        plane.reserve(plane.size() + size_t(samples));
        for (int i = dropped; i < samples; ++i)
            plane.push_back((isShort ? shorts[i] : longs[i]) >> shift);
    }
}

// Whether the track ends a second before the container says, or at all where that counts samples.
bool LibavSource::isShort() const
{
    constexpr int64_t plainSlackUs = 1000;
    const AVStream *stream = m_source.audio().front();
    const bool isGuess = m_source.context()->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    const int64_t promisedUs = stream->duration != AV_NOPTS_VALUE
        ? av_rescale_q(stream->duration, stream->time_base, AV_TIME_BASE_Q)
        : m_source.durationUs();
    const int64_t foundUs = m_endUs == AV_NOPTS_VALUE ? 0 : m_endUs - m_source.startUs();
    const bool isPlain = av_get_exact_bits_per_sample(stream->codecpar->codec_id) > 0;
    return m_isAtEnd && !isGuess && m_source.isPlausible() && promisedUs - foundUs > (isPlain ? plainSlackUs : AV_TIME_BASE);
}

Result<void> LibavSource::checkEnd()
{
    if (m_options.salvage || !isShort())
        return {};
    return Error{
        ErrorKind::DamagedInput, AudioText::tr("The file is cut short: the last part of its sound is missing."), {}};
}

QStringList LibavSource::warnings() const
{
    QStringList warnings = m_fileWarnings;
    if (m_options.salvage && (m_hasGap || m_decoder.damagedPlaces() > 0 || m_source.isCutShort() || isShort()))
        warnings.append(AudioText::tr("The file is damaged; what could be read was converted."));
    return warnings;
}

void installLibavHooks()
{
    LibavHooks::install({.readHeader = &readLibavHeader, .open = &LibavSource::open});
}

} // namespace convoy
