// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuesheet.h"

#include "core/album/disctoc.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CueSheetText {
    Q_DECLARE_TR_FUNCTIONS(convoy::CueSheet)
};

constexpr size_t maximumTracks = 999;
constexpr qsizetype maximumFiles = 999;
constexpr qsizetype maximumTag = 1000;

Error damaged(const QString &message, const QString &detail = {})
{
    return {ErrorKind::DamagedInput, message, detail};
}

/// The words of one line: `"a b"` is one word, and a missing closing quote ends with the line.
QStringList wordsOf(QStringView line)
{
    QStringList words;
    qsizetype at = 0;
    while (at < line.size()) {
        if (line[at].isSpace()) {
            ++at;
            continue;
        }
        const bool isQuoted = line[at] == u'"';
        qsizetype end = isQuoted ? line.indexOf(u'"', at + 1) : at;
        while (!isQuoted && end < line.size() && !line[end].isSpace())
            ++end;
        if (end < 0)
            end = line.size();
        words.append(line.sliced(at + isQuoted, end - at - isQuoted).toString());
        at = end + isQuoted;
    }
    return words;
}

/// What follows the first `skipped` words: with or without quotes, and with quotes inside as some writers leave them.
QString restOf(QStringView line, int skipped)
{
    QStringView rest = line.trimmed();
    for (int i = 0; i < skipped; ++i) {
        qsizetype end = 0;
        while (end < rest.size() && !rest[end].isSpace())
            ++end;
        rest = rest.sliced(end).trimmed();
    }
    if (rest.size() >= 2 && rest.front() == u'"' && rest.back() == u'"')
        rest = rest.sliced(1, rest.size() - 2);
    else if (rest.startsWith(u'"'))
        rest = rest.sliced(1);
    return rest.left(maximumTag).toString();
}

/// mm:ss:ff in frames; minutes may have any number of digits.
std::optional<qint64> timeOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,5}):(\\d{1,2}):(\\d{1,2})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 seconds = match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong();
    return seconds * framesPerSecond + match.captured(3).toLongLong();
}

struct Word {
    QLatin1StringView command;
    QLatin1StringView tag;
};

// Commands of a disc or a track, and CD-Text where it has a command of its own.
constexpr std::array commands{
    Word{"PERFORMER"_L1, "artist"_L1},      Word{"TITLE"_L1, "title"_L1},       Word{"SONGWRITER"_L1, "composer"_L1},
    Word{"COMPOSER"_L1, "composer"_L1},     Word{"ARRANGER"_L1, "arranger"_L1}, Word{"GENRE"_L1, "genre"_L1},
    Word{"MESSAGE"_L1, "comment"_L1},       Word{"ISRC"_L1, "isrc"_L1},         Word{"CATALOG"_L1, "barcode"_L1},
    Word{"DISC_ID"_L1, "catalognumber"_L1},
};

// REM NAME value.
constexpr std::array remarks{
    Word{"GENRE"_L1, "genre"_L1},
    Word{"DATE"_L1, "date"_L1},
    Word{"YEAR"_L1, "date"_L1},
    Word{"COMMENT"_L1, "comment"_L1},
    Word{"DISCID"_L1, "discid"_L1},
    Word{"DISCNUMBER"_L1, "discnumber"_L1},
    Word{"DISC"_L1, "discnumber"_L1},
    Word{"TOTALDISCS"_L1, "disctotal"_L1},
    Word{"DISCTOTAL"_L1, "disctotal"_L1},
    Word{"COMPOSER"_L1, "composer"_L1},
    Word{"LABEL"_L1, "label"_L1},
    Word{"CATALOGNUMBER"_L1, "catalognumber"_L1},
    Word{"UPC"_L1, "barcode"_L1},
    Word{"ISRC"_L1, "isrc"_L1},
    Word{"REPLAYGAIN_ALBUM_GAIN"_L1, "replaygain_album_gain"_L1},
    Word{"REPLAYGAIN_ALBUM_PEAK"_L1, "replaygain_album_peak"_L1},
    Word{"REPLAYGAIN_TRACK_GAIN"_L1, "replaygain_track_gain"_L1},
    Word{"REPLAYGAIN_TRACK_PEAK"_L1, "replaygain_track_peak"_L1},
};

template <size_t size>
QString tagOf(const std::array<Word, size> &words, const QString &command)
{
    const auto it = std::ranges::find(words, command, [](const Word &word) { return QString(word.command); });
    return it == words.end() ? QString() : QString(it->tag);
}

