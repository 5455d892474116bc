// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/transcoder.h"

#include "core/converters/libav/avlog.h"
#include "core/converters/libav/protection.h"

extern "C" {
#include <libavutil/avstring.h>
}

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TranscoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Transcoder)
};

constexpr int maximumReadErrors = 100; // in a row

} // namespace

Result<ConvertReport> Transcoder::run()
{
    for (const auto step : {&Transcoder::open, &Transcoder::prepare, &Transcoder::seekToStart, &Transcoder::openWriter,
                            &Transcoder::openTracks, &Transcoder::pump, &Transcoder::finishTracks}) {
        if (Result<void> done = (this->*step)(); !done)
            return m_context.stop.stop_requested() ? cancelledError() : done.error();
    }
    m_report.outputs.push_back(facts());
    if (m_context.progress)
        m_context.progress(1);
    return std::move(m_report);
}

void Transcoder::advance(double fraction)
{
    if (m_context.progress)
        m_context.progress(std::min(0.99, m_prepared + (1 - m_prepared) * fraction));
}

bool Transcoder::isComplete() const
{
    return std::ranges::all_of(m_tracks, &MediaTrack::isComplete);
}

void Transcoder::noteBrokenRead()
{
    ++m_damaged;
    if (m_video)
        m_video->noteBreak();
}

