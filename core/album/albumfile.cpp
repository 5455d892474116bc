// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumfile.h"

#include "core/base/fileio.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AlbumFileText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AlbumData)
};

constexpr qsizetype maximumTracks = 9999;
constexpr qsizetype maximumBytes = 8 << 20;

QString textOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList several;
        const QJsonArray values = value.toArray();
        for (const QJsonValue &one : values)
            several.append(textOf(one));
        return several.join("; "_L1);
    }
    if (value.isBool())
        return value.toBool() ? u"1"_s : u"0"_s;
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString().trimmed();
}

void takeAlbumFields(const QJsonObject &object, AlbumData &album)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() != "tracks"_L1 && !textOf(it.value()).isEmpty())
            album.tags.insert(tagName(it.key()), textOf(it.value()));
    }
    // An album's title is the album.
    const QString title = album.tags.take(u"title"_s);
    if (!title.isEmpty() && !album.tags.contains(u"album"_s))
        album.tags.insert(u"album"_s, title);
}

/// An album with its tracks, or a list of tracks alone; `"album": {…}` has what is true of all of them.
Result<AlbumData> fromJson(const QJsonDocument &document)
{
    AlbumData album;
    const QJsonObject object = document.object();
    takeAlbumFields(object, album);
    takeAlbumFields(object.value("album"_L1).toObject(), album);
    const QJsonArray tracks = document.isArray() ? document.array() : object.value("tracks"_L1).toArray();
    if (tracks.size() > maximumTracks)
        return invalidOption(AlbumFileText::tr("The album file has too many tracks."));
    for (const QJsonValue &value : tracks) {
        AlbumTrack track;
        const QJsonObject fields = value.toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            track.tags.insert(tagName(it.key()), textOf(it.value()));
        if (!value.isObject())
            track.tags.insert(u"title"_s, textOf(value));
        album.tracks.push_back(std::move(track));
    }
    completeAlbum(album);
    return album;
}

/// The rows of a CSV text (RFC 4180), with any of three separators.
QList<QStringList> csvRows(const QString &text, QChar separator)
{
    QList<QStringList> rows{{}};
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"' && (isQuoted || field.isEmpty())) {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == separator || c == u'\n')) {
            rows.last().append(std::exchange(field, {}).trimmed());
            if (c == u'\n')
                rows.append(QStringList());
        } else if (c != u'\r') {
            field += c;
        }
    }
    rows.last().append(field.trimmed());
    rows.removeIf([](const QStringList &row) { return row.join(QString()).isEmpty(); });
    return rows;
}

/// One name would be a list of titles whose first is "Title": a table has two columns at least.
bool isHead(const QStringList &names)
{
    static const QSet<QString> known{u"title"_s, u"track"_s, u"artist"_s, u"album"_s, u"date"_s, u"genre"_s, u"composer"_s};
    return names.contains("title"_L1)
        && std::ranges::count_if(names, [](const QString &name) { return known.contains(name); }) > 1;
}

AlbumTrack trackOf(const QStringList &names, const QStringList &row)
{
    AlbumTrack track;
    for (qsizetype i = 0; i < std::min(row.size(), names.size()); ++i) {
        if (!row[i].isEmpty() && !names[i].isEmpty())
            track.tags.insert(names[i], row[i]);
    }
    return track;
}

std::optional<AlbumData> fromCsv(const QString &text)
{
    for (const QChar separator : {u'\t', u';', u','}) {
        const QList<QStringList> rows = csvRows(text, separator);
        if (rows.size() < 2 || rows.size() > maximumTracks)
            continue;
        QStringList names;
        for (const QString &name : rows.first())
            names.append(tagName(name));
        if (!isHead(names))
            continue;
        AlbumData album;
        for (const QStringList &row : rows.sliced(1))
            album.tracks.push_back(trackOf(names, row));
        completeAlbum(album);
        return album;
    }
    return std::nullopt;
}

