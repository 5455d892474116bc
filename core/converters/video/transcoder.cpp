// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/transcoder.h"

#include "core/converters/video/avlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <span>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Transcoder)
};

constexpr int maximumReadErrors = 100; // in a row

} // namespace

Result<ConvertReport> Transcoder::run()
{
    for (const auto step : {&Transcoder::open, &Transcoder::openTracks, &Transcoder::seekToStart, &Transcoder::pump,
                            &Transcoder::finishTracks}) {
        if (Result<void> done = (this->*step)(); !done)
            return m_context.stop.stop_requested() ? Error{ErrorKind::Cancelled, Text::tr("Cancelled."), {}} : done.error();
    }
    m_report.outputs.push_back(facts());
    if (m_context.progress)
        m_context.progress(1);
    return std::move(m_report);
}

Result<void> Transcoder::open()
{
    Result<VideoJob> job = VideoJob::read(m_request.options, m_request.extension);
    if (!job)
        return job.error();
    m_job = *std::move(job);
    Result<MediaSource> source = MediaSource::open(
        {.fd = m_request.input.fd, .path = m_request.input.path, .stop = m_context.stop});
    if (!source)
        return source.error();
    m_source.emplace(*std::move(source));
    if (m_source->isCutShort()) {
        ++m_damaged;
        if (Result<void> checked = checkDamage(); !checked)
            return checked;
    }
    const qint64 probedUs = m_request.probed.durationMs * 1000;
    const qint64 wholeUs = probedUs > 0 ? probedUs : m_source->durationUs();
    m_expectedUs = std::max<qint64>(1, std::min(wholeUs, m_job.range.endUs) - m_job.range.startUs);
    return {};
}

std::vector<AVStream *> Transcoder::wantedStreams() const
{
    std::vector<AVStream *> streams;
    if (m_job.format->picture && m_source->video())
        streams.push_back(m_source->video());
    if (m_job.format->sound)
        streams.insert(streams.end(), m_source->audio().begin(), m_source->audio().end());
    // Files of sound alone hold one track.
    if (!m_job.format->picture && streams.size() > 1)
        streams.erase(streams.begin() + 1, streams.end());
    return streams;
}

Result<void> Transcoder::openTracks()
{
    Result<int> fd = m_context.openOutput(0);
    if (!fd)
        return fd.error();
    Result<std::unique_ptr<MediaWriter>> writer = MediaWriter::create(*fd, m_job.format->muxer, m_job.format->muxerOptions);
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    if (Result<void> copied = m_writer->copyMetadata(m_source->context(), m_job.range); !copied)
        return copied;

    std::vector<int> outputs;
    std::vector<AVStream *> streams = wantedStreams();
    if (streams.empty())
        return Error{ErrorKind::UnsupportedFormat,
                     m_job.format->picture ? Text::tr("This file has no pictures.") : Text::tr("This video has no sound."),
                     {}};
    for (const AVStream *stream : streams) {
        Result<int> output = m_writer->announce(stream);
        if (!output)
            return output.error();
        outputs.push_back(*output);
    }
    size_t next = 0;
    if (streams.front() == m_source->video()) {
        Result<std::unique_ptr<VideoTrack>> track = VideoTrack::create({.job = &m_job,
                                                                        .source = &*m_source,
                                                                        .context = &m_context,
                                                                        .writer = m_writer.get(),
                                                                        .output = outputs[next++]});
        if (!track)
            return track.error();
        m_video = *std::move(track);
    }
    for (AVStream *stream : std::span(streams).subspan(next)) {
        Result<std::unique_ptr<AudioTrack>> track = AudioTrack::create(
            {.job = &m_job, .stream = stream, .writer = m_writer.get(), .output = outputs[next++]});
        if (!track)
            return track.error();
        m_audio.push_back(*std::move(track));
    }
    if (m_source->unreadableAudio() > 0)
        m_report.warnings.append(
            Text::tr("%n sound track(s) cannot be read and were left out.", nullptr, m_source->unreadableAudio()));
    return {};
}

Result<void> Transcoder::seekToStart()
{
    AVFormatContext *context = m_source->context();
    const qint64 start = m_source->startUs() + m_job.range.startUs;
    m_timeline.emplace(context, start);
    if (m_job.range.startUs == 0)
        return {};
    const bool reorders = m_source->video() && m_source->video()->codecpar->video_delay > 0;
    // Where the container sorts by decoding time, a picture with this time may follow a key frame that is later.
    const qint64 target = reorders && !(context->iformat->flags & AVFMT_SEEK_TO_PTS) ? start - 3 * AV_TIME_BASE / 23 : start;
    // Where it cannot seek, everything before the start is decoded and dropped.
    avformat_seek_file(context, -1, INT64_MIN, target, target, 0);
    takeAvLog();
    return {};
}

bool Transcoder::isComplete() const
{
    return (!m_video || m_video->isComplete()) && std::ranges::all_of(m_audio, &AudioTrack::isComplete);
}

