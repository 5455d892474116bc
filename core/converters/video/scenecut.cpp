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

// A difference of so many levels survives every quantiser, if it is more than a speck.
constexpr int visible = 24;
constexpr int64_t speck = 8;
// Noise of a camera that stands still changes every sample by more than this on average.
constexpr double faint = 0.3;

struct Change {
    double mean = 0;
    int64_t visibleSamples = 0;
};

Change changeBetween(const AVFrame *a, const AVFrame *b)
{
    constexpr int step = 4;
    int64_t sum = 0;
    int64_t count = 0;
    int64_t visibleSamples = 0;
    for (int y = 0; y < a->height; y += step) {
        const uint8_t *rowA = a->data[0] + ptrdiff_t(y) * a->linesize[0];
        const uint8_t *rowB = b->data[0] + ptrdiff_t(y) * b->linesize[0];
        int row = 0;
        int strong = 0;
        for (int x = 0; x < a->width; ++x) {
            const int difference = std::abs(int(rowA[x]) - int(rowB[x]));
            row += difference;
            strong += difference > visible ? 1 : 0;
        }
        sum += row;
        visibleSamples += strong;
        count += a->width;
    }
    return {.mean = double(sum) / double(std::max<int64_t>(1, count)), .visibleSamples = visibleSamples};
}

} // namespace

bool SceneCut::startsWith(const AVFrame *frame)
{
    const bool comparable = m_previous && m_previous->width == frame->width && m_previous->height == frame->height;
    const bool repeated = comparable && m_previous->data[0] == frame->data[0];
    const Change change = comparable && !repeated ? changeBetween(frame, m_previous.get()) : Change{};
    m_still = comparable && change.visibleSamples <= speck && change.mean <= faint;
    const bool cut = std::min(change.mean, change.mean - m_lastChange) > threshold;
    // After a cut pictures move as before it.
    if (!cut)
        m_lastChange = change.mean;
    m_previous.reset(av_frame_clone(frame));
    return cut;
}

} // namespace convoy
