// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/mediawriter.h"

#include "core/converters/libav/avlog.h"

#include <QCoreApplication>
#include <QTime>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MediaWriterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::MediaWriter)
};

// Facts of the source's container that are untrue of the output's.
constexpr std::array containerKeys{"major_brand", "minor_version", "compatible_brands", "encoder",
                                   "duration",    "handler_name",  "vendor_id",         "ENCODER",
                                   "DURATION",    "BPS",           "NUMBER_OF_FRAMES",  "NUMBER_OF_BYTES"};

void copyTags(AVDictionary **to, const AVDictionary *from)
{
    av_dict_copy(to, from, AV_DICT_DONT_OVERWRITE);
    for (const char *key : containerKeys)
        av_dict_set(to, key, nullptr, 0);
}

} // namespace

MediaWriter::~MediaWriter()
{
    if (m_context)
        m_context->pb = nullptr;
    avformat_free_context(m_context);
}

Error MediaWriter::failure(int code) const
{
    const QString message = MediaWriterText::tr("The converted video cannot be written.");
    if (m_stream && m_stream->systemError() != 0)
        return systemError(m_stream->systemError(), ErrorKind::OutputUnwritable, message);
    return avFailure(ErrorKind::Internal, message, code);
}

Result<std::unique_ptr<MediaWriter>> MediaWriter::create(int fd, const char *format, const char *options)
{
    std::unique_ptr<MediaWriter> writer(new MediaWriter);
    writer->m_fd = fd;
    writer->m_options = options;
    writer->m_stream = std::make_unique<FdStream>(fd, FdStream::Mode::Write);
    const int code = avformat_alloc_output_context2(&writer->m_context, nullptr, format, nullptr);
    if (code < 0 || !writer->m_stream->context())
        return writer->failure(code < 0 ? code : AVERROR(ENOMEM));
    writer->m_context->pb = writer->m_stream->context();
    writer->m_context->flags |= AVFMT_FLAG_CUSTOM_IO;
    writer->m_context->opaque = writer.get();
    writer->m_context->io_open = &openAgain;
    writer->m_context->io_close2 = &closeAgain;
    writer->m_context->flush_packets = 0;
    writer->m_context->strict_std_compliance = FF_COMPLIANCE_EXPERIMENTAL; // what libav says of FLAC in MP4
    return writer;
}

// MP4's muxer moves what it has written to make room for the index, and reads it through a second stream.
int MediaWriter::openAgain(AVFormatContext *context, AVIOContext **stream, const char *, int flags, AVDictionary **)
{
    auto *self = static_cast<MediaWriter *>(context->opaque);
    if (flags & AVIO_FLAG_WRITE)
        return AVERROR(EPERM);
    self->m_readBack = std::make_unique<FdStream>(self->m_fd, FdStream::Mode::Read);
    *stream = self->m_readBack->context();
    return *stream ? 0 : AVERROR(ENOMEM);
}

int MediaWriter::closeAgain(AVFormatContext *context, AVIOContext *)
{
    static_cast<MediaWriter *>(context->opaque)->m_readBack.reset();
    return 0;
}

Result<void> MediaWriter::copyMetadata(const AVFormatContext *source, TimeRange range)
{
    copyTags(&m_context->metadata, source->metadata);
    const qint64 start = range.startUs + (source->start_time == AV_NOPTS_VALUE ? 0 : source->start_time);
    const qint64 end = range.endUs == INT64_MAX ? INT64_MAX : range.endUs - range.startUs + start;
    int count = 0;
    for (unsigned i = 0; i < source->nb_chapters; ++i) {
        const AVChapter *from = source->chapters[i];
        const int64_t begins = av_rescale_q(from->start, from->time_base, AV_TIME_BASE_Q);
        const int64_t ends = from->end == AV_NOPTS_VALUE ? begins : av_rescale_q(from->end, from->time_base, AV_TIME_BASE_Q);
        if (ends <= start || begins >= end)
            continue;
        const TimeRange kept{std::max<int64_t>(0, begins - start), std::min<int64_t>(ends, end) - start};
        if (hasComments())
            noteChapter(count++, kept.startUs, avTag(from->metadata, "title"));
        else if (const int code = addChapter(from, kept); code < 0)
            return failure(code);
    }
    return {};
}

int MediaWriter::addChapter(const AVChapter *from, TimeRange kept)
{
    auto **grown = static_cast<AVChapter **>(
        av_realloc_array(m_context->chapters, m_context->nb_chapters + 1, sizeof(AVChapter *)));
    if (!grown)
        return AVERROR(ENOMEM);
    m_context->chapters = grown;
    auto *chapter = static_cast<AVChapter *>(av_mallocz(sizeof(AVChapter)));
    if (!chapter)
        return AVERROR(ENOMEM);
    chapter->id = from->id;
    chapter->time_base = AV_TIME_BASE_Q;
    chapter->start = kept.startUs;
    chapter->end = kept.endUs;
    av_dict_copy(&chapter->metadata, from->metadata, 0);
    m_context->chapters[m_context->nb_chapters++] = chapter;
    return 0;
}

