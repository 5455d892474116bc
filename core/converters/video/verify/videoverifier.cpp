// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/verify/videoverifier.h"

#include "core/converters/libav/avlog.h"
#include "core/converters/libav/mediasource.h"
#include "core/converters/video/encode/pictureproof.h"
#include "core/converters/video/verify/copyproof.h"
#include "core/converters/video/verify/rundecoder.h"
#include "core/converters/video/verify/webpproof.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VideoVerifierText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoVerifier)
};

Error unlike(const QString &message)
{
    return avFailure(ErrorKind::VerificationFailed, message, 0);
}

class Verifier
{
public:
    Verifier(const QVariantMap &facts, const ConvertContext &context, MediaSource &source)
        : m_facts(facts),
          m_context(context),
          m_source(source),
          m_copies(facts, source.context())
    {
    }

    Result<void> run();

private:
    struct Sound {
        StreamDecoder decoder;
        qint64 samples = 0;
    };

    Result<void> checkStreams() const;
    Result<void> openDecoders();
    Result<void> read();
    Result<void> take(AVPacket *packet);
    Result<void> takePicture(AVPacket *packet);
    Result<void> takeSound(const AVPacket *packet, Sound &sound);
    void noteTime(const AVPacket *packet);
    Result<void> checkPictures() const;
    Result<void> checkSound() const;

    const QVariantMap &m_facts;
    const ConvertContext &m_context;
    MediaSource &m_source;
    CopyProof m_copies;
    std::optional<RunDecoder> m_pictures;
    PacketDigest m_digest;
    qint64 m_packets = 0;
    bool m_decodesAll = true;
    std::vector<Sound> m_sounds;
    int64_t m_firstUs = INT64_MAX;
    int64_t m_lastUs = INT64_MIN;
};

Result<void> Verifier::run()
{
    if (Result<void> checked = checkStreams(); !checked)
        return checked;
    if (Result<void> opened = openDecoders(); !opened)
        return opened;
    if (Result<void> done = read(); !done)
        return done;
    if (Result<void> checked = checkPictures(); !checked)
        return checked;
    if (Result<void> checked = m_copies.check(); !checked)
        return checked;
    return checkSound();
}

Result<void> Verifier::openDecoders()
{
    if (m_facts.contains(u"frames"_s))
        m_pictures.emplace(m_source.video(), m_context.threads);
    m_decodesAll = !m_facts.contains(u"digest"_s);
    if (!m_facts.contains(u"audio_tracks"_s))
        return {};
    for (const AVStream *stream : m_source.audio()) {
        Result<StreamDecoder> decoder = StreamDecoder::open({.stream = stream});
        if (!decoder)
            return decoder.error();
        m_sounds.push_back({.decoder = *std::move(decoder)});
    }
    return {};
}

Result<void> Verifier::checkStreams() const
{
    if (m_facts.value(u"cover"_s).toBool() && !m_source.cover())
        return unlike(VideoVerifierText::tr("The written video lacks its pictures."));
    if (!m_facts.contains(u"audio_tracks"_s))
        return {}; // all are copies
    const bool wantsPictures = m_facts.contains(u"frames"_s);
    if (wantsPictures != (m_source.video() != nullptr))
        return unlike(VideoVerifierText::tr("The written video lacks its pictures."));
    if (m_facts.value(u"audio_tracks"_s).toLongLong() != qint64(m_source.audio().size()))
        return unlike(VideoVerifierText::tr("The written video lacks a sound track."));
    if (!wantsPictures)
        return {};
    const AVCodecParameters *parameters = m_source.video()->codecpar;
    if (parameters->width != m_facts.value(u"width"_s).toInt() || parameters->height != m_facts.value(u"height"_s).toInt())
        return unlike(VideoVerifierText::tr("The written video has pictures of another size."));
    return {};
}

Result<void> Verifier::read()
{
    const double size = std::max<double>(1, double(avio_size(m_source.context()->pb)));
    const PacketPtr packet(av_packet_alloc());
    if (!packet)
        return unlike(VideoVerifierText::tr("There is not enough memory to check the written video."));
    for (;;) {
        const int code = av_read_frame(m_source.context(), packet.get());
        if (m_context.stop.stop_requested())
            return cancelledError();
        if (code == AVERROR_EOF)
            break;
        if (code < 0)
            return avFailure(ErrorKind::VerificationFailed, VideoVerifierText::tr("The written video cannot be read back."),
                             code);
        if (m_context.progress && packet->pos > 0)
            m_context.progress(std::min(0.99, double(packet->pos) / size));
        Result<void> taken = take(packet.get());
        av_packet_unref(packet.get());
        if (!taken)
            return taken;
    }
    for (Sound &sound : m_sounds) {
        if (Result<void> taken = takeSound(nullptr, sound); !taken)
            return taken;
    }
    return m_pictures ? m_pictures->finish() : Result<void>();
}

