// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuesheet.h"

#include "core/album/cueline.h"
#include "core/album/cuetags.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CueSheetText {
    Q_DECLARE_TR_FUNCTIONS(convoy::CueSheet)
};

constexpr size_t maximumTracks = 999;
constexpr qsizetype maximumFiles = 999;
constexpr qsizetype longestLine = 4000;

Error damaged(const QString &message, const QString &detail = {})
{
    return {ErrorKind::DamagedInput, message, detail};
}

class CueReader
{
public:
    Result<CueSheet> read(QString text)
    {
        static const QRegularExpression lineEnd(u"\r\n|\n|\r"_s);
        // What editors and file systems leave behind: NUL, further byte order marks, and all behind DOS's end of a text.
        text.remove(QChar(u'\0')).remove(QChar(u'\uFEFF'));
        text = text.section(QChar(u'\x1A'), 0, 0);
        for (const QStringView line : QStringView(text).split(lineEnd, Qt::SkipEmptyParts)) {
            if (const std::optional<Error> error = take(line.left(longestLine)))
                return *error;
        }
        if (m_sheet.files.isEmpty())
            m_sheet.files.append(QString());
        placeTracks();
        if (m_sheet.tracks.empty())
            return damaged(CueSheetText::tr("This cue sheet names no track."));
        if (const std::optional<Error> error = checkOrder())
            return *error;
        leaveOutEmptyTracks();
        splitCueTitles(m_sheet);
        return std::move(m_sheet);
    }

private:
    std::optional<Error> take(QStringView line)
    {
        const QStringList words = cueWords(line);
        if (words.size() < 2)
            return std::nullopt;
        const QString command = words.first().toUpper();
        if (command == "FILE"_L1)
            return takeFile(line);
        if (command == "TRACK"_L1)
            return takeTrack(words);
        if (command == "INDEX"_L1 && words.size() > 2)
            return takeIndex(words[1].toInt(), line);
        if (command == "REM"_L1) {
            const bool hasMark = words[1].size() > 1 && (words[1].endsWith(u':') || words[1].endsWith(u'='));
            setTag(cueRemarkTag(words[1].toUpper().chopped(hasMark ? 1 : 0)), cueValue(line, 2));
        } else if (command == "PREGAP"_L1 && !m_sheet.tracks.empty()) {
            m_sheet.tracks.back().silence = cueTime(cueValue(line, 1)).value_or(0);
        } else if (command == "FLAGS"_L1 && !m_sheet.tracks.empty()) {
            if (words.contains("PRE"_L1, Qt::CaseInsensitive))
                m_sheet.tracks.back().hasPreEmphasis = true;
        } else {
            setTag(cueCommandTag(command), cueValue(line, 1));
        }
        return std::nullopt;
    }

    void setTag(const QString &tag, const QString &value)
    {
        if (m_sheet.tracks.empty())
            insertCueTag(m_sheet.tags, tag, value);
        else if (m_isBehindFile && m_sheet.tracks.back().start)
            insertCueTag(m_sheet.fileTags[m_file], tag, value);
        else
            insertCueTag(m_sheet.tracks.back().tags, tag, value);
    }

    std::optional<Error> takeFile(QStringView line)
    {
        const CueFileLine file = cueFileLine(line);
        m_isBehindFile = true;
        const int last = std::exchange(m_file, int(m_sheet.files.indexOf(file.name)));
        // Some name the one image again in front of each track, some go back to a file.
        if (m_file == last && !m_sheet.files.isEmpty())
            return std::nullopt;
        if (m_file < 0) {
            if (m_sheet.files.size() >= maximumFiles)
                return damaged(CueSheetText::tr("This cue sheet names too many files."));
            m_file = int(m_sheet.files.size());
            if (file.type == "MOTOROLA"_L1)
                m_sheet.bigEndianFiles.append(m_file);
            m_sheet.files.append(file.name);
        }
        if (!m_filesOfTracks.empty() && !m_trackHasFile && !m_sheet.tracks.back().start)
            m_filesOfTracks.back() = m_file;
        return std::nullopt;
    }

