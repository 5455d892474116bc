// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuecontents.h"

#include "core/album/cuetags.h"
#include "core/base/path.h"
#include "core/plan/cuekeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CueContentsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::CueSheet)
};

/// As the file is looked for: rippers write paths of their own computer, of which only the name means anything here.
QByteArray relativePath(const QString &written)
{
    QString path = written;
    path.replace(u'\\', u'/');
    const bool isAbsolute = path.startsWith(u'/') || (path.size() > 1 && path[1] == u':');
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    if (isAbsolute || parts.contains(".."_L1))
        return parts.last() == ".."_L1 ? QByteArray() : parts.last().toUtf8();
    return parts.join(u'/').toUtf8();
}

/// Tags of the whole disc under their names for a track.
QMap<QString, QString> discTags(QMap<QString, QString> tags)
{
    const QString title = tags.take(u"title"_s);
    if (!title.isEmpty())
        tags.insert(u"album"_s, title);
    const QString artist = tags.value(u"artist"_s);
    if (!artist.isEmpty() && !tags.contains(u"albumartist"_s))
        tags.insert(u"albumartist"_s, artist);
    if (isVariousArtists(artist))
        tags.insert(u"compilation"_s, u"1"_s);
    // What the sheet says of the whole disc only.
    tags.remove(u"isrc"_s);
    tags.remove(u"replaygain_track_gain"_s);
    tags.remove(u"replaygain_track_peak"_s);
    return tags;
}

/// The same for each file: a sheet may be of several records.
std::vector<QMap<QString, QString>> tagsOfFiles(const CueSheet &sheet)
{
    std::vector<QMap<QString, QString>> all;
    QMap<QString, QString> tags = sheet.tags;
    for (int file = 0; file < int(sheet.files.size()); ++file) {
        tags.insert(sheet.fileTags.value(file));
        all.push_back(discTags(tags));
    }
    return all;
}

/// Data behind the sound does not count, data and lost tracks in front of it do: no track's number is beyond the total.
QString trackTotal(const CueSheet &sheet)
{
    int count = 0;
    int highest = 0;
    for (const CueTrack &track : sheet.tracks) {
        count += track.isAudio && track.number > 0 ? 1 : 0;
        highest = track.isAudio ? std::max(highest, track.number) : highest;
    }
    return QString::number(std::max(count, highest));
}

class Contents
{
public:
    Contents(const CueSheet &sheet, const QString &text, const QByteArray &onlyFile)
        : m_sheet(sheet),
          m_text(text),
          m_onlyFile(onlyFile),
          m_tagsOfFiles(tagsOfFiles(sheet)),
          m_trackTotal(trackTotal(sheet))
    {
    }

    std::vector<ContainedFile> make()
    {
        for (size_t i = 0; i < m_sheet.tracks.size(); ++i) {
            if (m_sheet.tracks[i].isAudio)
                addTrack(i);
        }
        addImages();
        std::erase_if(m_contents, [](const ContainedFile &file) { return file.path.isEmpty(); });
        return std::move(m_contents);
    }

private:
    QByteArray pathOf(int file) const { return m_onlyFile.isEmpty() ? relativePath(m_sheet.files[file]) : m_onlyFile; }

    ContainedFile contained(int file, QVariantMap options) const
    {
        if (m_sheet.bigEndianFiles.contains(file))
            options.insert(u"byte_order"_s, u"big"_s);
        return {pathOf(file), std::move(options), m_tagsOfFiles[size_t(file)]};
    }

    void addTrack(size_t i)
    {
        const CueTrack &track = m_sheet.tracks[i];
        const CuePlace start = *track.start;
        ContainedFile piece = contained(start.file, {{CueKey::start, start.frame}});
        std::optional<qint64> gap;
        if (track.gap && track.gap->file == start.file)
            gap = track.gap->frame;
        // Whatever a file has before its first track belongs to that track's pause.
        const auto isThere = [start](const CueTrack &other) { return other.start->file == start.file; };
        const auto self = m_sheet.tracks.begin() + qsizetype(i);
        const bool isFirst = std::none_of(m_sheet.tracks.begin(), self, isThere);
        if (isFirst && start.frame > 0)
            gap = 0;
        if (track.silence > 0)
            piece.options.insert(CueKey::silence, track.silence);
        if (gap && *gap < start.frame)
            piece.options.insert(CueKey::gap, *gap);
        if (i == 0)
            addHidden(track);
        const auto next = std::find_if(self + 1, m_sheet.tracks.end(), [&](const CueTrack &other) {
            return isThere(other) || (other.gap && other.gap->file == start.file);
        });
        if (next != m_sheet.tracks.end())
            addEnd(piece, *next, start.file);
        addTags(piece, track);
        m_contents.push_back(std::move(piece));
    }

