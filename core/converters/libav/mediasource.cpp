// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/mediasource.h"

#include "core/converters/libav/avlog.h"
#include "core/converters/libav/containersize.h"
#include "core/converters/libav/protection.h"
#include "core/converters/libav/streamtags.h"

extern "C" {
#include <libavutil/avstring.h>
}

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <sys/stat.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MediaSourceText {
    Q_DECLARE_TR_FUNCTIONS(convoy::MediaSource)
};

// Containers only; no playlist, no image sequence, no device, nothing that names another file.
constexpr char demuxers[] = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,flv,live_flv,mpegts,mpegtsraw,mpeg,mpegvideo,"
                            "ogg,mxf,wtv,rm,nut,dv,ivf,yuv4mpegpipe,h264,hevc,m4v,vc1,obu";
constexpr char soundDemuxers[] = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,asf,ogg,mp3,wv,ape,tak,tta,mpc,mpc8,wav,aiff,caf,au,"
                                 "avi,flv,mpegts,mpeg,rm,nut,mxf";
constexpr char outputDemuxers[] = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,mp3,flac,gif";
constexpr std::array endings{".mp4",  ".m4v", ".mov",  ".mkv", ".webm", ".avi", ".wmv", ".asf", ".flv", ".mpg",
                             ".mpeg", ".ts",  ".m2ts", ".mts", ".ogv",  ".ogg", ".3gp", ".vob", ".mxf"};

constexpr int maximumStreams = 100;
constexpr int64_t maximumPixels = 16384LL * 8640;

int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EPERM);
}

int isStopped(void *opaque)
{
    return static_cast<std::stop_token *>(opaque)->stop_requested() ? 1 : 0;
}

bool hasVideoEnding(QByteArray path)
{
    path = path.toLower();
    return std::ranges::any_of(endings, [&path](const char *ending) { return path.endsWith(ending); });
}

Error notVideo(const QByteArray &path)
{
    if (hasVideoEnding(path))
        return {ErrorKind::DamagedInput,
                MediaSourceText::tr("This file has the name of a video but holds something else, or is damaged."),
                {}};
    return {ErrorKind::UnsupportedFormat, MediaSourceText::tr("This is not a video that can be read."), {}};
}

bool isDecodableSound(const AVStream *stream)
{
    const AVCodecParameters *parameters = stream->codecpar;
    return avcodec_find_decoder(parameters->codec_id) && parameters->sample_rate > 0
        && parameters->ch_layout.nb_channels > 0;
}

} // namespace

MediaSource::MediaSource(MediaSource &&other) noexcept
    : m_stream(std::move(other.m_stream)),
      m_stop(std::move(other.m_stop)),
      m_context(std::exchange(other.m_context, nullptr)),
      m_video(other.m_video),
      m_videoError(std::move(other.m_videoError)),
      m_cover(other.m_cover),
      m_audio(std::move(other.m_audio)),
      m_subtitles(std::move(other.m_subtitles)),
      m_attachments(std::move(other.m_attachments)),
      m_unreadableAudio(other.m_unreadableAudio),
      m_lateAudio(other.m_lateAudio),
      m_cutShort(other.m_cutShort)
{
}

MediaSource::~MediaSource()
{
    avformat_close_input(&m_context);
}

Result<MediaSource> MediaSource::open(const SourceRequest &request)
{
    takeAvLog();
    MediaSource source;
    if (Result<void> opened = source.openContainer(request); !opened)
        return opened.error();
    if (Result<void> chosen = source.chooseStreams(); !chosen)
        return chosen.error();
    // Transport and program streams describe sound where it begins.
    if (source.m_lateAudio > 0 && !request.quick && !request.patient) {
        SourceRequest again = request;
        again.patient = true;
        return open(again);
    }
    if (request.quick)
        source.m_unreadableAudio -= source.m_lateAudio;
    source.m_cutShort = containerGoesOn(request.fd, request.quick) || source.lacksFrames();
    return source;
}

