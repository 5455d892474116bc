// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/filters/orientation.h"

extern "C" {
#include <libavutil/display.h>
}

#include <QByteArrayList>

#include <cmath>

namespace convoy {

const int32_t *displayMatrix(const AVStream *stream)
{
    size_t size = 0;
    const uint8_t *data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return data && size >= 9 * sizeof(int32_t) ? reinterpret_cast<const int32_t *>(data) : nullptr;
}

double displayRotation(const int32_t *matrix)
{
    if (!matrix)
        return 0;
    const double counterClockwise = av_display_rotation_get(matrix);
    if (std::isnan(counterClockwise))
        return 0;
    const double theta = -std::round(counterClockwise);
    return theta - 360 * std::floor(theta / 360 + 0.9 / 360);
}

bool isSideways(const int32_t *matrix)
{
    const double theta = displayRotation(matrix);
    return std::fabs(theta - 90) < 1 || std::fabs(theta - 270) < 1;
}

QByteArray uprightFilter(const int32_t *matrix)
{
    if (!matrix)
        return {};
    const double theta = displayRotation(matrix);
    if (std::fabs(theta - 90) < 1)
        return matrix[3] > 0 ? "transpose=cclock_flip" : "transpose=clock";
    if (std::fabs(theta - 270) < 1)
        return matrix[3] < 0 ? "transpose=clock_flip" : "transpose=cclock";
    if (std::fabs(theta - 180) < 1) {
        QByteArrayList flips;
        if (matrix[0] < 0)
            flips.append("hflip");
        if (matrix[4] < 0)
            flips.append("vflip");
        return flips.join(',');
    }
    if (std::fabs(theta) > 1)
        return "rotate=" + QByteArray::number(theta, 'f', 6) + "*PI/180";
    return matrix[4] < 0 ? "vflip" : QByteArray();
}

} // namespace convoy
