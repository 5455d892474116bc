// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifypairs.h"

#include "core/base/filedescriptor.h"
#include "core/base/fileio.h"
#include "core/formats/format.h"
#include "core/plan/scan.h"

#include <algorithm>
#include <fcntl.h>
#include <map>
#include <set>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString extensionOf(const Path &path)
{
    return QString::fromUtf8(toBytes(path.extension())).toLower();
}

/// Looks at the first bytes; parses nothing.
QString formatOf(const Path &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    const QByteArray head = readHead(fd.fd(), sniffLength);
    const QString format = head.isEmpty() ? QString() : QString(sniffFormat(head, toBytes(path.filename())).id);
    return format == "mp3"_L1 && extensionOf(path) == ".flac"_L1 ? u"flac"_s : format; // behind an ID3 tag
}

/// What a file may be as a source, the best first. Some only hear that they cannot be compared.
enum class Rank : quint8 { Plain, Lossless, Lossy, None };

Rank rankOf(const Path &path)
{
    static const QStringList plain{u"wav"_s, u"rf64"_s, u"w64"_s, u"aiff"_s, u"cdda"_s};
    static const QStringList lossless{u"flac"_s,      u"wavpack"_s,    u"ape"_s, u"tak"_s, u"tta"_s,
                                      u"coded-wav"_s, u"coded-aiff"_s, u"caf"_s, u"au"_s};
    static const QStringList lossy{u".mp3"_s, u".mpc"_s, u".ogg"_s, u".oga"_s, u".opus"_s, u".wma"_s, u".mka"_s};
    const QString format = formatOf(path);
    const QString extension = extensionOf(path);
    return plain.contains(format)                             ? Rank::Plain
        : lossless.contains(format) || extension == ".m4a"_L1 ? Rank::Lossless
        : lossy.contains(extension)                           ? Rank::Lossy
                                                              : Rank::None;
}

/// "track01" for "Track01.cdda.wav" and "track01.flac".
QString plainName(const Path &path)
{
    QString name = QString::fromUtf8(toBytes(path.stem())).normalized(QString::NormalizationForm_C).toCaseFolded();
    if (name.endsWith(".cdda"_L1))
        name.chop(5);
    return name;
}

struct Source {
    Path path;
    Rank rank = Rank::None;
};

/// Of several with one name in a folder only the best.
std::vector<Source> sourcesIn(const std::vector<Path> &folders, bool recursive, const std::set<Path> &tracks)
{
    std::vector<Source> sources;
    std::map<std::pair<Path, QString>, Rank> best;
    const auto nameOf = [](const Path &path) { return std::pair(path.parent_path(), plainName(path)); };
    scanPaths(folders, recursive, {}, [&](const ScannedFile &file) {
        const Path &path = file.file.path;
        const Rank rank = file.refusal || tracks.contains(path) ? Rank::None : rankOf(path);
        if (rank == Rank::None)
            return;
        sources.push_back({path, rank});
        Rank &known = best.try_emplace(nameOf(path), rank).first->second;
        known = std::min(known, rank);
    });
    std::erase_if(sources, [&](const Source &source) { return source.rank > best[nameOf(source.path)]; });
    return sources;
}

/// The one of that name; where folders have the same names, the one of the track's folder.
Path sourceOf(const Path &track, const std::vector<Source> &sources)
{
    std::vector<Path> alike;
    for (const Source &source : sources) {
        if (plainName(source.path) == plainName(track))
            alike.push_back(source.path);
    }
    if (alike.size() == 1)
        return alike.front();
    const auto near = std::ranges::find(alike, track.parent_path(), [](const Path &source) { return source.parent_path(); });
    return near == alike.end() ? Path() : *near;
}

} // namespace

VerifyFiles findVerifyFiles(const std::vector<Path> &paths, bool recursive, const Path &against)
{
    VerifyFiles files;
    std::set<Path> folders;
    std::set<Path> tracks;
    scanPaths(paths, recursive, {}, [&](const ScannedFile &file) {
        if (file.refusal)
            files.tracks.push_back({.path = file.file.path, .error = file.refusal});
        else if (formatOf(file.file.path) == "flac"_L1)
            files.tracks.push_back({.path = file.file.path});
        folders.insert(file.file.path.parent_path());
    });
    for (const VerifiedTrack &track : files.tracks)
        tracks.insert(track.path);
    const std::vector<Source> sources = against.empty() ? sourcesIn({folders.begin(), folders.end()}, false, tracks)
                                                        : sourcesIn({against}, true, tracks);
    std::set<Path> taken;
    for (VerifiedTrack &track : files.tracks) {
        track.source = sourceOf(track.path, sources);
        taken.insert(track.source);
    }
    for (const Source &source : sources) {
        if (source.rank != Rank::Lossy && !taken.contains(source.path))
            files.sources.push_back(source.path);
    }
    return files;
}

} // namespace convoy