    std::optional<Error> takeTrack(const QStringList &words)
    {
        bool isNumber = false;
        const int number = words[1].toInt(&isNumber);
        if (!isNumber || number < 0 || number > int(maximumTracks) || m_sheet.tracks.size() >= maximumTracks)
            return damaged(CueSheetText::tr("A track of this cue sheet has no usable number."), words.join(u' '));
        m_sheet.tracks.push_back(
            {.number = number, .isAudio = words.size() < 3 || words[2].compare("AUDIO"_L1, Qt::CaseInsensitive) == 0});
        m_filesOfTracks.push_back(m_file);
        m_trackHasFile = std::exchange(m_isBehindFile, false);
        return std::nullopt;
    }

    std::optional<Error> takeIndex(int index, QStringView line)
    {
        if (index > 1)
            return std::nullopt;
        const std::optional<qint64> frame = cueTime(cueValue(line, 2));
        if (m_sheet.tracks.empty() || (!frame && index == 1))
            return damaged(CueSheetText::tr("A track of this cue sheet starts nowhere."), line.toString());
        CueTrack &track = m_sheet.tracks.back();
        std::optional<CuePlace> &place = index == 0 ? track.gap : track.start;
        if (frame && !place)
            place = CuePlace{m_file, *frame};
        m_isBehindFile = false;
        return std::nullopt;
    }

    /// A track with a pause only starts with it, and one with no place at all where its file does, if it is the only one
    /// there. What remains has no place: its sound stays with the track before.
    void placeTracks()
    {
        QMap<int, int> tracksIn;
        for (const int file : m_filesOfTracks)
            ++tracksIn[file];
        for (size_t i = 0; i < m_sheet.tracks.size(); ++i) {
            CueTrack &track = m_sheet.tracks[i];
            if (!track.start)
                track.start = std::exchange(track.gap, std::nullopt);
            if (!track.start && tracksIn.value(m_filesOfTracks[i]) == 1)
                track.start = CuePlace{m_filesOfTracks[i], 0};
        }
        if (std::erase_if(m_sheet.tracks, [](const CueTrack &track) { return !track.start; }) > 0)
            m_sheet.warnings.append(CueSheetText::tr("A track of this cue sheet starts nowhere."));
    }

    std::optional<Error> checkOrder()
    {
        QMap<int, CuePlace> lastIn; // of each file
        const auto isBefore = [](const CuePlace &a, const CuePlace &b) { return a.file == b.file && a.frame < b.frame; };
        for (CueTrack &track : m_sheet.tracks) {
            if (isBefore(*track.start, lastIn.value(track.start->file, *track.start)))
                return damaged(CueSheetText::tr("Track %1 of this cue sheet starts before the track in front of it.")
                                   .arg(track.number));
            // A pause that cannot be is none.
            if (track.gap
                && (isBefore(*track.gap, lastIn.value(track.gap->file, *track.gap)) || isBefore(*track.start, *track.gap)))
                track.gap.reset();
            lastIn[track.start->file] = *track.start;
        }
        return std::nullopt;
    }

    /// Where two tracks start at one place, the sound is that of the second.
    void leaveOutEmptyTracks()
    {
        std::vector<CueTrack> &tracks = m_sheet.tracks;
        for (size_t i = 1; i < tracks.size();) {
            if (tracks[i - 1].start != tracks[i].start) {
                ++i;
                continue;
            }
            m_sheet.warnings.append(
                CueSheetText::tr("Track %1 of this cue sheet has no sound: the next one starts at the same place.")
                    .arg(tracks[i - 1].number));
            tracks.erase(tracks.begin() + qsizetype(i) - 1);
        }
    }

    CueSheet m_sheet;
    std::vector<int> m_filesOfTracks;
    int m_file = 0;              // of m_sheet.files
    bool m_isBehindFile = false; // a line FILE, and neither TRACK nor INDEX since
    bool m_trackHasFile = false; // the last TRACK came right behind a line FILE; others have it inside
};

} // namespace

Result<CueSheet> parseCueSheet(const QString &text)
{
    return CueReader().read(text);
}

} // namespace convoy
