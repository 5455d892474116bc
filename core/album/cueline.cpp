// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cueline.h"

#include "core/album/disctoc.h"
#include "core/plan/cuekeys.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestValue = 1000;

/// Behind the first `skipped` words. A quote ends a word too: `TITLE"x"`.
QStringView behindWords(QStringView line, int skipped)
{
    QStringView rest = line.trimmed();
    for (int i = 0; i < skipped; ++i) {
        qsizetype end = 0;
        while (end < rest.size() && !rest[end].isSpace() && (end == 0 || rest[end] != u'"'))
            ++end;
        rest = rest.sliced(end).trimmed();
    }
    return rest;
}

bool isEnclosed(QStringView text, QChar open, QChar close)
{
    return text.size() >= 2 && text.front() == open && text.back() == close;
}

/// Single and printers' quotes count only where they enclose the whole and nothing of it.
bool isQuotedOtherwise(QStringView text)
{
    const QStringView inner = text.size() > 2 ? text.sliced(1, text.size() - 2) : QStringView();
    return (isEnclosed(text, u'\'', u'\'') && !inner.contains(u'\'')) || isEnclosed(text, u'\u201C', u'\u201D');
}

QStringView unquoted(QStringView text)
{
    if (isEnclosed(text, u'"', u'"') || isQuotedOtherwise(text))
        return text.sliced(1, text.size() - 2);
    // One quote too few; with an even number of them the value itself begins with a quoted word.
    if (text.startsWith(u'"') && std::ranges::count(text, u'"') % 2 != 0)
        return text.sliced(1);
    return text;
}

bool isTypeOfFile(QStringView word)
{
    constexpr std::array known{"WAVE"_L1,     "WAV"_L1,  "MP3"_L1, "AIFF"_L1, "BINARY"_L1,
                               "MOTOROLA"_L1, "FLAC"_L1, "APE"_L1, "WV"_L1,   "OGG"_L1};
    return std::ranges::any_of(known,
                               [word](QLatin1StringView type) { return word.compare(type, Qt::CaseInsensitive) == 0; });
}

} // namespace

QStringList cueWords(QStringView line)
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
        while (!isQuoted && end < line.size() && !line[end].isSpace() && line[end] != u'"')
            ++end;
        if (end < 0)
            end = line.size();
        words.append(line.sliced(at + isQuoted, end - at - isQuoted).toString());
        at = end + isQuoted;
    }
    return words;
}

QString cueValue(QStringView line, int skipped)
{
    QString value = unquoted(behindWords(line, skipped)).left(longestValue).toString();
    return value.replace("\\\""_L1, "\""_L1).trimmed();
}

CueFileLine cueFileLine(QStringView line)
{
    const QStringView rest = behindWords(line, 1);
    const QChar quote = rest.isEmpty() ? QChar() : rest.front();
    const qsizetype close = rest.lastIndexOf(quote);
    if ((quote == u'"' || quote == u'\'') && close > 0)
        return {rest.sliced(1, close - 1).trimmed().toString(), rest.sliced(close + 1).trimmed().toString().toUpper()};
    const QStringView name = quote == u'"' ? rest.sliced(1) : rest;
    qsizetype space = name.size();
    while (space > 0 && !name[space - 1].isSpace())
        --space;
    const QStringView type = name.sliced(space);
    if (space > 0 && isTypeOfFile(type))
        return {name.first(space).trimmed().toString(), type.toString().toUpper()};
    return {name.trimmed().toString(), {}};
}

std::optional<qint64> cueTime(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,5})\\s*:\\s*(\\d{1,5})(?:\\s*([:.])\\s*(\\d{1,5}))?$"_s);
    static const QRegularExpression frames(u"^\\d{1,8}$"_s);
    if (frames.match(text).hasMatch())
        return text.toLongLong();
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 seconds = match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong();
    const qint64 rest = match.captured(4).toLongLong();
    // Behind a dot three digits are thousandths and less of them frames, as shntool has it.
    const bool isThousandths = match.capturedView(3) == u"." && match.capturedLength(4) == 3;
    return seconds * framesPerSecond + (isThousandths ? framesOf(rest) : rest);
}

} // namespace convoy