Result<void> Verifier::take(AVPacket *packet)
{
    m_copies.take(packet);
    if (m_pictures && packet->stream_index == m_source.video()->index)
        return takePicture(packet);
    const auto &audio = m_source.audio();
    const auto sound = std::ranges::find(audio, packet->stream_index, &AVStream::index);
    const auto place = size_t(sound - audio.begin());
    return place < m_sounds.size() ? takeSound(packet, m_sounds[place]) : Result<void>();
}

Result<void> Verifier::takePicture(AVPacket *packet)
{
    constexpr qint64 decodedAgain = 4; // a key frame, and what refers to it
    noteTime(packet);
    m_digest.add(packet);
    return m_packets++ < decodedAgain || m_decodesAll ? m_pictures->take(packet) : Result<void>();
}

Result<void> Verifier::takeSound(const AVPacket *packet, Sound &sound)
{
    return sound.decoder.decode(packet, [&sound](AVFrame *frame) {
        sound.samples += frame->nb_samples;
        return Result<void>();
    });
}

void Verifier::noteTime(const AVPacket *packet)
{
    if (packet->pts == AV_NOPTS_VALUE)
        return;
    const int64_t timeUs = av_rescale_q(packet->pts, m_source.video()->time_base, AV_TIME_BASE_Q);
    m_firstUs = std::min(m_firstUs, timeUs);
    m_lastUs = std::max(m_lastUs, timeUs);
}

Result<void> Verifier::checkPictures() const
{
    if (!m_pictures)
        return {};
    if (m_pictures->damagedPlaces() > 0)
        return unlike(VideoVerifierText::tr("The written video does not decode without errors."));
    const qint64 frames = m_facts.value(u"frames"_s).toLongLong();
    const qint64 found = m_decodesAll ? m_pictures->frameCount() : m_packets;
    if (found != frames)
        return unlike(VideoVerifierText::tr("The written video has %1 frames instead of %2.").arg(found).arg(frames));
    if (!m_decodesAll && m_facts.value(u"digest"_s).toByteArray() != m_digest.result())
        return unlike(VideoVerifierText::tr("The written video is not what was encoded."));
    if (m_pictures->frameCount() == 0)
        return unlike(VideoVerifierText::tr("The written video does not decode without errors."));
    const qint64 span = m_facts.value(u"span_us"_s).toLongLong();
    // Matroska's times are in ms.
    const qint64 tolerance = m_facts.value(u"frame_us"_s).toLongLong() + 1000;
    if (std::llabs(m_lastUs - m_firstUs - span) > tolerance)
        return unlike(VideoVerifierText::tr("The written video has another length than its source."));
    return {};
}

Result<void> Verifier::checkSound() const
{
    // A Vorbis block has at most 8192 samples; the ends may be padded or trimmed by one.
    constexpr qint64 block = 8192;
    const QVariantList wanted = m_facts.value(u"audio_samples"_s).toList();
    for (size_t i = 0; i < m_sounds.size(); ++i) {
        const Sound &sound = m_sounds[i];
        if (sound.decoder.damagedPlaces() + sound.decoder.lostAtStart() > 0)
            return unlike(VideoVerifierText::tr("The written sound does not decode without errors."));
        if (qsizetype(i) < wanted.size() && std::llabs(sound.samples - wanted[qsizetype(i)].toLongLong()) > block)
            return unlike(VideoVerifierText::tr("The written sound has another length than its source."));
    }
    return {};
}

} // namespace

Result<void> verifyVideo(int fd, const QVariantMap &facts, const ConvertContext &context)
{
    if (facts.value(u"muxer"_s) == "webp"_L1)
        return verifyWebp(fd, facts, context);
    Result<MediaSource> source = MediaSource::open({.fd = fd, .stop = context.stop, .verified = true});
    if (!source) {
        Error error = source.error();
        if (error.kind != ErrorKind::Cancelled)
            error = {ErrorKind::VerificationFailed, VideoVerifierText::tr("The written video cannot be read back."),
                     error.message + u'\n' + error.detail};
        return error;
    }
    return Verifier(facts, context, *source).run();
}

} // namespace convoy