Result<void> Transcoder::pump()
{
    const PacketPtr packet(av_packet_alloc());
    if (!packet)
        return Error{ErrorKind::OutOfMemory, TranscoderText::tr("There is not enough memory to read this video."), {}};
    for (int errors = 0; !isComplete();) {
        const int code = av_read_frame(m_source->context(), packet.get());
        if (m_context.stop.stop_requested())
            return cancelledError();
        if (code == AVERROR_EOF)
            break;
        if (code < 0) {
            if (code != AVERROR(EAGAIN))
                noteBrokenRead();
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
    const auto track = std::ranges::find_if(
        m_tracks, [packet](const auto &one) { return one->stream()->index == packet->stream_index; });
    if (track == m_tracks.end())
        return {};
    if (isEncrypted(packet))
        return protectedAgainstCopying();
    const PacketTimeline::Join join = m_timeline->place(packet);
    if ((*track)->hasBegun())
        judgeBreak(packet, join);
    packet->flags &= ~AV_PKT_FLAG_CORRUPT; // decoders would take the mark for their own
    const int64_t decodeTimeUs = m_timeline->decodeTimeUs(packet->stream_index);
    m_reachedUs = std::max(m_reachedUs, decodeTimeUs);
    Result<void> done = (*track)->take(packet, decodeTimeUs);
    return done ? checkDamage() : done;
}

// Transport streams count their packets, and libav marks what is there when the count is wrong. That is so where some were
// lost, and where recordings were joined, which is no damage: the times start again, or go on with a key frame. What a
// decoder finds counts in any case.
void Transcoder::judgeBreak(const AVPacket *packet, PacketTimeline::Join join)
{
    constexpr int marked = 2; // packets: a parser may put the mark on the one before
    const auto known = m_breaks.find(packet->stream_index);
    const bool isMarked = (packet->flags & AV_PKT_FLAG_CORRUPT) != 0;
    if (known == m_breaks.end() && !isMarked)
        return;
    Break &found = known != m_breaks.end() ? known->second : m_breaks[packet->stream_index];
    found.begins = found.begins || join == PacketTimeline::Join::Restart
        || (known != m_breaks.end() && (packet->flags & AV_PKT_FLAG_KEY) != 0);
    const bool isDecided = ++found.packets > marked || join == PacketTimeline::Join::Gap;
    if (!isDecided)
        return;
    if (!found.begins || join == PacketTimeline::Join::Gap)
        noteBrokenRead();
    m_breaks.erase(packet->stream_index);
}

Result<void> Transcoder::finishTracks()
{
    if (std::ranges::any_of(m_breaks, [](const auto &one) { return !one.second.begins; }))
        noteBrokenRead();
    for (const auto &track : m_tracks) {
        if (Result<void> done = track->take(nullptr, AV_NOPTS_VALUE); !done)
            return done;
    }
    const bool isPast = m_wholeUs > 0 && m_options.range.startUs >= m_wholeUs;
    if (isPast && std::ranges::all_of(m_tracks, [](const auto &track) { return track->positionUs() == 0; }))
        return Error{ErrorKind::InvalidOption, TranscoderText::tr("This video ends before the part to convert starts."), {}};
    for (const auto &track : m_tracks) {
        if (Result<void> done = track->finish(); !done)
            return done;
    }
    if (Result<void> checked = checkDamage(); !checked)
        return checked;
    if (!m_video && std::ranges::none_of(m_tracks, &MediaTrack::hasBegun))
        return avFailure(ErrorKind::DamagedInput, TranscoderText::tr("No sound of this file could be decoded."), 0);
    warn();
    return m_writer->finish();
}

void Transcoder::warn()
{
    if (damagedPlaces() > 0 && !m_options.keepPlayable) {
        m_report.warnings.append(TranscoderText::tr("The end of this recording is cut off; what can be played was kept."));
    } else if (damagedPlaces() > 0) {
        const qint64 endUs = m_video ? m_video->endUs() : m_tracks.front()->positionUs();
        // A length that was guessed from what is there says nothing; Ogg's is that of its last page.
        const AVFormatContext *context = m_source->context();
        const bool isLengthSaid = context->duration_estimation_method == AVFMT_DURATION_FROM_STREAM
            && !av_match_list(context->iformat->name, "ogg", ',');
        const qint64 tailUs = m_source->isCutShort() && isLengthSaid ? std::max<qint64>(0, m_expectedUs - endUs) : 0;
        const double lost = double((m_video ? m_video->lostUs() : 0) + tailUs) / AV_TIME_BASE;
        m_report.columns.insert(u"lost_seconds"_s, lost);
        m_report.warnings.append(lost < 0.05
                                     ? TranscoderText::tr("This video is damaged; what can be played was kept.")
                                     : TranscoderText::tr("This video is damaged; %1 s of it are lost, the rest was kept.")
                                           .arg(QString::number(lost, 'f', 1)));
    }
    if (m_video && m_video->isSoftwareInstead())
        m_report.warnings.append(
            TranscoderText::tr("No hardware encoder takes these pictures: they were encoded in software."));
    if (m_video && m_video->hasToneMapped())
        m_report.warnings.append(TranscoderText::tr("High dynamic range was mapped to standard range (BT.709)."));
    constexpr int64_t noticeable = AV_TIME_BASE / 20;
    // Matroska has no edit lists.
    const int64_t earlierUs = std::max(-m_origin->us, m_writer->losesOrientation() ? m_origin->hiddenUs : 0);
    if (m_options.copies && earlierUs > noticeable)
        m_report.warnings.append(TranscoderText::tr("The copy starts %1 s earlier, with a key frame.")
                                     .arg(QString::number(double(earlierUs) / AV_TIME_BASE, 'f', 1)));
    const bool isTurned = m_options.copies && m_options.format->picture && m_source->video()
        && displayMatrix(m_source->video());
    if (isTurned && m_writer->losesOrientation())
        m_report.warnings.append(
            TranscoderText::tr("This video is rotated by its container; players may show the copy on its side."));
}

int Transcoder::damagedPlaces() const
{
    int places = m_damaged;
    for (const auto &track : m_tracks)
        places += track->damagedPlaces();
    return places;
}

// Transport and program streams and those without a container know no end: recorders stop within a picture.
bool Transcoder::mayEndHere()
{
    constexpr int64_t last = AV_TIME_BASE / 2; // pictures that a decoder's threads hold back, sound that comes later
    const AVFormatContext *context = m_source->context();
    if (!(context->iformat->flags & AVFMT_TS_DISCONT) && context->start_time != AV_NOPTS_VALUE)
        return false;
    if (!m_damageUs)
        m_damageUs = m_reachedUs;
    return m_reachedUs - *m_damageUs <= last;
}

Result<void> Transcoder::checkDamage()
{
    if (m_options.keepPlayable || damagedPlaces() == 0)
        return {};
    if (m_source->isCutShort())
        return avFailure(ErrorKind::DamagedInput, TranscoderText::tr("This video is cut off: its end is missing."), 0);
    if (mayEndHere())
        return {};
    const qint64 seconds = m_tracks.empty() ? 0 : m_tracks.front()->positionUs() / AV_TIME_BASE;
    return avFailure(ErrorKind::DamagedInput, TranscoderText::tr("This video is damaged near %1 s.").arg(seconds), 0);
}

void Transcoder::report()
{
    advance(std::clamp(double(m_tracks.front()->positionUs()) / double(m_expectedUs), 0.0, 0.99));
}

QVariantMap Transcoder::facts() const
{
    QVariantMap map{{u"muxer"_s, QString::fromLatin1(m_options.format->muxer)}};
    if (!m_options.copies)
        map.insert(u"audio_tracks"_s, 0);
    map.insert(u"cover"_s, m_hasCover);
    for (const auto &track : m_tracks)
        track->addFacts(map);
    return map;
}

} // namespace convoy