Result<void> MediaSource::openContainer(const SourceRequest &request)
{
    struct stat status = {};
    if (::fstat(request.fd, &status) != 0)
        return unreadableFile(errno);
    if (status.st_size == 0)
        return Error{ErrorKind::DamagedInput, MediaSourceText::tr("This file is empty."), {}};
    m_stream = std::make_unique<FdStream>(request.fd, FdStream::Mode::Read);
    m_stop = std::make_unique<std::stop_token>(request.stop);
    m_context = avformat_alloc_context();
    if (!m_context || !m_stream->context())
        return Error{ErrorKind::OutOfMemory, MediaSourceText::tr("There is not enough memory to open this video."), {}};

    const AVInputFormat *format = nullptr;
    const int score = av_probe_input_buffer2(m_stream->context(), &format, "", nullptr, 0, 0);
    if (m_stream->systemError() != 0)
        return unreadableFile(m_stream->systemError());
    const char *allowed = request.verified ? outputDemuxers : request.sound ? soundDemuxers : demuxers;
    if (score < 0 || !format || !av_match_list(format->name, allowed, ','))
        return notVideo(request.path);

    m_context->pb = m_stream->context();
    m_context->io_open = refuseToOpen;
    m_context->interrupt_callback = {&isStopped, m_stop.get()};
    m_context->max_streams = maximumStreams;
    m_context->flags |= AVFMT_FLAG_CUSTOM_IO;
    if (request.quick) {
        m_context->probesize = 2'000'000;
        m_context->max_analyze_duration = AV_TIME_BASE;
        m_context->fps_probe_size = 4;
    } else if (request.patient) {
        m_context->probesize = 128 << 20;
        m_context->max_analyze_duration = 60LL * AV_TIME_BASE;
    }
    AvOptions options;
    options.set("protocol_whitelist", "none");
    options.set("format_whitelist", allowed);
    int code = avformat_open_input(&m_context, "", format, options.address());
    if (code >= 0)
        code = avformat_find_stream_info(m_context, nullptr);
    if (request.stop.stop_requested())
        return cancelledError();
    // A table that claims more entries than any file has.
    if (code == AVERROR(ENOMEM))
        return Error{ErrorKind::LimitExceeded, MediaSourceText::tr("The header of this video asks for too much memory."),
                     takeAvLog()};
    if (code < 0)
        return avFailure(ErrorKind::DamagedInput, MediaSourceText::tr("This video is damaged: its header cannot be read."),
                         code);
    mendTags(m_context);
    return {};
}

void MediaSource::sortStream(AVStream *stream)
{
    stream->discard = AVDISCARD_ALL;
    if (stream->codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE)
        m_subtitles.push_back(stream);
    const AVCodecID codec = stream->codecpar->codec_id;
    const bool isCover = (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) && stream->attached_pic.size > 0;
    if (!m_cover && isCover && (codec == AV_CODEC_ID_MJPEG || codec == AV_CODEC_ID_PNG))
        m_cover = stream;
    if (stream->codecpar->codec_type == AVMEDIA_TYPE_ATTACHMENT)
        m_attachments.push_back(stream);
    if (stream->codecpar->codec_type != AVMEDIA_TYPE_AUDIO)
        return;
    if (isDecodableSound(stream)) {
        m_audio.push_back(stream);
        return;
    }
    ++m_unreadableAudio;
    if (avcodec_find_decoder(codec))
        ++m_lateAudio;
}

Result<void> MediaSource::chooseStreams()
{
    if (isProtected(m_context))
        return protectedAgainstCopying();
    int64_t best = -1;
    for (unsigned i = 0; i < m_context->nb_streams; ++i) {
        AVStream *stream = m_context->streams[i];
        sortStream(stream);
        const AVCodecParameters *parameters = stream->codecpar;
        if (parameters->codec_type != AVMEDIA_TYPE_VIDEO || (stream->disposition & AV_DISPOSITION_ATTACHED_PIC))
            continue;
        // As ffmpeg chooses: the largest, and among equals the first; one that can be decoded before one that cannot.
        int64_t rank = int64_t(parameters->width) * parameters->height + 1;
        if (stream->disposition & AV_DISPOSITION_DEFAULT)
            rank += 5'000'000;
        if (avcodec_find_decoder(parameters->codec_id))
            rank += INT64_MAX / 2;
        if (rank > best) {
            best = rank;
            m_video = stream;
        }
    }
    if (!m_video && m_audio.empty())
        return Error{ErrorKind::UnsupportedFormat, MediaSourceText::tr("This file has neither picture nor sound."), {}};
    for (AVStream *stream : m_audio)
        stream->discard = AVDISCARD_DEFAULT;
    if (!m_video)
        return {};
    if (Result<void> checked = checkVideo(); !checked) {
        if (m_audio.empty())
            return checked;
        m_videoError = checked.error();
        m_video = nullptr;
        return {};
    }
    m_video->discard = AVDISCARD_DEFAULT;
    return {};
}

