// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/measure/disctracks.h"

#include "core/album/disctoc.h"
#include "core/converters/audio/base/bigendian.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int cdRate = 44100;
constexpr quint64 cdLeadIn = 2 * cdRate; // what flac and all rippers write
constexpr int mostTracks = 99;

struct CuePoint {
    int number = 0;
    quint64 sample = 0;
};

struct CueTrack {
    int number = 0;
    QByteArray isrc;
    bool isAudio = true;
    bool hasPreEmphasis = false;
    std::vector<CuePoint> points;
};

struct CueSheet {
    QByteArray catalog;
    int files = 0;
    std::vector<CueTrack> tracks;
    bool isSane = true;
};

// mm:ss:ff, 75 frames a second.
std::optional<quint64> samplesOf(const QString &time, int rate)
{
    const QStringList parts = time.split(u':');
    if (parts.size() != 3 || rate % framesPerSecond != 0)
        return std::nullopt;
    const quint64 frames = (parts[0].toULongLong() * 60 + parts[1].toULongLong()) * framesPerSecond + parts[2].toULongLong();
    return frames * quint64(rate / framesPerSecond);
}

void takeTrackLine(const QString &word, const QStringList &rest, int rate, CueTrack &track, bool &isSane)
{
    if (word == "ISRC"_L1) {
        track.isrc = rest.value(0).toLatin1();
        track.isrc.replace("-", "");
    } else if (word == "FLAGS"_L1) {
        track.hasPreEmphasis = rest.contains("PRE"_L1, Qt::CaseInsensitive);
    } else if (word == "INDEX"_L1) {
        const std::optional<quint64> sample = samplesOf(rest.value(1), rate);
        isSane = isSane && sample && track.points.size() < 100
            && (track.points.empty() || track.points.back().sample <= *sample);
        if (isSane)
            track.points.push_back({rest.value(0).toInt(), *sample});
    }
}

// Only what a block can hold; titles are in tags.
CueSheet parse(const QString &text, int rate)
{
    static const QRegularExpression lineEnd(u"[\r\n]+"_s);
    static const QRegularExpression blank(u"\\s+"_s);
    CueSheet sheet;
    for (QString line : text.split(lineEnd, Qt::SkipEmptyParts)) {
        QStringList words = line.remove(u'"').trimmed().split(blank); // codes may be quoted
        const QString word = words.takeFirst().toUpper();
        if (word == "FILE"_L1) {
            ++sheet.files;
        } else if (word == "CATALOG"_L1) {
            sheet.catalog = words.value(0).toLatin1().left(128);
        } else if (word == "TRACK"_L1) {
            sheet.tracks.push_back({.number = words.value(0).toInt()});
            sheet.tracks.back().isAudio = words.value(1).compare("AUDIO"_L1, Qt::CaseInsensitive) == 0;
        } else if (!sheet.tracks.empty()) {
            takeTrackLine(word, words, rate, sheet.tracks.back(), sheet.isSane);
        }
    }
    return sheet;
}

void appendTrack(QByteArray &block, const CueTrack &track)
{
    const quint64 start = track.points.front().sample;
    appendBig(block, start);
    block.append(char(track.number));
    block.append(track.isrc.leftJustified(12, '\0', true));
    block.append(char((track.isAudio ? 0 : 0x80) | (track.hasPreEmphasis ? 0x40 : 0)));
    block.append(13, '\0');
    block.append(char(track.points.size()));
    for (const CuePoint &point : track.points) {
        appendBig(block, point.sample - start);
        block.append(char(point.number));
        block.append(3, '\0');
    }
}

bool fits(const CueSheet &sheet, qint64 samples)
{
    if (!sheet.isSane || sheet.files > 1 || sheet.tracks.empty() || sheet.tracks.size() > mostTracks)
        return false;
    quint64 last = 0;
    for (const CueTrack &track : sheet.tracks) {
        if (track.number < 1 || track.number > mostTracks || track.points.empty() || track.points.front().sample < last
            || track.points.back().sample >= quint64(samples))
            return false;
        last = track.points.back().sample;
    }
    return true;
}

} // namespace

QList<SampleRange> tracksInImage(const QString &cueSheet, const SampleShape &shape)
{
    const CueSheet sheet = parse(cueSheet, shape.sampleRate);
    QList<SampleRange> tracks;
    for (const CueTrack &track : sheet.tracks) {
        const auto start = std::ranges::find(track.points, 1, &CuePoint::number);
        if (!fits(sheet, shape.samples) || start == track.points.end() || !track.isAudio)
            return {};
        if (!tracks.isEmpty())
            tracks.last().end = qint64(start->sample);
        tracks.append({qint64(start->sample), shape.samples});
    }
    return tracks;
}

QByteArray cueSheetBlock(const QString &text, const SampleShape &shape)
{
    const CueSheet sheet = parse(text, shape.sampleRate);
    if (!fits(sheet, shape.samples))
        return {};
    const bool isCd = shape.sampleRate == cdRate && shape.channels == 2 && shape.bits == 16;
    QByteArray block = sheet.catalog.leftJustified(128, '\0', true);
    appendBig(block, isCd ? cdLeadIn : quint64(0));
    block.append(char(isCd ? 0x80 : 0));
    block.append(258, '\0');
    block.append(char(sheet.tracks.size() + 1));
    for (const CueTrack &track : sheet.tracks)
        appendTrack(block, track);
    appendBig(block, quint64(shape.samples)); // the lead-out
    block.append(char(isCd ? 170 : 255));
    block.append(27, '\0'); // without ISRC, flags and index points
    return block;
}

} // namespace convoy