// libav writes no chapters beside Theora, Vorbis and FLAC, and beside Opus some of them a second late.
bool MediaWriter::hasComments() const
{
    const QByteArrayView muxer(m_context->oformat->name);
    return muxer == "ogg" || muxer == "opus" || muxer == "flac";
}

// As players read them: wiki.xiph.org/Chapter_Extension.
void MediaWriter::noteChapter(int number, int64_t startUs, const QString &title)
{
    const QByteArray key = "CHAPTER" + QByteArray::number(number).rightJustified(3, '0');
    const QString time = QTime::fromMSecsSinceStartOfDay(int(std::min<int64_t>(startUs / 1000, 86'399'999)))
                             .toString(u"HH:mm:ss.zzz"_s);
    av_dict_set(&m_context->metadata, key.constData(), time.toLatin1().constData(), 0);
    if (!title.isEmpty())
        av_dict_set(&m_context->metadata, (key + "NAME").constData(), title.toUtf8().constData(), 0);
}

Result<int> MediaWriter::announce(const AVStream *source)
{
    AVStream *stream = avformat_new_stream(m_context, nullptr);
    if (!stream)
        return failure(AVERROR(ENOMEM));
    copyTags(&stream->metadata, source->metadata);
    // Opus has one place for what a file and what its only track is called.
    if (QByteArrayView(m_context->oformat->name) == "opus" && av_dict_get(m_context->metadata, "title", nullptr, 0))
        av_dict_set(&stream->metadata, "title", nullptr, 0);
    stream->disposition = source->disposition & ~(AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS);
    m_tracks.push_back({.stream = stream});
    return int(m_tracks.size()) - 1;
}

Result<void> MediaWriter::describe(int stream, const AVCodecContext *encoder)
{
    Track &track = m_tracks.at(size_t(stream));
    track.timeBase = encoder->time_base;
    track.stream->time_base = encoder->time_base;
    track.stream->avg_frame_rate = encoder->framerate;
    track.stream->sample_aspect_ratio = encoder->sample_aspect_ratio;
    const int code = avcodec_parameters_from_context(track.stream->codecpar, encoder);
    if (code < 0)
        return failure(code);
    return described(track);
}

Result<void> MediaWriter::described(Track &track)
{
    track.described = true;
    // Apple's players take HEVC in MP4 by this name only.
    AVCodecParameters *parameters = track.stream->codecpar;
    if (parameters->codec_id == AV_CODEC_ID_HEVC && QByteArrayView(m_context->oformat->name) == "mp4")
        parameters->codec_tag = MKTAG('h', 'v', 'c', '1');
    return std::ranges::all_of(m_tracks, &Track::described) ? writeHeader() : Result<void>();
}

bool MediaWriter::canHold(AVCodecID codec) const
{
    if (codec == AV_CODEC_ID_TRUEHD && !holdsAttachments())
        return false; // its length is lost in MP4
    const int answer = avformat_query_codec(m_context->oformat, codec, FF_COMPLIANCE_NORMAL);
    if (answer > 0)
        return true;
    // Matroska holds what AVI and WAVE have a name for as well, in the way of Video for Windows.
    if (holdsAttachments() && av_codec_get_tag(m_context->oformat->codec_tag, codec) != 0)
        return true;
    // libav does not say it of Ogg.
    constexpr std::array inOgg{AV_CODEC_ID_THEORA, AV_CODEC_ID_VORBIS, AV_CODEC_ID_OPUS,
                               AV_CODEC_ID_FLAC,   AV_CODEC_ID_VP8,    AV_CODEC_ID_SPEEX};
    return QByteArrayView(m_context->oformat->name) == "ogg" && std::ranges::find(inOgg, codec) != inOgg.end();
}

bool MediaWriter::holdsAttachments() const
{
    return QByteArrayView(m_context->oformat->name) == "matroska";
}

bool MediaWriter::losesOrientation() const
{
    return QByteArrayView(m_context->oformat->name) != "mp4";
}

// Each container has its own words for a codec. Where it knows that of the source it stays: Ut Video, ProRes and pictures
// that are not coded say in it what they look like.
unsigned MediaWriter::tagOfCopy(const AVCodecParameters *source) const
{
    const AVCodecTag *const *known = m_context->oformat->codec_tag;
    unsigned first = 0;
    const bool isWord = av_codec_get_id(known, source->codec_tag) == source->codec_id;
    return isWord || !av_codec_get_tag2(known, source->codec_id, &first) ? source->codec_tag : 0;
}

