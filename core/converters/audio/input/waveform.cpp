// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/waveform.h"

#include <algorithm>

namespace convoy {

namespace {

constexpr qint64 blockSamples = 65536;
constexpr char waveColour[4] = {char(0x3d), char(0xae), char(0xe9), char(0xff)}; // reads well on light and dark

struct Span {
    qint32 low = 0;
    qint32 high = 0;
};

void widen(std::vector<Span> &ranges, const PlanePointers &planes, const SampleBlock &block, qint64 total)
{
    const auto width = qint64(ranges.size());
    for (const qint32 *plane : planes) {
        for (qint64 i = 0; i < block.samples; ++i) {
            const qint64 column = std::min(width - 1, (block.first + i) * width / total);
            Span &range = ranges[size_t(column)];
            range.low = std::min(range.low, plane[i]);
            range.high = std::max(range.high, plane[i]);
        }
    }
}

PreviewPicture paint(const std::vector<Span> &ranges, int height, int bits)
{
    PreviewPicture picture{int(ranges.size()), height, int(ranges.size()), height, {}};
    picture.rgba.fill('\0', qsizetype(ranges.size()) * height * 4);
    const double scale = (height - 1) / 2.0 / double(1LL << (bits - 1));
    for (size_t x = 0; x < ranges.size(); ++x) {
        const int top = std::clamp(int((height - 1) / 2.0 - ranges[x].high * scale), 0, height - 1);
        const int bottom = std::clamp(int((height - 1) / 2.0 - ranges[x].low * scale), top, height - 1);
        for (int y = top; y <= bottom; ++y)
            std::copy_n(waveColour, 4, picture.rgba.data() + (qsizetype(y) * picture.width + qsizetype(x)) * 4);
    }
    return picture;
}

} // namespace

Result<PreviewPicture> drawWaveform(SampleSource &source, int width, int height, const ConvertContext &context)
{
    std::vector<Span> ranges(size_t(std::max(1, width)));
    const qint64 total = std::max<qint64>(1, source.expectedSamples());
    SampleBlock block;
    while (true) {
        if (context.stop.stop_requested())
            return cancelledError();
        const Result<qint64> got = source.read(blockSamples, block);
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        widen(ranges, source.slice(block, 0, *got), block, total);
    }
    return paint(ranges, std::max(2, height), source.shape().bits);
}

} // namespace convoy
