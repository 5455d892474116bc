// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/filters/filtergraph.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/opt.h>
}

namespace convoy {

Result<void> FilterGraph::open(const Chain &chain)
{
    m_graph.reset(avfilter_graph_alloc());
    m_lastTime = AV_NOPTS_VALUE;
    if (!m_graph || !m_frame)
        return m_failure(AVERROR(ENOMEM));
    m_graph->nb_threads = chain.threads;
    av_opt_set(m_graph.get(), "scale_sws_opts", "flags=bicubic", 0);
    const int code = connect(chain);
    return code < 0 ? Result<void>(m_failure(code)) : Result<void>();
}

int FilterGraph::connect(const Chain &chain)
{
    const bool isSound = chain.type == AVMEDIA_TYPE_AUDIO;
    const AVFilter *source = avfilter_get_by_name(isSound ? "abuffer" : "buffer");
    const AVFilter *sink = avfilter_get_by_name(isSound ? "abuffersink" : "buffersink");
    int code = avfilter_graph_create_filter(&m_input, source, "in", chain.input.constData(), nullptr, m_graph.get());
    if (code >= 0)
        code = avfilter_graph_create_filter(&m_output, sink, "out", nullptr, nullptr, m_graph.get());
    if (code < 0)
        return code;
    // Seen from the steps: their input is our source, their output our sink.
    AVFilterInOut *outputs = avfilter_inout_alloc();
    AVFilterInOut *inputs = avfilter_inout_alloc();
    if (outputs && inputs) {
        outputs->name = av_strdup("in");
        outputs->filter_ctx = m_input;
        inputs->name = av_strdup("out");
        inputs->filter_ctx = m_output;
        code = avfilter_graph_parse_ptr(m_graph.get(), chain.steps.constData(), &inputs, &outputs, nullptr);
    } else {
        code = AVERROR(ENOMEM);
    }
    avfilter_inout_free(&outputs);
    avfilter_inout_free(&inputs);
    return code < 0 ? code : avfilter_graph_config(m_graph.get(), nullptr);
}

Result<void> FilterGraph::filter(AVFrame *frame, const Sink &sink)
{
    m_lastTime = frame->pts;
    const int code = av_buffersrc_add_frame(m_input, frame);
    return code < 0 ? Result<void>(m_failure(code)) : drain(sink);
}

Result<void> FilterGraph::finish(int64_t duration, const Sink &sink)
{
    if (!m_graph)
        return {};
    const int64_t end = m_lastTime == AV_NOPTS_VALUE ? m_lastTime : m_lastTime + duration;
    const int code = av_buffersrc_close(m_input, end, 0);
    return code < 0 ? Result<void>(m_failure(code)) : drain(sink);
}

Result<void> FilterGraph::drain(const Sink &sink)
{
    for (;;) {
        const int code = av_buffersink_get_frame(m_output, m_frame.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            return m_failure(code);
        Result<void> taken = sink(m_frame.get());
        av_frame_unref(m_frame.get());
        if (!taken)
            return taken;
    }
}

} // namespace convoy
