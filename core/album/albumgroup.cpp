// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumgroup.h"

#include "core/album/albumfile.h"
#include "core/album/disctoc.h"
#include "core/plan/cuekeys.h"
#include "core/plan/scan.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>

#include <algorithm>
#include <fcntl.h>
#include <map>
#include <tuple>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AlbumGroupText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AlbumData)
};

Result<MediaInfo> probe(const Path &path, WorkerPool &workers)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isValid())
        return systemError(errno, ErrorKind::UnreadableInput,
                           AlbumGroupText::tr("“%1” cannot be read.").arg(displayName(path)));
    const Result<SourceIdentity> identity = sourceIdentity(fd.fd());
    if (!identity)
        return identity.error();
    JobControl control;
    return workers.probe(u"audio"_s, {fd.fd(), toBytes(path), identity->size}, control);
}

qint64 startFrames(const AlbumFile &file)
{
    return file.sampleRate > 0 ? (qint64(file.cutStart) * framesPerSecond + file.sampleRate / 2) / file.sampleRate : 0;
}

/// How long the files of a sheet are, by the tracks that were cut out of them.
QMap<QByteArray, qint64> fileLengths(const std::vector<ContainedFile> &contents, const std::vector<AlbumFile> &files)
{
    QMap<QByteArray, qint64> lengths;
    for (const ContainedFile &piece : contents) {
        const int number = trackNumber(piece.tags.value(u"track"_s));
        const auto track = std::ranges::find_if(
            files, [number](const AlbumFile &file) { return trackNumber(file.tags.value(u"track"_s)) == number; });
        if (track == files.end())
            continue;
        qint64 &length = lengths[piece.path];
        length = std::max(length, startFrames(*track) + framesOf(track->durationMs));
    }
    return lengths;
}

/// The only log of the folder that has a table of so many tracks.
DiscToc tocOfLog(const Path &folder, size_t tracks, WorkerPool &workers)
{
    constexpr int mostLogs = 20;
    DiscToc found;
    int logs = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (!toBytes(it->path()).toLower().endsWith(".log") || ++logs > mostLogs)
            continue;
        const Result<MediaInfo> info = probe(it->path(), workers);
        const DiscToc toc = info ? tocFromText(info->tags.value(u"toc"_s)) : DiscToc();
        if (size_t(toc.offsets.size()) != tracks)
            continue;
        if (!found.isEmpty() && found != toc)
            return {}; // of two discs: which one is this?
        found = toc;
    }
    return found;
}

} // namespace

AlbumData albumOfSheet(const MediaInfo &sheet)
{
    AlbumData album;
    album.tags = sheet.tags;
    for (const ContainedFile &piece : sheet.contents) {
        if (!piece.options.contains(QString(CueKey::start)) || piece.options.contains(QString(CueKey::isHidden)))
            continue;
        AlbumTrack track;
        for (const auto &[key, value] : piece.tags.asKeyValueRange()) {
            if (album.tags.value(key) != value)
                track.tags.insert(key, value);
        }
        album.tracks.push_back(std::move(track));
    }
    completeAlbum(album);
    return album;
}

Result<AlbumData> readAlbum(const Path &file, WorkerPool &workers)
{
    if (!toBytes(file).toLower().endsWith(".cue"))
        return readAlbumFile(file);
    const Result<MediaInfo> sheet = probe(file, workers);
    return sheet ? Result<AlbumData>(albumOfSheet(*sheet)) : sheet.error();
}

std::vector<std::vector<size_t>> groupDiscs(const std::vector<AlbumFile> &files)
{
    using Key = std::tuple<Path, Path, int>;
    std::map<Key, size_t> known;
    std::vector<std::vector<size_t>> discs;
    for (size_t i = 0; i < files.size(); ++i) {
        const AlbumFile &file = files[i];
        const Key key{file.path.parent_path(), file.index, trackNumber(file.tags.value(u"discnumber"_s))};
        const auto [place, isNew] = known.try_emplace(key, discs.size());
        if (isNew)
            discs.emplace_back();
        discs[place->second].push_back(i);
    }
    return discs;
}

DiscToc tocOfDisc(const std::vector<AlbumFile> &files, WorkerPool &workers)
{
    const auto isHidden = [](const AlbumFile &file) {
        const auto number = file.tags.constFind(u"track"_s);
        return number != file.tags.cend() && trackNumber(*number) == 0;
    };
    std::vector<AlbumFile> disc;
    std::ranges::remove_copy_if(files, std::back_inserter(disc), isHidden);
    if (disc.empty())
        return {};
    if (!disc.front().index.empty()) {
        const Result<MediaInfo> sheet = probe(disc.front().index, workers);
        DiscToc toc = sheet ? tocFromCue(sheet->contents, fileLengths(sheet->contents, files)) : DiscToc();
        if (!toc.isEmpty())
            return toc;
    } else if (DiscToc toc = tocOfLog(disc.front().path.parent_path(), disc.size(), workers); !toc.isEmpty()) {
        return toc;
    }
    qint64 pause = 0;
    QList<qint64> frames;
    for (const AlbumFile &file : files) {
        if (isHidden(file))
            pause += framesOf(file.durationMs);
        else
            frames.append(framesOf(file.durationMs));
    }
    return tocFromLengths(frames, pause);
}

} // namespace convoy