Result<void> MediaWriter::describeCopy(int stream, const AVStream *source)
{
    Track &track = m_tracks.at(size_t(stream));
    track.timeBase = source->time_base;
    AVStream *target = track.stream;
    target->time_base = source->time_base;
    target->avg_frame_rate = source->avg_frame_rate;
    target->r_frame_rate = source->r_frame_rate;
    if (const int code = avcodec_parameters_copy(target->codecpar, source->codecpar); code < 0)
        return failure(code);
    // Where container and stream do not agree (DV in AVI), the container is right, and muxers want only one.
    if (source->sample_aspect_ratio.num > 0)
        target->codecpar->sample_aspect_ratio = source->sample_aspect_ratio;
    target->sample_aspect_ratio = target->codecpar->sample_aspect_ratio;
    target->codecpar->codec_tag = tagOfCopy(source->codecpar);
    for (int i = 0; i < source->nb_side_data; ++i) {
        const AVPacketSideData &from = source->side_data[i];
        uint8_t *to = av_stream_new_side_data(target, from.type, from.size);
        if (!to)
            return failure(AVERROR(ENOMEM));
        std::copy_n(from.data, from.size, to);
    }
    return described(track);
}

QString MediaWriter::codecs() const
{
    QStringList names;
    for (const Track &track : m_tracks)
        names.append(QString::fromUtf8(avcodec_get_name(track.stream->codecpar->codec_id)));
    return names.join(u", "_s);
}

Result<void> MediaWriter::writeHeader()
{
    // One default track of each type, or players pick none.
    for (const AVMediaType type : {AVMEDIA_TYPE_VIDEO, AVMEDIA_TYPE_AUDIO}) {
        const auto ofType = [type](const Track &track) { return track.stream->codecpar->codec_type == type; };
        const auto isDefault = [ofType](const Track &track) {
            return ofType(track) && (track.stream->disposition & AV_DISPOSITION_DEFAULT);
        };
        const auto first = std::ranges::find_if(m_tracks, ofType);
        if (first != m_tracks.end() && std::ranges::none_of(m_tracks, isDefault))
            first->stream->disposition |= AV_DISPOSITION_DEFAULT;
    }
    AvOptions options;
    int code = m_options.isEmpty() ? 0 : av_dict_parse_string(options.address(), m_options.constData(), "=", ":", 0);
    if (code >= 0)
        code = avformat_write_header(m_context, options.address());
    if (code < 0)
        return failure(code);
    m_hasHeader = true;
    // Past the queue that sorts packets by time.
    if (m_cover && av_write_frame(m_context, m_cover.get()) < 0)
        return failure(AVERROR(EIO));
    for (auto &[stream, packet] : std::exchange(m_waiting, {})) {
        if (Result<void> written = writeNow(stream, std::move(packet)); !written)
            return written;
    }
    return {};
}

Result<void> MediaWriter::write(int stream, PacketPtr packet)
{
    if (m_hasHeader)
        return writeNow(stream, std::move(packet));
    m_waiting.emplace_back(stream, std::move(packet));
    return {};
}

Result<void> MediaWriter::writeNow(int stream, PacketPtr packet)
{
    Track &track = m_tracks.at(size_t(stream));
    packet->stream_index = stream;
    // Containers want times that do not go back; encoders may repeat one at a change of block size.
    if (packet->dts != AV_NOPTS_VALUE && track.lastDts != AV_NOPTS_VALUE) {
        const int64_t least = track.lastDts + (m_context->oformat->flags & AVFMT_TS_NONSTRICT ? 0 : 1);
        if (packet->dts < least) {
            if (packet->pts != AV_NOPTS_VALUE)
                packet->pts = std::max(packet->pts, least);
            packet->dts = least;
        }
    }
    track.lastDts = packet->dts;
    av_packet_rescale_ts(packet.get(), track.timeBase, track.stream->time_base);
    const int code = av_interleaved_write_frame(m_context, packet.get());
    return code < 0 ? Result<void>(failure(code)) : Result<void>();
}

Result<void> MediaWriter::finish()
{
    if (!m_hasHeader)
        return failure(AVERROR(EINVAL));
    const int code = av_write_trailer(m_context);
    if (code < 0)
        return failure(code);
    avio_flush(m_context->pb);
    if (m_stream->systemError() != 0 || m_context->pb->error < 0)
        return failure(m_context->pb->error);
    return {};
}

qint64 MediaWriter::size() const
{
    return avio_tell(m_context->pb);
}

} // namespace convoy
