// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/disctoc.h"

#include "core/plan/cuekeys.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostTracks = 99;
constexpr int sessionGap = 11400; // lead-out, lead-in and pause between the sessions of an enhanced CD, in frames
constexpr qint64 longestDisc = 10LL * 3600 * framesPerSecond; // in frames; no disc holds so much

QByteArray hex(int value, int digits)
{
    return QByteArray::number(value, 16).toUpper().rightJustified(digits, '0');
}

/// Offsets that rise, and a lead-out behind them.
DiscToc checked(DiscToc toc)
{
    if (toc.offsets.isEmpty() || toc.offsets.size() > mostTracks || toc.leadOut > longestDisc + leadInFrames)
        return {};
    int last = leadInFrames - 1;
    for (const int offset : toc.offsets) {
        if (offset <= last)
            return {};
        last = offset;
    }
    const bool isDataBehind = toc.dataStart == 0 || (toc.dataStart >= toc.leadOut && toc.dataEnd > toc.dataStart);
    return toc.leadOut > last && isDataBehind ? toc : DiscToc();
}

} // namespace

DiscToc tocFromLengths(const QList<qint64> &frames, qint64 pause)
{
    DiscToc toc;
    qint64 at = leadInFrames + pause;
    for (const qint64 length : frames) {
        if (length <= 0 || length > longestDisc || at > longestDisc)
            return {};
        toc.offsets.append(int(at));
        at += length;
    }
    toc.leadOut = int(std::min(at, 2 * longestDisc));
    return checked(std::move(toc));
}

DiscToc tocFromCue(const std::vector<ContainedFile> &contents, const QMap<QByteArray, qint64> &frames)
{
    DiscToc toc;
    QByteArray file;
    qint64 before = leadInFrames; // where the present file starts
    for (const ContainedFile &piece : contents) {
        if (piece.options.contains(QString(CueKey::isImage)))
            continue;
        if (piece.options.contains(QString(CueKey::isHidden))) {
            const bool isFile = !piece.options.contains(QString(CueKey::nextStart));
            if (isFile && frames.value(piece.path) <= 0)
                return {};
            before += isFile ? frames.value(piece.path) : 0;
            continue;
        }
        if (!toc.offsets.isEmpty() && piece.path != file)
            before += frames.value(file);
        file = piece.path;
        before += piece.options.value(QString(CueKey::silence)).toLongLong();
        const qint64 start = before + piece.options.value(QString(CueKey::start)).toLongLong();
        if (frames.value(file) <= 0 || frames.value(file) > longestDisc || start > longestDisc)
            return {};
        toc.offsets.append(int(start));
    }
    toc.leadOut = int(before + frames.value(file));
    return checked(std::move(toc));
}

DiscToc tocFromLog(const QString &text)
{
    // "  1  |  0:00.00 |  5:12.37 |     0    |  23436": track, start, length, first sector, last sector. Whipper has the
    // same in a line each, behind its number.
    static const QRegularExpression row(
        u"^\\s*(?|(\\d{1,2})\\s*\\|\\s*[\\d:.]+\\s*\\|\\s*[\\d:.]+\\s*\\|\\s*(\\d{1,7})\\s*\\|\\s*(\\d{1,7})"
        "|(\\d{1,2}):\\s+Start: [\\d:.]+\\s+Length: [\\d:.]+\\s+Start sector: (\\d{1,7})\\s+End sector: (\\d{1,7}))\\s*$"_s,
        QRegularExpression::MultilineOption);
    DiscToc toc;
    for (auto it = row.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.captured(1).toInt() == 0)
            continue; // what is hidden in front of the first
        if (match.captured(1).toInt() != toc.offsets.size() + 1)
            break; // a second table, of another disc
        const int start = match.captured(2).toInt() + leadInFrames;
        const int end = match.captured(3).toInt() + 1 + leadInFrames;
        if (!toc.offsets.isEmpty() && start == toc.leadOut + sessionGap) {
            toc.dataStart = start;
            toc.dataEnd = end;
            break;
        }
        toc.offsets.append(start);
        toc.leadOut = end;
    }
    return checked(std::move(toc));
}

QString musicBrainzDiscId(const DiscToc &toc)
{
    if (toc.offsets.isEmpty())
        return {};
    QByteArray text = hex(1, 2) + hex(int(toc.offsets.size()), 2) + hex(toc.leadOut, 8);
    for (int track = 0; track < mostTracks; ++track)
        text += hex(track < toc.offsets.size() ? toc.offsets[track] : 0, 8);
    QByteArray id = QCryptographicHash::hash(text, QCryptographicHash::Sha1).toBase64();
    id.replace('+', '.').replace('/', '_').replace('=', '-');
    return QString::fromLatin1(id);
}

QString tocParameter(const DiscToc &toc)
{
    QStringList numbers{u"1"_s, QString::number(toc.offsets.size()), QString::number(toc.leadOut)};
    for (const int offset : toc.offsets)
        numbers.append(QString::number(offset));
    return numbers.join(u'+');
}

QString tocText(const DiscToc &toc)
{
    const QString text = tocParameter(toc);
    return toc.dataStart == 0 ? text : u"%1+%2+%3"_s.arg(text).arg(toc.dataStart).arg(toc.dataEnd);
}

DiscToc tocFromText(const QString &text)
{
    const QStringList numbers = text.split(u'+');
    const qsizetype tracks = numbers.value(1).toInt();
    const bool hasData = numbers.size() == tracks + 5;
    if (tracks < 1 || (numbers.size() != tracks + 3 && !hasData))
        return {};
    DiscToc toc;
    toc.leadOut = numbers[2].toInt();
    for (const QString &offset : numbers.sliced(3, tracks))
        toc.offsets.append(offset.toInt());
    if (hasData) {
        toc.dataStart = numbers[tracks + 3].toInt();
        toc.dataEnd = numbers[tracks + 4].toInt();
    }
    return checked(std::move(toc));
}

} // namespace convoy