class CueReader
{
public:
    Result<CueSheet> read(QStringView text)
    {
        static const QRegularExpression lineEnd(u"\r\n|\n|\r"_s);
        for (const QStringView line : text.split(lineEnd, Qt::SkipEmptyParts)) {
            if (const std::optional<Error> error = take(line))
                return *error;
        }
        std::erase_if(m_sheet.tracks, [](const CueTrack &track) { return !track.start; });
        if (m_sheet.files.isEmpty() || m_sheet.tracks.empty())
            return damaged(CueSheetText::tr("This cue sheet names no track."));
        if (const std::optional<Error> error = checkOrder())
            return *error;
        return std::move(m_sheet);
    }

private:
    std::optional<Error> take(QStringView line)
    {
        const QStringList words = wordsOf(line.left(4 * maximumTag));
        if (words.isEmpty())
            return std::nullopt;
        const QString command = words.first().toUpper();
        if (command == "REM"_L1 && words.size() > 2)
            return setTag(tagOf(remarks, words[1].toUpper()), restOf(line, 2));
        if (command == "FILE"_L1 && words.size() > 1)
            return takeFile(words);
        if (command == "TRACK"_L1 && words.size() > 1)
            return takeTrack(words);
        if (command == "INDEX"_L1 && words.size() > 2)
            return takeIndex(words);
        if (command == "FLAGS"_L1 && !m_sheet.tracks.empty())
            m_sheet.tracks.back().hasPreEmphasis = words.contains("PRE"_L1, Qt::CaseInsensitive);
        else if (words.size() > 1)
            return setTag(tagOf(commands, command), restOf(line, 1));
        return std::nullopt;
    }

    std::optional<Error> setTag(const QString &tag, const QString &value)
    {
        if (tag.isEmpty() || value.trimmed().isEmpty())
            return std::nullopt;
        if (!m_sheet.tracks.empty())
            m_sheet.tracks.back().tags.insert(tag, value.trimmed());
        else
            m_sheet.tags.insert(tag, value.trimmed());
        return std::nullopt;
    }

    std::optional<Error> takeFile(const QStringList &words)
    {
        if (m_sheet.files.size() >= maximumFiles)
            return damaged(CueSheetText::tr("This cue sheet names too many files."));
        // Without quotes a name may have spaces; the last word is the type then.
        static const QStringList types{u"WAVE"_s, u"MP3"_s, u"AIFF"_s, u"BINARY"_s, u"MOTOROLA"_s, u"FLAC"_s};
        const bool hasType = words.size() > 2 && types.contains(words.last(), Qt::CaseInsensitive);
        if (hasType && words.last().compare("MOTOROLA"_L1, Qt::CaseInsensitive) == 0)
            m_sheet.bigEndianFiles.append(int(m_sheet.files.size()));
        m_sheet.files.append(words.sliced(1, words.size() - 1 - hasType).join(u' '));
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
        return std::nullopt;
    }

    std::optional<Error> takeIndex(const QStringList &words)
    {
        const std::optional<qint64> frame = timeOf(words[2]);
        if (!frame || m_sheet.tracks.empty() || m_sheet.files.isEmpty())
            return damaged(CueSheetText::tr("A track of this cue sheet starts nowhere."), words.join(u' '));
        const CuePlace place{int(m_sheet.files.size()) - 1, *frame};
        CueTrack &track = m_sheet.tracks.back();
        const int index = words[1].toInt();
        if (index == 0 && !track.gap)
            track.gap = place;
        else if (index == 1 && !track.start)
            track.start = place;
        return std::nullopt;
    }

    std::optional<Error> checkOrder() const
    {
        CuePlace last;
        for (const CueTrack &track : m_sheet.tracks) {
            for (const std::optional<CuePlace> &place : {track.gap, track.start}) {
                if (!place)
                    continue;
                if (place->file < last.file || (place->file == last.file && place->frame < last.frame))
                    return damaged(CueSheetText::tr("Track %1 of this cue sheet starts before the track in front of it.")
                                       .arg(track.number));
                last = *place;
            }
        }
        return std::nullopt;
    }

    CueSheet m_sheet;
};

} // namespace

Result<CueSheet> parseCueSheet(const QString &text)
{
    return CueReader().read(text);
}

} // namespace convoy
