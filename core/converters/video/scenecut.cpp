// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/scenecut.h"

#include <algorithm>
#include <cstdlib>

namespace convoy {

namespace {

// Levels of 255 by which the average sample has to change, and more than it did one picture before: movement and
// noise change every picture, a cut only one.
constexpr double threshold = 25;

double changeBetween(const AVFrame *a, const AVFrame *b)
{
    constexpr int step = 4;
    int64_t sum = 0;
    int64_t count = 0;
    for (int y = 0; y < a->height; y += step) {
        const uint8_t *rowA = a->data[0] + ptrdiff_t(y) * a->linesize[0];
        const uint8_t *rowB = b->data[0] + ptrdiff_t(y) * b->linesize[0];
        int row = 0;
        for (int x = 0; x < a->width; ++x)
            row += std::abs(int(rowA[x]) - int(rowB[x]));
        sum += row;
        count += a->width;
    }
    return double(sum) / double(std::max<int64_t>(1, count));
}

} // namespace

bool SceneCut::startsWith(const AVFrame *frame)
{
    const bool comparable = m_previous && m_previous->width == frame->width && m_previous->height == frame->height;
    const bool repeated = comparable && m_previous->data[0] == frame->data[0];
    const double change = comparable && !repeated ? changeBetween(frame, m_previous.get()) : 0;
    const bool cut = std::min(change, change - m_lastChange) > threshold;
    // After a cut pictures move as before it.
    if (!cut)
        m_lastChange = change;
    m_previous.reset(av_frame_clone(frame));
    return cut;
}

} // namespace convoy
