// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QCborMap>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace convoy {

/// One piece of work that an index file (cue sheet, DICOMDIR) names.
struct ContainedFile {
    QByteArray path;             ///< relative to the index file's folder, '/' between parts; never absolute, never ".."
    QVariantMap options;         ///< option values for this piece only, by key: where a track is cut
    QMap<QString, QString> tags; ///< over the file's own, as in MediaInfo::tags

    bool operator==(const ContainedFile &) const = default;
};

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
    std::vector<ContainedFile> contents; ///< of an index file: what to convert instead of it; empty for all others

    QCborMap toCbor() const;
    static MediaInfo fromCbor(const QCborMap &map);
    bool operator==(const MediaInfo &) const = default;
};

} // namespace convoy
