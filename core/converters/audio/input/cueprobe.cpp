// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/cueprobe.h"

#include "core/album/cuecontents.h"
#include "core/album/disctoc.h"
#include "core/base/path.h"
#include "core/converters/audio/base/audiotext.h"
#include "core/formats/format.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leadOut = 170; // of a CD; 255 of anything else
constexpr int leadOutOther = 255;

QString tagOf(const AudioFile &file, const QByteArray &name)
{
    const auto it = std::ranges::find(file.tags, name, &AudioTag::name);
    return it == file.tags.end() ? QString() : it->value;
}

QString textAt(const QByteArray &block, qsizetype offset, qsizetype length)
{
    const QByteArray bytes = block.mid(offset, length);
    return QString::fromLatin1(bytes.left(std::max<qsizetype>(0, bytes.indexOf('\0') < 0 ? length : bytes.indexOf('\0'))));
}

/// RFC 9639, 8.7: 128 bytes of catalog number, lead-in, flags, then the tracks with their index points.
std::optional<CueSheet> readBlock(const QByteArray &block, int sampleRate)
{
    constexpr qsizetype headBytes = 396;
    constexpr qsizetype trackBytes = 36;
    constexpr qsizetype indexBytes = 12;
    if (block.size() < headBytes || sampleRate <= 0)
        return std::nullopt;
    const auto frameOf = [sampleRate](quint64 samples) {
        return qint64(samples / quint64(sampleRate)) * framesPerSecond
            + qint64(samples % quint64(sampleRate)) * framesPerSecond / sampleRate;
    };
    CueSheet sheet;
    sheet.files.append(QString());
    if (const QString catalog = textAt(block, 0, 128); !catalog.isEmpty())
        sheet.tags.insert(u"barcode"_s, catalog);
    qsizetype at = headBytes;
    const int count = uchar(block[headBytes - 1]);
    for (int i = 0; i < count && at + trackBytes <= block.size(); ++i) {
        const quint64 offset = bigEndianAt<quint64>(block, at);
        CueTrack track{.number = uchar(block[at + 8]), .isAudio = (uchar(block[at + 21]) & 0x80) == 0};
        track.hasPreEmphasis = (uchar(block[at + 21]) & 0x40) != 0;
        if (const QString isrc = textAt(block, at + 9, 12); !isrc.isEmpty())
            track.tags.insert(u"isrc"_s, isrc);
        const int indices = uchar(block[at + 35]);
        at += trackBytes;
        for (int n = 0; n < indices && at + indexBytes <= block.size(); ++n, at += indexBytes) {
            const CuePlace place{0, frameOf(offset + bigEndianAt<quint64>(block, at))};
            if (block[at + 8] == 0)
                track.gap = place;
            else if (block[at + 8] == 1)
                track.start = place;
        }
        if (track.start && track.number != leadOut && track.number != leadOutOther)
            sheet.tracks.push_back(std::move(track));
    }
    return sheet;
}

} // namespace

std::optional<Result<MediaInfo>> probeCue(const RangeReader &reader, const QByteArray &path)
{
    if (sniffFormat(reader.bytes(0, sniffLength), path).id != "cue"_L1)
        return std::nullopt;
    if (reader.size() > maximumCueBytes)
        return Result<MediaInfo>(Error{ErrorKind::LimitExceeded, AudioText::tr("This is too large for a cue sheet."), {}});
    return probeCueSheet(reader.bytes(0, maximumCueBytes), path);
}

std::optional<Result<MediaInfo>> probeLog(const RangeReader &reader, const QByteArray &path)
{
    if (!path.toLower().endsWith(".log"))
        return std::nullopt;
    const DiscToc toc = tocFromLog(decodeCueText(reader.bytes(0, maximumCueBytes)));
    if (toc.isEmpty())
        return Result<MediaInfo>(Error{
            ErrorKind::UnsupportedFormat, AudioText::tr("This is no log of a ripper with a disc’s contents in it."), {}});
    MediaInfo info;
    info.formatId = u"log"_s;
    info.tags.insert(u"toc"_s, tocText(toc));
    return Result<MediaInfo>(std::move(info));
}

std::vector<ContainedFile> embeddedTracks(const AudioFile &file, const QByteArray &path)
{
    const QString text = tagOf(file, "CUESHEET").left(maximumCueBytes);
    std::optional<CueSheet> sheet;
    if (Result<CueSheet> parsed = parseCueSheet(text); parsed && !text.isEmpty())
        sheet = std::move(*parsed);
    else
        sheet = readBlock(file.cueSheet, file.pcm.sampleRate);
    if (!sheet || sheet->tracks.size() < 2)
        return {};
    return cueContents(*sheet, text, toBytes(toPath(path).filename()));
}

} // namespace convoy
