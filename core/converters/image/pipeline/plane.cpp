// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/pipeline/plane.h"

#include "core/base/widecode.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace convoy {

namespace {

double sinc(double x)
{
    return x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
}

double supportOf(Kernel kernel)
{
    switch (kernel) {
    case Kernel::Lanczos: return 3;
    case Kernel::Mitchell: return 2;
    case Kernel::Triangle: break;
    }
    return 1;
}

// Mitchell and Netravali, "Reconstruction Filters in Computer Graphics", 1988, with B = C = 1/3.
double mitchell(double x)
{
    if (x < 1)
        return (7 * x * x * x - 12 * x * x + 16.0 / 3) / 6;
    return (-7.0 / 3 * x * x * x + 12 * x * x - 20 * x + 32.0 / 3) / 6;
}

double valueOf(Kernel kernel, double x)
{
    x = std::abs(x);
    if (x >= supportOf(kernel))
        return 0;
    switch (kernel) {
    case Kernel::Lanczos: return sinc(x) * sinc(x / 3);
    case Kernel::Mitchell: return mitchell(x);
    case Kernel::Triangle: break;
    }
    return 1 - x;
}

constexpr int weightBits = 14;
constexpr int middleBits = 6; ///< below the point between the two passes

/// What each of `size` samples along one axis is made of: the same number of consecutive samples of the source each.
class Taps
{
public:
    Taps(double begin, double length, int size, int sourceSize, Kernel kernel)
    {
        const double scale = length / size;
        const double blur = std::max(scale, 1.0);
        m_count = std::min(int(std::ceil(supportOf(kernel) * blur)) * 2 + 1, sourceSize);
        m_count = std::min((m_count + 7) / 8 * 8, sourceSize); // whole vectors, where the source has as many
        m_first.resize(size_t(size));
        m_weights.resize(size_t(size) * size_t(m_count));
        std::vector<double> exact(static_cast<size_t>(m_count));
        for (int i = 0; i < size; ++i) {
            const double center = begin + (i + 0.5) * scale - 0.5;
            const int first = std::clamp(int(std::floor(center)) - m_count / 2 + 1, 0, sourceSize - m_count);
            m_first[size_t(i)] = first;
            std::ranges::fill(exact, 0);
            const int reach = int(std::ceil(supportOf(kernel) * blur));
            for (int at = int(std::floor(center)) - reach; at <= int(std::ceil(center)) + reach; ++at) {
                const int clamped = std::clamp(std::clamp(at, 0, sourceSize - 1) - first, 0, m_count - 1);
                exact[size_t(clamped)] += valueOf(kernel, (at - center) / blur);
            }
            quantize(exact, &m_weights[size_t(i) * size_t(m_count)]);
        }
    }

    int count() const { return m_count; }
    int first(int i) const { return m_first[size_t(i)]; }
    const std::int16_t *weights(int i) const { return &m_weights[size_t(i) * size_t(m_count)]; }

private:
    // Their sum is exactly one, so that flat areas stay as they are.
    static void quantize(const std::vector<double> &exact, std::int16_t *out)
    {
        double sum = 0;
        for (const double weight : exact)
            sum += weight;
        int left = 1 << weightBits;
        size_t largest = 0;
        for (size_t i = 0; i < exact.size(); ++i) {
            out[i] = std::int16_t(std::lround(exact[i] / sum * (1 << weightBits)));
            left -= out[i];
            if (out[i] > out[largest])
                largest = i;
        }
        out[largest] = std::int16_t(out[largest] + left);
    }

    int m_count = 0;
    std::vector<int> m_first;
    std::vector<std::int16_t> m_weights;
};

/// The source's samples that one row of the result is made of, still as wide as the source.
CONVOY_WIDE
void mixRows(const Plane &plane, int first, const std::int16_t *weights, int count, std::int16_t *out)
{
    constexpr int band = 256; // stays in the first cache
    std::int32_t sums[band];
    for (int x = 0; x < plane.width; x += band) {
        const int width = std::min(band, plane.width - x);
        std::fill_n(sums, width, 1 << (weightBits - middleBits - 1));
        for (int tap = 0; tap < count; ++tap) {
            const std::int16_t weight = weights[tap];
            if (weight == 0)
                continue;
            const std::uint8_t *row = plane.row(first + tap) + x;
            for (int i = 0; i < width; ++i)
                sums[i] += std::int32_t(weight) * std::int32_t(std::int16_t(row[i]));
        }
        for (int i = 0; i < width; ++i)
            out[x + i] = std::int16_t(sums[i] >> (weightBits - middleBits));
    }
}

CONVOY_WIDE
void mixColumns(const std::int16_t *row, const Taps &taps, int width, std::uint8_t *out)
{
    const int count = taps.count();
    constexpr int shift = weightBits + middleBits;
    for (int x = 0; x < width; ++x) {
        const std::int16_t *samples = row + taps.first(x);
        const std::int16_t *weights = taps.weights(x);
        std::int32_t sum = 1 << (shift - 1);
        for (int i = 0; i < count; ++i)
            sum += std::int32_t(samples[i]) * weights[i];
        out[x] = std::uint8_t(std::clamp(sum >> shift, 0, 255));
    }
}

bool isPlainCopy(const Plane &plane, QRectF part, QSize size)
{
    return part.width() == size.width() && part.height() == size.height() && part.x() == std::floor(part.x())
        && part.y() == std::floor(part.y()) && part.x() >= 0 && part.y() >= 0 && part.right() <= plane.width
        && part.bottom() <= plane.height;
}

} // namespace

