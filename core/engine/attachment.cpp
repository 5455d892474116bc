// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attachment.h"

#include "core/plan/scan.h"

#include <QRegularExpression>

#include <algorithm>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

// As written, and as other systems write it: "cover.jpg", "Cover.jpg", "COVER.JPG", "Cover.JPG", "cover.JPG".
std::vector<Path> spellings(const QString &name)
{
    if (const Path path = toPath(name); path.is_absolute())
        return {path};
    const qsizetype dot = std::max<qsizetype>(0, name.lastIndexOf(u'.'));
    const QString capital = name.left(1).toUpper() + name.mid(1);
    const QString loudEnding = name.mid(dot).toUpper();
    return {toPath(name), toPath(capital), toPath(name.toUpper()), toPath(capital.left(dot) + loudEnding),
            toPath(name.left(dot) + loudEnding)};
}

/// "CD1", "Disc 2 - Live": one of several, and what holds for all of them is in the folder above.
bool isOneDisc(const Path &folder)
{
    static const QRegularExpression name(u"^(?:CD|Dis[ck])[ ._-]*\\d{1,2}(?!\\d)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return name.match(displayName(folder.filename())).hasMatch();
}

} // namespace

Attachment AttachmentSearch::openIn(const Path &folder, const QStringList &names)
{
    const FileDescriptor place(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    struct stat status = {};
    ::fstat(place.fd(), &status);
    const Miss miss{names, status.st_dev, status.st_ino, status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec};
    if (const std::lock_guard lock(m_mutex); miss == m_lastMiss)
        return {};
    for (const QString &name : names) {
        for (const Path &path : spellings(name)) {
            FileDescriptor fd(::openat(place.fd(), path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
            const Result<SourceIdentity> identity = fd.isValid() ? sourceIdentity(fd.fd()) : Error{};
            if (!identity)
                continue;
            const ConvertInput input{fd.fd(), toBytes(path), identity->size};
            return {std::move(fd), input};
        }
    }
    // Two changes in one tick of the file system's clock look like one, and what is in other folders does not show.
    const bool isSettled = ::time(nullptr) > status.st_mtim.tv_sec + 1;
    if (isSettled && std::ranges::none_of(names, [](const QString &name) { return name.contains(u'/'); })) {
        const std::lock_guard lock(m_mutex);
        m_lastMiss = miss;
    }
    return {};
}

Attachment AttachmentSearch::open(const QStringList &names, const Path &folder)
{
    Attachment found = openIn(folder, names);
    return found.fd.isValid() || !isOneDisc(folder) ? std::move(found) : openIn(folder.parent_path(), names);
}

} // namespace convoy
