// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/trash.h"

#include "core/base/filedescriptor.h"
#include "core/base/fileio.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/fs.h>
#include <optional>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TrashText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Trash)
};

/// A trash can, and what paths in its info files are relative to; empty: they are absolute.
struct TrashCan {
    Path folder;
    Path top;
};

Error cannotTrash(const Path &path, const QString &detail)
{
    return {ErrorKind::OutputUnwritable,
            TrashText::tr("The source “%1” could not be put in the trash.").arg(displayName(path.filename())), detail};
}

bool isSameDevice(const Path &path, quint64 device)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && status.st_dev == device;
}

/// The highest folder of the file system that `path` is on.
Path topFolder(const Path &path, quint64 device)
{
    Path top = path.parent_path();
    while (top.has_relative_path() && isSameDevice(top.parent_path(), device))
        top = top.parent_path();
    return top;
}

bool isOwnFolder(const Path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

/// "$topdir/.Trash/$uid" where an administrator has made a sticky ".Trash" that is no link, else "$topdir/.Trash-$uid".
std::optional<TrashCan> trashOfTop(const Path &top)
{
    const std::string user = std::to_string(::geteuid());
    struct stat status = {};
    const Path shared = top / ".Trash";
    if (::lstat(shared.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0) {
        const Path own = shared / user;
        if ((::mkdir(own.c_str(), 0700) == 0 || errno == EEXIST) && isOwnFolder(own))
            return TrashCan{own, top};
    }
    const Path own = top / (".Trash-" + user);
    if ((::mkdir(own.c_str(), 0700) == 0 || errno == EEXIST) && isOwnFolder(own))
        return TrashCan{own, top};
    return std::nullopt;
}

std::optional<TrashCan> trashCanFor(const Path &path, quint64 device)
{
    const Path home = xdgFolder("XDG_DATA_HOME", ".local/share") / "Trash";
    std::error_code ignored;
    std::filesystem::create_directories(home.parent_path(), ignored);
    if ((::mkdir(home.c_str(), 0700) == 0 || errno == EEXIST) && isSameDevice(home, device))
        return TrashCan{home, {}};
    return trashOfTop(topFolder(path, device));
}

QByteArray infoText(const Path &path, const TrashCan &can)
{
    const Path named = can.top.empty() ? path : path.lexically_relative(can.top);
    return "[Trash Info]\nPath=" + toBytes(named).toPercentEncoding("/")
        + "\nDeletionDate=" + QDateTime::currentDateTime().toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + '\n';
}

/// Its info file first, under a name that nobody has; then the file itself, over nobody's.
Result<void> moveInto(const TrashCan &can, const Path &path)
{
    constexpr int mostTries = 10'000;
    constexpr size_t longestName = 255 - 16; // room for ".trashinfo" and a number
    for (const char *part : {"files", "info"})
        ::mkdir((can.folder / part).c_str(), 0700);
    const std::string name = path.filename().native().substr(0, longestName);
    for (int i = 1; i < mostTries; ++i) {
        const std::string numbered = i == 1 ? name : name + "." + std::to_string(i);
        const Path info = can.folder / "info" / (numbered + ".trashinfo");
        const FileDescriptor fd(::open(info.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!fd.isValid() && errno == EEXIST)
            continue;
        if (!fd.isValid() || !writeAll(fd.fd(), infoText(path, can)) || ::fsync(fd.fd()) != 0) {
            const int error = errno;
            if (fd.isValid())
                ::unlink(info.c_str());
            return cannotTrash(path, QString::fromLocal8Bit(::strerror(error)));
        }
        const Path target = can.folder / "files" / numbered;
        if (::syscall(SYS_renameat2, AT_FDCWD, path.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0)
            return {};
        const int error = errno;
        ::unlink(info.c_str());
        if (error != EEXIST)
            return cannotTrash(path, QString::fromLocal8Bit(::strerror(error)));
    }
    return cannotTrash(path, {});
}

} // namespace

Result<void> trashFile(const Path &path, const SourceIdentity &identity)
{
    struct stat status = {};
    const Result<SourceIdentity> now = sourceIdentity(path);
    // What a link points to is not what the person sees in the folder.
    if (!now || !(*now == identity) || ::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return cannotTrash(path, TrashText::tr("It is no longer the file that was converted."));
    const std::optional<TrashCan> can = trashCanFor(path, identity.device);
    if (!can)
        return cannotTrash(path, TrashText::tr("There is no trash on its file system."));
    return moveInto(*can, path);
}

} // namespace convoy