// QuickTime and MP4 have a table of every frame's place; its demuxer stops without a word where the file ends early.
bool MediaSource::lacksFrames() const
{
    if (!av_match_list(m_context->iformat->name, "mov", ','))
        return false;
    const int64_t size = avio_size(m_context->pb);
    for (unsigned i = 0; i < m_context->nb_streams; ++i) {
        AVStream *stream = m_context->streams[i];
        if (stream->discard == AVDISCARD_ALL)
            continue;
        const int count = avformat_index_get_entries_count(stream);
        for (int entry = 0; entry < count; ++entry) {
            const AVIndexEntry *place = avformat_index_get_entry(stream, entry);
            if (place->pos > size - place->size)
                return true;
        }
    }
    return false;
}

Result<void> MediaSource::checkVideo() const
{
    const AVCodecParameters *parameters = m_video->codecpar;
    if (!avcodec_find_decoder(parameters->codec_id)) {
        // What libav has never heard of has four letters at most.
        std::array<char, AV_FOURCC_MAX_STRING_SIZE> tag{};
        const QString codec = parameters->codec_id == AV_CODEC_ID_NONE && parameters->codec_tag == 0
            ? u"?"_s // its name is among libav's words
            : QString::fromUtf8(parameters->codec_id == AV_CODEC_ID_NONE
                                    ? av_fourcc_make_string(tag.data(), parameters->codec_tag)
                                    : avcodec_get_name(parameters->codec_id));
        return avFailure(
            ErrorKind::UnsupportedFormat,
            MediaSourceText::tr("The pictures of this video are coded as “%1”, which cannot be read.").arg(codec), 0);
    }
    if (parameters->width <= 0 || parameters->height <= 0)
        return avFailure(ErrorKind::DamagedInput,
                         MediaSourceText::tr("This video is damaged: it does not say how large its pictures are."), 0);
    if (int64_t(parameters->width) * parameters->height > maximumPixels)
        return Error{ErrorKind::LimitExceeded,
                     MediaSourceText::tr("The pictures of this video are too large (%1×%2).")
                         .arg(parameters->width)
                         .arg(parameters->height),
                     {}};
    return {};
}

qint64 MediaSource::startUs() const
{
    return m_context->start_time == AV_NOPTS_VALUE ? 0 : m_context->start_time;
}

qint64 MediaSource::durationUs() const
{
    return m_context->duration == AV_NOPTS_VALUE || m_context->duration < 0 ? 0 : m_context->duration;
}

// Moving pictures below 50 bytes a second do not exist: such a header lies (seen in fragmented MP4).
bool MediaSource::isPlausible() const
{
    return durationUs() > 0 && double(avio_size(m_context->pb)) / (double(durationUs()) / AV_TIME_BASE) >= 50;
}

qint64 MediaSource::trueDurationUs()
{
    constexpr int64_t maximumScan = 256LL << 20;
    if (isPlausible() || avio_size(m_context->pb) > maximumScan)
        return durationUs();
    int64_t end = 0;
    const PacketPtr packet(av_packet_alloc());
    while (packet && av_read_frame(m_context, packet.get()) >= 0) {
        const AVStream *stream = m_context->streams[packet->stream_index];
        const int64_t time = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (time != AV_NOPTS_VALUE)
            end = std::max<int64_t>(end,
                                    av_rescale_q(time + packet->duration, stream->time_base, AV_TIME_BASE_Q) - startUs());
        av_packet_unref(packet.get());
    }
    return end > 0 ? end : durationUs();
}

} // namespace convoy