    /// "Hidden track one audio": what a CD has before INDEX 01 of its first track; rippers may give it a file of its own.
    void addHidden(const CueTrack &first)
    {
        const CuePlace start = *first.start;
        const bool isFile = first.gap && first.gap->file < start.file;
        if (!isFile && start.frame == 0)
            return;
        ContainedFile hidden = contained(isFile ? first.gap->file : start.file,
                                         {{CueKey::start, 0}, {CueKey::isHidden, true}});
        if (!isFile)
            hidden.options.insert(CueKey::nextStart, start.frame);
        hidden.tags.insert(u"track"_s, u"0"_s);
        hidden.tags.insert(u"title"_s, CueContentsText::tr("Hidden track"));
        hidden.tags.insert(u"tracktotal"_s, m_trackTotal);
        m_contents.push_back(std::move(hidden));
    }

    static void addEnd(ContainedFile &piece, const CueTrack &next, int file)
    {
        const bool hasGap = next.gap && next.gap->file == file;
        if (hasGap && next.isAudio)
            piece.options.insert(CueKey::nextGap, next.gap->frame);
        if (hasGap && !next.isAudio) // sectors of data already, which are noise
            piece.options.insert(CueKey::nextStart, next.gap->frame);
        else if (next.start->file == file)
            piece.options.insert(CueKey::nextStart, next.start->frame);
    }

    void addTags(ContainedFile &piece, const CueTrack &track) const
    {
        for (const auto &[key, value] : track.tags.asKeyValueRange())
            piece.tags.insert(key, value);
        piece.tags.insert(u"track"_s, QString::number(track.number));
        piece.tags.insert(u"tracktotal"_s, m_trackTotal);
        if (track.hasPreEmphasis)
            piece.tags.insert(u"preemphasis"_s, u"1"_s);
    }

    void addImages()
    {
        for (int file = 0; file < int(m_sheet.files.size()); ++file) {
            ContainedFile image = contained(file, {{CueKey::isImage, true}});
            if (m_sheet.files.size() == 1 && m_onlyFile.isEmpty())
                image.options.insert(u"cuesheet"_s, m_text);
            m_contents.push_back(std::move(image));
        }
    }

    const CueSheet &m_sheet;
    const QString &m_text;
    const QByteArray &m_onlyFile;
    std::vector<QMap<QString, QString>> m_tagsOfFiles;
    const QString m_trackTotal;
    std::vector<ContainedFile> m_contents;
};

} // namespace

std::vector<ContainedFile> cueContents(const CueSheet &sheet, const QString &text, const QByteArray &onlyFile)
{
    return Contents(sheet, text, onlyFile).make();
}

Result<MediaInfo> probeCueSheet(const QByteArray &bytes, const QByteArray &path)
{
    const QString text = decodeCueText(bytes);
    Result<CueSheet> sheet = parseCueSheet(text);
    if (!sheet)
        return sheet.error();
    if (sheet->files == QStringList{QString()} && !path.isEmpty())
        sheet->files = {displayName(toPath(path).stem()) + u".wav"_s};
    MediaInfo info;
    info.formatId = u"cue"_s;
    info.kind = MediaKind::Audio;
    info.tags = discTags(sheet->tags);
    info.contents = cueContents(*sheet, text);
    info.summary = CueContentsText::tr("%n track(s)", nullptr, int(sheet->tracks.size()));
    info.warnings = sheet->warnings;
    if (info.contents.empty())
        return Error{ErrorKind::DamagedInput, CueContentsText::tr("This cue sheet names no track."), {}};
    return info;
}

} // namespace convoy
