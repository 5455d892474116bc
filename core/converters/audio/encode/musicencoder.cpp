// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/musicencoder.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/libav/avlog.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include <algorithm>
#include <cerrno>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int defaultFrame = 4096; // where an encoder takes any number of samples
constexpr int longestPiece = 65536;
constexpr int opusRate = 48000;
constexpr int opusKilobits = 128;
constexpr int aacKilobits = 192;
constexpr int mp3Quality = 2; // LAME's V2
constexpr int vorbisQuality = 6;

int mostChannels(const MusicFormat &format)
{
    return QLatin1StringView(format.encoder) == "libmp3lame"_L1 ? 2 : 8;
}

void chooseLayout(const MusicEncoder::Settings &settings, AVChannelLayout &source, AVChannelLayout &target)
{
    const int channels = settings.source.channels;
    if (settings.channelMask == 0 || av_channel_layout_from_mask(&source, settings.channelMask) < 0
        || source.nb_channels != channels) {
        av_channel_layout_uninit(&source);
        av_channel_layout_default(&source, channels);
    }
    av_channel_layout_default(&target, std::min(channels, mostChannels(settings.format)));
}

} // namespace

MusicEncoder::MusicEncoder(int fd, const Settings &settings)
    : m_settings(settings),
      m_stream(fd, FdStream::Mode::Write),
      m_packet(av_packet_alloc()),
      m_frame(av_frame_alloc()),
      m_scaled(size_t(settings.source.channels))
{
}

MusicEncoder::~MusicEncoder() = default;

Error MusicEncoder::failure(int code) const
{
    if (m_stream.systemError() != 0)
        return systemError(m_stream.systemError(), ErrorKind::OutputUnwritable,
                           AudioText::tr("The output cannot be written."));
    return avFailure(code == AVERROR(ENOMEM) ? ErrorKind::OutOfMemory : ErrorKind::Internal,
                     AudioText::tr("The encoder failed."), code);
}

Result<std::unique_ptr<MusicEncoder>> MusicEncoder::open(int fd, const Settings &settings)
{
    std::unique_ptr<MusicEncoder> encoder(new MusicEncoder(fd, settings));
    if (!encoder->m_stream.context() || !encoder->m_packet || !encoder->m_frame)
        return encoder->failure(AVERROR(ENOMEM));
    if (const Result<void> opened = encoder->openCodec(); !opened)
        return opened.error();
    if (const Result<void> opened = encoder->openMuxer(); !opened)
        return opened.error();
    return encoder;
}

void MusicEncoder::chooseQuality()
{
    const QLatin1StringView name(m_settings.format.encoder);
    if (m_settings.format.isLossless)
        return;
    if (m_settings.bitrate > 0) {
        m_encoder->bit_rate = int64_t(m_settings.bitrate) * 1000;
    } else if (name == "libopus"_L1) {
        m_encoder->bit_rate = opusKilobits * 1000;
    } else if (name == "aac"_L1) {
        m_encoder->bit_rate = aacKilobits * 1000;
    } else {
        m_encoder->flags |= AV_CODEC_FLAG_QSCALE;
        m_encoder->global_quality = FF_QP2LAMBDA * (name == "libvorbis"_L1 ? vorbisQuality : mp3Quality);
    }
}

Result<void> MusicEncoder::openCodec()
{
    const AVCodec *codec = avcodec_find_encoder_by_name(m_settings.format.encoder);
    m_encoder.reset(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!m_encoder)
        return Error{ErrorKind::UnsupportedFormat, AudioText::tr("This system's libav has no encoder for that."),
                     QString::fromLatin1(m_settings.format.encoder)};
    const SampleShape &source = m_settings.source;
    AVChannelLayout layout{};
    chooseLayout(m_settings, layout, m_encoder->ch_layout);
    m_encoder->sample_fmt = sampleFormatOf(codec, source.bits);
    m_encoder->sample_rate = m_settings.format.isOpus ? opusRate : nearestRate(codec, source.sampleRate);
    m_encoder->time_base = {1, m_encoder->sample_rate};
    m_encoder->thread_count = 1;
    if (m_settings.format.isLossless)
        m_encoder->bits_per_raw_sample = source.bits <= 16 ? 16 : std::max(source.bits, 24);
    chooseQuality();
    if (av_guess_format(m_settings.format.muxer, nullptr, nullptr)->flags & AVFMT_GLOBALHEADER)
        m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    int code = avcodec_open2(m_encoder.get(), codec, nullptr);
    SwrContext *resampler = nullptr;
    if (code >= 0)
        code = swr_alloc_set_opts2(&resampler, &m_encoder->ch_layout, m_encoder->sample_fmt, m_encoder->sample_rate, &layout,
                                   AV_SAMPLE_FMT_S32P, source.sampleRate, 0, nullptr);
    m_resampler.reset(resampler);
    if (code >= 0)
        code = swr_init(m_resampler.get());
    if (code < 0)
        return avFailure(ErrorKind::UnsupportedFormat, AudioText::tr("This format cannot hold sound of this kind."), code);
    m_fifo.reset(av_audio_fifo_alloc(m_encoder->sample_fmt, m_encoder->ch_layout.nb_channels, longestPiece));
    return m_fifo ? Result<void>() : failure(AVERROR(ENOMEM));
}