/// Spreadsheets write UTF-16 with its mark, or what Windows used before Unicode.
QString decoded(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    if (!decoder.hasError())
        return text;
    QStringDecoder old("windows-1252");
    return old.isValid() ? QString(old(bytes)) : QString::fromLatin1(bytes);
}

/// As spreadsheets write them, and no list of titles, of which some have a comma in them.
bool isTable(const QString &text)
{
    return std::ranges::any_of(std::array{u'\t', u';', u','}, [&text](char16_t separator) {
        const QList<QStringList> rows = csvRows(text, separator);
        const qsizetype leastColumns = separator == u',' ? 3 : 2;
        return rows.size() > 1 && rows.first().size() >= leastColumns
            && std::ranges::all_of(rows, [&rows](const QStringList &row) { return row.size() == rows.first().size(); });
    });
}

/// “So What”, "So What", «So What»: as on pages where titles stand between marks.
bool isQuoted(const QString &title)
{
    static const QRegularExpression quoted(u"^(?:\"[^\"]+\"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|»[^«]+«)$"_s);
    return quoted.match(title).hasMatch();
}

} // namespace

AlbumData parseTitleList(const QString &text)
{
    static const QRegularExpression number(u"^\\s*(?:track\\s*)?(\\d{1,3})\\s*(?:[.):\\-–—]+\\s*|\\s+(?=\\S))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression time(u"[\\s(\\[–—-]+\\d{1,3}:\\d{2}(?::\\d{2})?[)\\]]?\\s*$"_s);
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    lines = lines.first(std::min(lines.size(), maximumTracks));
    // Only where every line has one: "7 Seconds" and "99 Luftballons" are titles.
    const bool isNumbered = std::ranges::all_of(lines, [](const QString &line) { return number.match(line).hasMatch(); });
    const bool isTimed = std::ranges::all_of(lines, [](const QString &line) { return time.match(line).hasMatch(); });
    AlbumData album;
    for (QString line : std::as_const(lines)) {
        AlbumTrack track;
        if (isNumbered) {
            const auto match = number.match(line);
            track.number = match.captured(1).toInt();
            line = line.mid(match.capturedEnd());
        }
        if (isTimed)
            line.remove(time);
        track.tags.insert(u"title"_s, line.trimmed());
        album.tracks.push_back(std::move(track));
    }
    if (std::ranges::all_of(album.tracks, [](const AlbumTrack &track) { return isQuoted(track.tags[u"title"_s]); })) {
        for (AlbumTrack &track : album.tracks)
            track.tags[u"title"_s] = track.tags[u"title"_s].sliced(1).chopped(1).trimmed();
    }
    completeAlbum(album);
    return album;
}

Result<AlbumData> parseAlbum(const QByteArray &bytes)
{
    const QString text = decoded(bytes).trimmed();
    if (text.isEmpty())
        return invalidOption(AlbumFileText::tr("The album file is empty."));
    static const QRegularExpression list(u"^\\[\\s*[\\[{\"\\]]"_s); // and no title like "[Untitled]"
    if (text.startsWith(u'{') || list.match(text).hasMatch()) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
        if (document.isNull())
            return Error{ErrorKind::InvalidOption, AlbumFileText::tr("The album file is no valid JSON."),
                         error.errorString()};
        return fromJson(document);
    }
    if (const std::optional<AlbumData> table = fromCsv(text))
        return *table;
    if (isTable(text))
        return invalidOption(AlbumFileText::tr("The first line of the album file does not name its columns: “title”, and "
                                               "“artist”, “album”, “track” or “date”."));
    return parseTitleList(text);
}

Result<AlbumData> readAlbumFile(const Path &path)
{
    const Result<QByteArray> bytes = readWholeFile(path);
    if (!bytes)
        return bytes.error();
    if (bytes->size() > maximumBytes)
        return invalidOption(AlbumFileText::tr("The album file “%1” is too large.").arg(displayName(path)));
    return parseAlbum(*bytes);
}

} // namespace convoy
