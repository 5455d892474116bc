// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/sourceseek.h"

#include "core/converters/video/avlog.h"

#include <algorithm>
#include <array>

namespace convoy {

namespace {

// How much further back each try begins, µs.
constexpr std::array<int64_t, 6> stepsBack{0, 1'000'000, 4'000'000, 12'000'000, 40'000'000, 120'000'000};

void seek(AVFormatContext *context, int64_t timeUs)
{
    avformat_seek_file(context, -1, INT64_MIN, timeUs, timeUs, 0);
}

// The first packet of a stream that repeats its clock may have the same time as others: by bytes where that is possible.
void seekToBegin(AVFormatContext *context)
{
    if (context->iformat->flags & AVFMT_NO_BYTE_SEEK || avformat_seek_file(context, -1, 0, 0, 0, AVSEEK_FLAG_BYTE) < 0)
        seek(context, context->start_time == AV_NOPTS_VALUE ? 0 : context->start_time);
}

// Reads on from here: the last key frame up to `timeUs`, if `timeUs` comes at all and nothing of that is missing.
std::optional<int64_t> lastKeyFrame(const MediaSource &source, int64_t timeUs, const std::stop_token &stop)
{
    const AVStream *stream = source.video();
    const PacketPtr packet(av_packet_alloc());
    std::optional<int64_t> found;
    for (bool isPast = false; packet && !isPast;) {
        if (stop.stop_requested() || av_read_frame(source.context(), packet.get()) < 0)
            return std::nullopt;
        const int64_t shown = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (packet->stream_index == stream->index && shown != AV_NOPTS_VALUE) {
            const int64_t shownUs = av_rescale_q(shown, stream->time_base, AV_TIME_BASE_Q);
            const int64_t decoded = packet->dts != AV_NOPTS_VALUE ? packet->dts : shown;
            const bool isKey = packet->flags & AV_PKT_FLAG_KEY;
            if (isKey && shownUs <= timeUs)
                found = shownUs;
            isPast = (isKey && shownUs > timeUs) || av_rescale_q(decoded, stream->time_base, AV_TIME_BASE_Q) > timeUs;
        }
        av_packet_unref(packet.get());
    }
    return found;
}

} // namespace

std::optional<int64_t> seekBefore(const MediaSource &source, int64_t timeUs, const std::stop_token &stop)
{
    AVFormatContext *context = source.context();
    if (!source.video()) {
        seek(context, timeUs);
        return std::nullopt;
    }
    for (const int64_t back : stepsBack) {
        seek(context, timeUs - back);
        const std::optional<int64_t> key = lastKeyFrame(source, timeUs, stop);
        if (key) {
            seek(context, timeUs - back);
            takeAvLog();
            return key;
        }
        if (stop.stop_requested() || timeUs - back < source.startUs())
            break;
    }
    seekToBegin(context);
    takeAvLog();
    return std::nullopt;
}

} // namespace convoy