Plane::Plane(int columns, int rows)
    : width(columns),
      height(rows),
      stride((size_t(columns) + block - 1) / block * block),
      samples(stride * size_t(rows))
{
}

void Plane::padRight()
{
    for (int y = 0; y < height; ++y)
        std::fill(row(y) + width, row(y) + stride, row(y)[width - 1]);
}

Turn Turn::forOrientation(int orientation)
{
    switch (orientation) {
    case 2: return {.mirrorX = true};
    case 3: return {.mirrorX = true, .mirrorY = true};
    case 4: return {.mirrorY = true};
    case 5: return {.transpose = true};
    case 6: return {.transpose = true, .mirrorX = true};
    case 7: return {.transpose = true, .mirrorX = true, .mirrorY = true};
    case 8: return {.transpose = true, .mirrorY = true};
    default: return {};
    }
}

Turn Turn::forDegrees(int degrees)
{
    switch (degrees) {
    case 90: return forOrientation(6);
    case 180: return forOrientation(3);
    case 270: return forOrientation(8);
    default: return {};
    }
}

Turn Turn::then(const Turn &next) const
{
    return {
        .transpose = transpose != next.transpose,
        .mirrorX = (next.transpose ? mirrorY : mirrorX) != next.mirrorX,
        .mirrorY = (next.transpose ? mirrorX : mirrorY) != next.mirrorY,
    };
}

QRectF Turn::unturned(QRectF part, QSizeF size) const
{
    const QSizeF turned = transpose ? size.transposed() : size;
    if (mirrorX)
        part.moveLeft(turned.width() - part.right());
    if (mirrorY)
        part.moveTop(turned.height() - part.bottom());
    return transpose ? QRectF(part.y(), part.x(), part.height(), part.width()) : part;
}

Plane resizedPlane(const Plane &plane, QRectF part, QSize size, Kernel kernel, const std::function<bool()> &isStopped)
{
    Plane result(size.width(), size.height());
    if (isPlainCopy(plane, part, size)) {
        for (int y = 0; y < size.height(); ++y)
            std::copy_n(plane.row(y + int(part.y())) + int(part.x()), size.width(), result.row(y));
        return result;
    }
    const Taps columns(part.x(), part.width(), size.width(), plane.width, kernel);
    const Taps rows(part.y(), part.height(), size.height(), plane.height, kernel);
    std::vector<std::int16_t> middle(static_cast<size_t>(plane.width));
    for (int y = 0; y < size.height(); ++y) {
        if (y % 64 == 0 && isStopped())
            return {};
        mixRows(plane, rows.first(y), rows.weights(y), rows.count(), middle.data());
        mixColumns(middle.data(), columns, size.width(), result.row(y));
    }
    return result;
}

Plane turnedPlane(Plane plane, const Turn &turn)
{
    if (turn.isNone())
        return plane;
    const QSize size = turn.sizeOf(QSize(plane.width, plane.height));
    Plane result(size.width(), size.height());
    constexpr int tile = 32; // so that neither side leaves the cache
    for (int top = 0; top < size.height(); top += tile) {
        for (int left = 0; left < size.width(); left += tile) {
            for (int y = top; y < std::min(top + tile, size.height()); ++y) {
                const int fromY = turn.mirrorY ? size.height() - 1 - y : y;
                for (int x = left; x < std::min(left + tile, size.width()); ++x) {
                    const int fromX = turn.mirrorX ? size.width() - 1 - x : x;
                    result.row(y)[x] = turn.transpose ? plane.row(fromX)[fromY] : plane.row(fromY)[fromX];
                }
            }
        }
    }
    return result;
}

} // namespace convoy