Result<void> MusicEncoder::openMuxer()
{
    AVFormatContext *muxer = nullptr;
    int code = avformat_alloc_output_context2(&muxer, nullptr, m_settings.format.muxer, nullptr);
    m_muxer.reset(muxer);
    if (code < 0)
        return failure(code);
    m_muxer->pb = m_stream.context();
    m_muxer->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    AVStream *stream = avformat_new_stream(m_muxer.get(), nullptr);
    if (!stream)
        return failure(AVERROR(ENOMEM));
    stream->time_base = m_encoder->time_base;
    code = avcodec_parameters_from_context(stream->codecpar, m_encoder.get());
    if (const Result<void> added = addChapters(); !added)
        return added;
    AvOptions options;
    options.set("id3v2_version", "0"); // TagLib writes the tags
    if (code >= 0)
        code = avformat_write_header(m_muxer.get(), options.address());
    return code < 0 ? Result<void>(failure(code)) : Result<void>();
}

// Those of MP4; TagLib knows all others' places.
Result<void> MusicEncoder::addChapters()
{
    const qsizetype count = QLatin1StringView(m_settings.format.muxer) == "ipod"_L1 ? m_settings.chapters.size() : 0;
    m_muxer->chapters = count > 0 ? static_cast<AVChapter **>(av_calloc(size_t(count), sizeof(AVChapter *))) : nullptr;
    if (count > 0 && !m_muxer->chapters)
        return failure(AVERROR(ENOMEM));
    for (qsizetype i = 0; i < count; ++i) {
        auto *chapter = static_cast<AVChapter *>(av_mallocz(sizeof(AVChapter)));
        if (!chapter)
            return failure(AVERROR(ENOMEM));
        m_muxer->chapters[m_muxer->nb_chapters++] = chapter; // the muxer frees it
        chapter->id = i + 1;
        chapter->time_base = {1, 1000};
        chapter->start = m_settings.chapters[i].startMs;
        chapter->end = m_settings.chapters[i].endMs;
        av_dict_set(&chapter->metadata, "title", m_settings.chapters[i].title.toUtf8().constData(), 0);
    }
    return {};
}

Result<void> MusicEncoder::add(const PlanePointers &planes, qint64 samples)
{
    const int shift = 32 - m_settings.source.bits;
    // ALAC's encoder takes 24 bits of the 32 that it is given, whatever those below them say.
    const quint32 lost = m_settings.format.isLossless ? (quint32{1} << (32 - m_encoder->bits_per_raw_sample)) - 1 : 0;
    quint32 bits = 0;
    for (qint64 done = 0; done < samples;) {
        const qint64 count = std::min<qint64>(samples - done, longestPiece);
        std::vector<const uint8_t *> pointers;
        for (size_t channel = 0; channel < planes.size(); ++channel) {
            std::vector<qint32> &scaled = m_scaled[channel];
            scaled.resize(size_t(count));
            for (size_t i = 0; i < scaled.size(); ++i) {
                const quint32 sample = quint32(planes[channel][size_t(done) + i]) << shift;
                bits |= sample;
                scaled[i] = qint32(sample);
            }
            pointers.push_back(reinterpret_cast<const uint8_t *>(scaled.data()));
        }
        if ((bits & lost) != 0)
            return Error{ErrorKind::UnsupportedFormat, AudioText::tr("This format cannot hold sound of this kind."),
                         u"%1 bits"_s.arg(m_settings.source.bits)};
        if (const Result<void> taken = resample(pointers.data(), int(count)); !taken)
            return taken;
        done += count;
    }
    return {};
}

