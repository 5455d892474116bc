// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/scenecut.h"

#include <algorithm>
#include <cstdlib>

namespace convoy {

namespace {

// Levels of 255 by which the average sample has to change, and more than it did one picture before: movement and
// noise change every picture, a cut only one.
constexpr double cutThreshold = 25;

// In a fade every picture may be one: nearly all blocks are cheaper without the picture before them. Measured where
// libtheora sets key frames of its own, with nothing moved.
constexpr double unlikeChange = 2;
constexpr double unlikeBlocks = 0.88;
constexpr int64_t unlikeFactor = 10;

constexpr int step = 4; // every fourth row will do

double changeBetween(const AVFrame *a, const AVFrame *b)
{
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

struct Block {
    int own = 0;    ///< sum of what its samples differ from their mean
    int change = 0; ///< sum of what they differ from the picture before
};

constexpr int blockSize = 8;
constexpr int blockSamples = blockSize * blockSize / step;

Block compareBlock(const AVFrame *frame, const AVFrame *previous, int x, int y)
{
    Block block;
    int sum = 0;
    for (int row = y; row < y + blockSize; row += step) {
        const uint8_t *now = frame->data[0] + ptrdiff_t(row) * frame->linesize[0] + x;
        const uint8_t *then = previous->data[0] + ptrdiff_t(row) * previous->linesize[0] + x;
        for (int i = 0; i < blockSize; ++i) {
            sum += now[i];
            block.change += std::abs(int(now[i]) - int(then[i]));
        }
    }
    const int mean = (sum + blockSamples / 2) / blockSamples;
    for (int row = y; row < y + blockSize; row += step) {
        const uint8_t *now = frame->data[0] + ptrdiff_t(row) * frame->linesize[0] + x;
        for (int i = 0; i < blockSize; ++i)
            block.own += std::abs(int(now[i]) - mean);
    }
    return block;
}

bool isUnlike(const AVFrame *frame, const AVFrame *previous)
{
    int64_t own = 0;
    int64_t change = 0;
    int64_t dearer = 0;
    int64_t blocks = 0;
    for (int y = 0; y + blockSize <= frame->height; y += blockSize) {
        for (int x = 0; x + blockSize <= frame->width; x += blockSize, ++blocks) {
            const Block block = compareBlock(frame, previous, x, y);
            own += block.own;
            change += block.change;
            dearer += block.change > block.own ? 1 : 0;
        }
    }
    return change > own * unlikeFactor && double(dearer) > double(blocks) * unlikeBlocks;
}

} // namespace

bool SceneCut::startsWith(const AVFrame *frame)
{
    const bool comparable = m_previous && m_previous->width == frame->width && m_previous->height == frame->height;
    const bool repeated = comparable && m_previous->data[0] == frame->data[0];
    const double change = comparable && !repeated ? changeBetween(frame, m_previous.get()) : 0;
    const bool cut = std::min(change, change - m_lastChange) > cutThreshold
        || (change > unlikeChange && isUnlike(frame, m_previous.get()));
    // After a cut pictures move as before it.
    if (!cut)
        m_lastChange = change;
    m_previous.reset(av_frame_clone(frame));
    return cut;
}

} // namespace convoy