Result<void> Transcoder::pump()
{
    const PacketPtr packet(av_packet_alloc());
    if (!packet)
        return Error{ErrorKind::OutOfMemory, Text::tr("There is not enough memory to read this video."), {}};
    for (int errors = 0; !isComplete();) {
        const int code = av_read_frame(m_source->context(), packet.get());
        if (m_context.stop.stop_requested())
            return Error{ErrorKind::Cancelled, Text::tr("Cancelled."), {}};
        if (code == AVERROR_EOF)
            break;
        if (code < 0) {
            if (code != AVERROR(EAGAIN))
                ++m_damaged;
            if (Result<void> checked = checkDamage(); !checked)
                return checked;
            if (++errors > maximumReadErrors)
                break;
            continue;
        }
        errors = 0;
        Result<void> done = dispatch(packet.get());
        av_packet_unref(packet.get());
        if (!done)
            return done;
        report();
    }
    return {};
}

Result<void> Transcoder::dispatch(AVPacket *packet)
{
    const bool isVideo = m_video && packet->stream_index == m_source->video()->index;
    const auto audio = std::ranges::find_if(
        m_audio, [packet](const auto &track) { return track->stream()->index == packet->stream_index; });
    if (!isVideo && audio == m_audio.end())
        return {};
    m_timeline->place(packet);
    const StreamDecoder &decoder = isVideo ? m_video->decoder() : (*audio)->decoder();
    if ((packet->flags & AV_PKT_FLAG_CORRUPT) && decoder.frameCount() > 0)
        ++m_damaged;
    const int64_t timeUs = m_timeline->decodeTimeUs(packet->stream_index);
    if (isVideo && timeUs != AV_NOPTS_VALUE)
        packet->dts = av_rescale_q(timeUs, AV_TIME_BASE_Q, m_source->video()->time_base);
    Result<void> done = isVideo ? m_video->take(packet) : (*audio)->take(packet, timeUs);
    return done ? checkDamage() : done;
}

Result<void> Transcoder::finishTracks()
{
    if (m_video) {
        if (Result<void> done = m_video->take(nullptr); !done)
            return done;
    }
    for (const auto &track : m_audio) {
        if (Result<void> done = track->take(nullptr, AV_NOPTS_VALUE); !done)
            return done;
    }
    if (m_video) {
        if (Result<void> done = m_video->finish(); !done)
            return done;
    }
    if (Result<void> checked = checkDamage(); !checked)
        return checked;
    if (!m_video && std::ranges::all_of(m_audio, [](const auto &track) { return track->sampleCount() == 0; }))
        return avFailure(ErrorKind::DamagedInput, Text::tr("No sound of this file could be decoded."), 0);
    if (m_damaged > 0 || (m_video && m_video->decoder().damagedPlaces() > 0))
        m_report.warnings.append(Text::tr("This video is damaged; what can be played was kept."));
    if (m_video && m_video->hasToneMapped())
        m_report.warnings.append(Text::tr("High dynamic range was mapped to standard range (BT.709)."));
    return m_writer->finish();
}

Result<void> Transcoder::checkDamage()
{
    if (m_job.keepPlayable)
        return {};
    int places = m_damaged + (m_video ? m_video->decoder().damagedPlaces() : 0);
    for (const auto &track : m_audio)
        places += track->decoder().damagedPlaces();
    if (places == 0)
        return {};
    if (m_source->isCutShort())
        return avFailure(ErrorKind::DamagedInput, Text::tr("This video is cut off: its end is missing."), 0);
    const qint64 seconds = (m_video ? m_video->positionUs() : m_audio.front()->positionUs()) / AV_TIME_BASE;
    return avFailure(ErrorKind::DamagedInput, Text::tr("This video is damaged near %1 s.").arg(seconds), 0);
}

void Transcoder::report()
{
    if (!m_context.progress)
        return;
    const qint64 position = m_video ? m_video->positionUs() : m_audio.front()->positionUs();
    m_context.progress(std::clamp(double(position) / double(m_expectedUs), 0.0, 0.99));
}

QVariantMap Transcoder::facts() const
{
    QVariantMap map{{u"muxer"_s, QString::fromLatin1(m_job.format->muxer)}, {u"audio_tracks"_s, int(m_audio.size())}};
    if (m_video) {
        map.insert(u"frames"_s, m_video->frameCount());
        map.insert(u"span_us"_s, m_video->spanUs());
        map.insert(u"frame_us"_s, m_video->frameUs());
        if (!m_video->digest().isEmpty())
            map.insert(u"digest"_s, m_video->digest());
        map.insert(u"width"_s, m_video->encoder()->width);
        map.insert(u"height"_s, m_video->encoder()->height);
    }
    QVariantList samples;
    for (const auto &track : m_audio)
        samples.append(track->sampleCount());
    map.insert(u"audio_samples"_s, samples);
    return map;
}

} // namespace convoy
