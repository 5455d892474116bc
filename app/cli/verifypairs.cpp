// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifypairs.h"

#include "core/base/filedescriptor.h"
#include "core/formats/format.h"
#include "core/plan/scan.h"

#include <algorithm>
#include <fcntl.h>
#include <set>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Looks at the first bytes; parses nothing.
QString formatOf(const Path &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    QByteArray head(sniffLength, Qt::Uninitialized);
    const ssize_t count = fd.isValid() ? ::pread(fd.fd(), head.data(), size_t(head.size()), 0) : -1;
    return count > 0 ? QString(sniffFormat(head.first(count), toBytes(path.filename())).id) : QString();
}

bool isSource(const QString &format)
{
    static const QStringList formats{u"wav"_s, u"rf64"_s, u"w64"_s, u"aiff"_s, u"cdda"_s};
    return formats.contains(format);
}

/// "track01" for "Track01.cdda.wav" and "track01.flac".
QString plainName(const Path &path)
{
    QString name = QString::fromUtf8(toBytes(path.stem())).normalized(QString::NormalizationForm_C).toCaseFolded();
    if (name.endsWith(".cdda"_L1))
        name.chop(5);
    return name;
}

std::vector<Path> sourcesIn(const std::vector<Path> &folders, bool recursive)
{
    std::vector<Path> sources;
    scanPaths(folders, recursive, {}, [&sources](const ScannedFile &file) {
        if (!file.refusal && isSource(formatOf(file.file.path)))
            sources.push_back(file.file.path);
    });
    return sources;
}

/// The one of that name; where folders have the same names, the one of the track's folder.
Path sourceOf(const Path &track, const std::vector<Path> &sources)
{
    std::vector<Path> alike;
    std::ranges::copy_if(sources, std::back_inserter(alike),
                         [name = plainName(track)](const Path &source) { return plainName(source) == name; });
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
    scanPaths(paths, recursive, {}, [&](const ScannedFile &file) {
        if (file.refusal)
            files.tracks.push_back({.path = file.file.path, .error = file.refusal});
        else if (formatOf(file.file.path) == "flac"_L1)
            files.tracks.push_back({.path = file.file.path});
        folders.insert(file.file.path.parent_path());
    });
    const std::vector<Path> sources = against.empty() ? sourcesIn({folders.begin(), folders.end()}, false)
                                                      : sourcesIn({against}, true);
    std::set<Path> taken;
    for (VerifiedTrack &track : files.tracks) {
        track.source = sourceOf(track.path, sources);
        taken.insert(track.source);
    }
    std::ranges::copy_if(sources, std::back_inserter(files.sources),
                         [&taken](const Path &source) { return !taken.contains(source); });
    return files;
}

} // namespace convoy
