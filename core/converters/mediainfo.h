// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QCborMap>
#include <QMap>
#include <QString>
#include <QStringList>

namespace convoy {

/// What a probe found in one file. Zero means "unknown" or "none".
struct MediaInfo {
    QString formatId; ///< as in formats(), or the codec's own name
    MediaKind kind = MediaKind::Unknown;
    int width = 0;      ///< pixels, upright (after EXIF or matrix rotation)
    int height = 0;     ///< pixels, upright
    int frames = 0;     ///< pictures in the file; 0 where it would have to be counted
    int bitsStored = 0; ///< per sample
    qint64 durationMs = 0;
    int sampleRate = 0; ///< Hz
    int channels = 0;
    QString summary;             ///< translated, short: "2048×2500 12 bit", "720p 4:05", "44.1 kHz stereo 4:05"
    double cpuSeconds = 0;       ///< estimate of what converting costs, from size alone; for ordering, not for people
    qint64 memoryBytes = 0;      ///< estimate of the peak while converting
    bool divisible = false;      ///< whether one job can use more than one core
    QMap<QString, QString> tags; ///< lower-case names: "artist", "album", "title", "track", "date" …
    QStringList warnings;        ///< translated sentences

    QCborMap toCbor() const;
    static MediaInfo fromCbor(const QCborMap &map);
    bool operator==(const MediaInfo &) const = default;
};

} // namespace convoy
