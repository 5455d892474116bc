// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/musicfacts.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/input/samplesource.h"
#include "core/converters/libav/avhandle.h"
#include "core/converters/libav/avlog.h"
#include "core/converters/libav/fdstream.h"

#include <algorithm>
#include <cerrno>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

Error unreadable(int code)
{
    return avFailure(ErrorKind::DamagedInput, AudioText::tr("The written file cannot be read back."), code);
}

class MusicReader
{
public:
    MusicReader(int fd, int bits) : m_stream(fd, FdStream::Mode::Read), m_bits(bits) {}
    ~MusicReader() { avformat_close_input(&m_input); }
    MusicReader(const MusicReader &) = delete;
    MusicReader &operator=(const MusicReader &) = delete;

    Result<void> open();
    Result<void> decodeAll(const std::stop_token &stop, const std::function<void(double)> &progress);
    QVariantMap facts() const;

private:
    Result<void> decode(const AVPacket *packet);
    void hash(const AVFrame &frame);

    FdStream m_stream;
    const int m_bits;
    AVFormatContext *m_input = nullptr;
    CodecContextPtr m_decoder;
    PacketPtr m_packet{av_packet_alloc()};
    FramePtr m_frame{av_frame_alloc()};
    qint64 m_samples = 0;
    SampleHash m_hash;
    std::vector<std::vector<qint32>> m_planes;
    std::vector<char> m_packed;
};

Result<void> MusicReader::open()
{
    m_input = avformat_alloc_context();
    if (!m_input || !m_packet || !m_frame)
        return unreadable(AVERROR(ENOMEM));
    m_input->pb = m_stream.context();
    m_input->flags |= AVFMT_FLAG_CUSTOM_IO;
    int code = avformat_open_input(&m_input, nullptr, nullptr, nullptr);
    if (code >= 0)
        code = avformat_find_stream_info(m_input, nullptr);
    const AVCodec *codec = nullptr;
    const int index = code >= 0 ? av_find_best_stream(m_input, AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0) : code;
    if (index < 0)
        return unreadable(index);
    for (unsigned i = 0; i < m_input->nb_streams; ++i)
        m_input->streams[i]->discard = int(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    m_decoder.reset(avcodec_alloc_context3(codec));
    code = m_decoder ? avcodec_parameters_to_context(m_decoder.get(), m_input->streams[index]->codecpar) : AVERROR(ENOMEM);
    if (code >= 0) {
        m_decoder->thread_count = 1;
        m_decoder->err_recognition = AV_EF_CRCCHECK | AV_EF_EXPLODE;
        m_decoder->pkt_timebase = m_input->streams[index]->time_base;
        code = avcodec_open2(m_decoder.get(), codec, nullptr);
    }
    return code < 0 ? Result<void>(unreadable(code)) : Result<void>();
}

// Lossless codecs give 16 or 32 bits in planes; samples are at the top of them.
void MusicReader::hash(const AVFrame &frame)
{
    const bool isShort = frame.format == AV_SAMPLE_FMT_S16P;
    if (m_bits <= 0 || (!isShort && frame.format != AV_SAMPLE_FMT_S32P))
        return;
    m_planes.resize(size_t(frame.ch_layout.nb_channels));
    const int shift = (isShort ? 16 : 32) - m_bits;
    PlanePointers pointers;
    for (size_t channel = 0; channel < m_planes.size(); ++channel) {
        std::vector<qint32> &plane = m_planes[channel];
        plane.resize(size_t(frame.nb_samples));
        const auto *shorts = reinterpret_cast<const qint16 *>(frame.extended_data[channel]);
        const auto *longs = reinterpret_cast<const qint32 *>(frame.extended_data[channel]);
        for (size_t i = 0; i < plane.size(); ++i)
            plane[i] = (isShort ? shorts[i] : longs[i]) >> shift;
        pointers.push_back(plane.data());
    }
    packLittleEndian(pointers, frame.nb_samples, (m_bits + 7) / 8, m_packed);
    m_hash.add(m_packed.data(), qint64(m_packed.size()));
}

Result<void> MusicReader::decode(const AVPacket *packet)
{
    int code = avcodec_send_packet(m_decoder.get(), packet);
    while (code >= 0) {
        code = avcodec_receive_frame(m_decoder.get(), m_frame.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            break;
        m_samples += m_frame->nb_samples;
        hash(*m_frame);
        av_frame_unref(m_frame.get());
    }
    return unreadable(code);
}

Result<void> MusicReader::decodeAll(const std::stop_token &stop, const std::function<void(double)> &progress)
{
    m_hash.setMd5Wanted(false);
    const double length = double(std::max<int64_t>(m_input->duration, 1)) / AV_TIME_BASE * m_decoder->sample_rate;
    int code = 0;
    while ((code = av_read_frame(m_input, m_packet.get())) >= 0) {
        if (stop.stop_requested())
            return cancelledError();
        const bool isWanted = m_input->streams[m_packet->stream_index]->discard != AVDISCARD_ALL;
        const Result<void> decoded = isWanted ? decode(m_packet.get()) : Result<void>();
        av_packet_unref(m_packet.get());
        if (!decoded)
            return decoded;
        if (progress)
            progress(std::min(1.0, double(m_samples) / length));
    }
    return code == AVERROR_EOF ? decode(nullptr) : Result<void>(unreadable(code));
}

QVariantMap MusicReader::facts() const
{
    QVariantMap facts{
        {u"samples"_s, m_samples}, {u"rate"_s, m_decoder->sample_rate}, {u"channels"_s, m_decoder->ch_layout.nb_channels}};
    if (m_bits > 0)
        facts.insert(u"hash"_s, QString::fromLatin1(m_hash.fast()));
    return facts;
}

} // namespace

Result<QVariantMap> musicFacts(int fd, int losslessBits, const std::stop_token &stop,
                               const std::function<void(double)> &progress)
{
    MusicReader reader(fd, losslessBits);
    if (const Result<void> opened = reader.open(); !opened)
        return opened.error();
    if (const Result<void> decoded = reader.decodeAll(stop, progress); !decoded)
        return decoded.error();
    return reader.facts();
}

} // namespace convoy
