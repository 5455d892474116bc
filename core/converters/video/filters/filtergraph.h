// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/libav/avhandle.h"

#include <QByteArray>

#include <functional>

namespace convoy {

/// A chain of libav's filters with one input and one output, of pictures or of sound.
class FilterGraph
{
public:
    using Sink = std::function<Result<void>(AVFrame *frame)>;
    using Failure = Error (*)(int code);

    struct Chain {
        AVMediaType type = AVMEDIA_TYPE_VIDEO;
        QByteArray input; ///< what goes in, as the filter "buffer" or "abuffer" takes it
        QByteArray steps;
        int threads = 1;
    };

    /// `failure` is what to say of an error of libav's.
    explicit FilterGraph(Failure failure) : m_failure(failure) {}

    Result<void> open(const Chain &chain);
    bool isOpen() const { return m_graph != nullptr; }

    /// Takes the content of `frame` and hands what is ready to `sink`.
    Result<void> filter(AVFrame *frame, const Sink &sink);
    /// Hands over what is left; the last frame is shown for `duration`, in the input's time base.
    Result<void> finish(int64_t duration, const Sink &sink);

    AVFilterContext *output() const { return m_output; }

private:
    int connect(const Chain &chain);
    Result<void> drain(const Sink &sink);

    Failure m_failure;
    FilterGraphPtr m_graph;
    AVFilterContext *m_input = nullptr;  // owned by the graph
    AVFilterContext *m_output = nullptr; // owned by the graph
    FramePtr m_frame{av_frame_alloc()};
    int64_t m_lastTime = AV_NOPTS_VALUE;
};

} // namespace convoy
