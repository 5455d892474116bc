// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ffmpegtool.h"

namespace convoy::test {

/// Pictures that carry their own number, as eight bars of one bit each: what ffmpeg makes one of them from.
inline QStringList numberedPictures(const QString &size = QStringLiteral("320x64"), int perSecond = 25)
{
    return {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("color=black:s=%1:r=%2,geq=lum='if(mod(floor(N/pow(2,floor(X*8/W))),2),235,16)':cb=128:cr=128")
                .arg(size)
                .arg(perSecond)};
}

/// The numbers of all pictures of a file, in order, as ffmpeg decodes it.
inline QList<int> pictureNumbers(const QString &path)
{
    const QByteArray rows = runTool(QStringLiteral("ffmpeg -v error -nostdin -i %1 -map 0:v:0 -fps_mode passthrough "
                                                   "-vf scale=64:8:flags=area,format=gray -f rawvideo -")
                                        .arg(path))
                                .out;
    constexpr int picture = 64 * 8;
    QList<int> numbers;
    for (qsizetype at = 0; at + picture <= rows.size(); at += picture) {
        int number = 0;
        for (int bit = 0; bit < 8; ++bit)
            number |= (uchar(rows[at + 4 * 64 + bit * 8 + 4]) > 127 ? 1 : 0) << bit;
        numbers.append(number);
    }
    return numbers;
}

/// Times of all pictures of a file in s, as ffprobe decodes it.
inline QList<double> pictureTimes(const QString &path)
{
    const ToolResult result = runTool(
        QStringLiteral("ffprobe -v error -select_streams v:0 -show_entries frame=best_effort_timestamp_time -of csv=p=0 "
                       "%1")
            .arg(path));
    QList<double> times;
    for (const QByteArray &line : result.out.split('\n')) {
        if (!line.trimmed().isEmpty())
            times.append(line.split(',').first().toDouble());
    }
    return times;
}

} // namespace convoy::test
