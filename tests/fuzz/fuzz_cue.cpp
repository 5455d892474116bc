// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cue sheets and rippers' logs. The bytes are decoded and parsed as a worker does it, and the pieces settled as the
// planner does it.
#include "fuzztarget.h"

#include "core/album/cuecontents.h"
#include "core/album/cuesheet.h"
#include "core/album/disctoc.h"
#include "core/plan/piece.h"

using namespace convoy;

QList<QByteArray> fuzzSeeds()
{
    return {
        "REM GENRE Jazz\r\nREM DATE 1959\r\nPERFORMER \"A B\"\r\nTITLE \"C\"\r\nFILE \"image.wav\" WAVE\r\n  TRACK 01 "
        "AUDIO\r\n"
        "    FLAGS PRE DCP\r\n    INDEX 00 00:00:00\r\n    INDEX 01 00:00:33\r\n  TRACK 02 AUDIO\r\n    TITLE \"D\"\r\n"
        "    ISRC GBAYE0000351\r\n    INDEX 00 00:02:50\r\n    INDEX 01 00:03:10\r\n",
        "\xEF\xBB\xBF"
        "file 'a b.wav' wave\ntrack 1 audio\nindex 1 0:0:0\nfile ..\\..\\c.wav wave\ntrack 2 audio\nindex 0 1:2:3\n"
        "index 1 99999:99:99\n",
        "TITLE \"\xD8\xE8\xF0\xEE\xEA\xE0\xFF\xFD\"\nREM REPLAYGAIN_ALBUM_GAIN -7.5 dB\nREM TOTALDISCS 2\nREM DISCNUMBER 1\n"
        "FILE C:\\x\\y.flac WAVE\nTRACK 00 AUDIO\nINDEX 01 00:00:00\nTRACK 01 MODE1/2352\nINDEX 01 00:10:00\n",
        QByteArray("\xFF\xFE"
                   "F\0I\0L\0E\0 \0a\0 \0W\0A\0V\0E\0\n\0T\0R\0A\0C\0K\0 \0"
                   "1\0 \0A\0U\0D\0I\0O\0\n\0",
                   60),
        "PERFORMER 'Various'\nFILE 'a' WAVE\nTITLE X\nTRACK 01 AUDIO\nTITLE\"A - \\\"B\\\"\"\nPREGAP 00:02\nINDEX 00 "
        "1\nFILE b.mp3\n"
        "INDEX 01 0\nTRACK 2\nTITLE C - D\nFILE 3.wav\nTITLE Y\nREM DISCNUMBER: 2/3\nTRACK 3 AUDIO\nINDEX 02 x\n\x1A\n",
        "     Track |   Start  |  Length  | Start sector | End sector \n        1  |  0:00.00 |  3:22.63 |         0    |   "
        " 15212 \n"
        "        2  |  3:22.63 |  3:46.01 |     15213    |    32163 \n",
    };
}

namespace {

void settle(const ContainedFile &file)
{
    constexpr qint64 lengthMs = 3'600'000;
    Piece piece{.index = "/in/a.cue", .options = file.options, .tags = file.tags};
    MediaInfo info{.durationMs = lengthMs, .sampleRate = 44100};
    const bool isSettled = bool(settlePiece(piece, info));
    const qint64 start = piece.options.value(QStringLiteral("cut_start")).toLongLong();
    const QVariant end = piece.options.value(QStringLiteral("cut_end"));
    fuzz::promise(start >= 0, "no track starts before its file");
    fuzz::promise(!isSettled || !end.isValid() || end.toLongLong() > start, "a track ends behind its start");
    fuzz::promise(!isSettled || info.durationMs <= lengthMs, "no track is longer than its file");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = decodeCueText(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    const DiscToc toc = tocFromLog(text);
    fuzz::promise(toc.offsets.size() <= 99, "a disc has 99 tracks at most");
    fuzz::promise(toc.isEmpty() || tocFromText(tocText(toc)) == toc, "a table of contents can be said and read");
    const Result<CueSheet> sheet = parseCueSheet(text);
    if (!sheet)
        return 0;
    fuzz::promise(!sheet->tracks.empty() && !sheet->files.isEmpty(), "a sheet has files and tracks");
    for (const CueTrack &track : sheet->tracks)
        fuzz::promise(track.start && track.start->file < sheet->files.size() && track.start->frame >= 0, "tracks start");
    const std::vector<ContainedFile> contents = cueContents(*sheet, text);
    QMap<QByteArray, qint64> lengths;
    for (const ContainedFile &file : contents) {
        const Path path(file.path.toStdString());
        fuzz::promise(!file.path.isEmpty() && path.is_relative(), "a file is named below the sheet's folder");
        for (const Path &part : path)
            fuzz::promise(part != "..", "no file is outside the sheet's folder");
        lengths[file.path] = 100'000;
    }
    static_cast<void>(tocFromCue(contents, lengths));
    for (const CueRule rule : {CueRule::Append, CueRule::Prepend, CueRule::Discard, CueRule::Image}) {
        for (const ContainedFile &file : chosenContents(contents, rule))
            settle(file);
    }
    return 0;
}