// Without planes: what the resampler has kept.
Result<void> MusicEncoder::resample(const uint8_t *const *planes, int samples)
{
    const int room = swr_get_out_samples(m_resampler.get(), samples);
    FramePtr out(av_frame_alloc());
    if (room <= 0 || !out)
        return room == 0 ? Result<void>() : failure(AVERROR(ENOMEM));
    out->format = m_encoder->sample_fmt;
    out->nb_samples = room;
    int code = av_channel_layout_copy(&out->ch_layout, &m_encoder->ch_layout);
    if (code >= 0)
        code = av_frame_get_buffer(out.get(), 0);
    if (code >= 0)
        code = swr_convert(m_resampler.get(), out->extended_data, room, const_cast<const uint8_t **>(planes), samples);
    if (code > 0)
        code = av_audio_fifo_write(m_fifo.get(), reinterpret_cast<void **>(out->extended_data), code);
    if (code < 0)
        return failure(code);
    return encodeWaiting(false);
}

Result<void> MusicEncoder::encodeWaiting(bool all)
{
    const int frameSize = m_encoder->frame_size > 0 ? m_encoder->frame_size : defaultFrame;
    while (av_audio_fifo_size(m_fifo.get()) >= (all ? 1 : frameSize)) {
        av_frame_unref(m_frame.get());
        m_frame->format = m_encoder->sample_fmt;
        m_frame->nb_samples = std::min(frameSize, av_audio_fifo_size(m_fifo.get()));
        m_frame->sample_rate = m_encoder->sample_rate;
        m_frame->pts = m_encoded;
        int code = av_channel_layout_copy(&m_frame->ch_layout, &m_encoder->ch_layout);
        if (code >= 0)
            code = av_frame_get_buffer(m_frame.get(), 0);
        if (code >= 0)
            code = av_audio_fifo_read(m_fifo.get(), reinterpret_cast<void **>(m_frame->extended_data), m_frame->nb_samples);
        if (code < 0)
            return failure(code);
        m_encoded += m_frame->nb_samples;
        if (const Result<void> encoded = encode(m_frame.get()); !encoded)
            return encoded;
    }
    return {};
}

Result<void> MusicEncoder::encode(AVFrame *frame)
{
    int code = avcodec_send_frame(m_encoder.get(), frame);
    while (code >= 0) {
        code = avcodec_receive_packet(m_encoder.get(), m_packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            break;
        av_packet_rescale_ts(m_packet.get(), m_encoder->time_base, m_muxer->streams[0]->time_base);
        m_packet->stream_index = 0;
        ++m_packets;
        code = av_interleaved_write_frame(m_muxer.get(), m_packet.get());
    }
    return failure(code);
}

// As iTunes writes it, for AAC: silence in front, silence behind, samples between. An MP4's edit list counts milliseconds.
AudioTags MusicEncoder::gaplessTags() const
{
    if (m_encoder->codec_id != AV_CODEC_ID_AAC)
        return {};
    const qint64 front = m_encoder->initial_padding;
    const qint64 behind = m_packets * m_encoder->frame_size - front - m_encoded;
    return {{"ITUNSMPB",
             u" 00000000 %1 %2 %3"_s.arg(front, 8, 16, '0'_L1)
                     .arg(behind, 8, 16, '0'_L1)
                     .arg(m_encoded, 16, 16, '0'_L1)
                     .toUpper()
                 + u" 00000000"_s.repeated(8)}};
}

Result<void> MusicEncoder::finish()
{
    if (const Result<void> flushed = resample(nullptr, 0); !flushed)
        return flushed;
    if (const Result<void> encoded = encodeWaiting(true); !encoded)
        return encoded;
    if (const Result<void> drained = encode(nullptr); !drained)
        return drained;
    const int code = av_write_trailer(m_muxer.get());
    avio_flush(m_stream.context());
    return code < 0 || m_stream.systemError() != 0 ? Result<void>(failure(code)) : Result<void>();
}

} // namespace convoy
