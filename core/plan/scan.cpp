// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/scan.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace convoy {

namespace fs = std::filesystem;

namespace {

struct ScanText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Scan)
};

QString whatItIs(mode_t mode)
{
    if (S_ISFIFO(mode))
        return ScanText::tr("This is a pipe, not a file.");
    if (S_ISSOCK(mode))
        return ScanText::tr("This is a socket, not a file.");
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return ScanText::tr("This is a device, not a file.");
    if (S_ISDIR(mode))
        return ScanText::tr("This is a folder, not a file.");
    return ScanText::tr("This is not a regular file.");
}

/// Why stat(2) failed.
Error notThere(int errnoValue, const Path &path)
{
    struct stat status = {};
    QString message = ScanText::tr("This file cannot be read.");
    if (errnoValue == ELOOP)
        message = ScanText::tr("This link leads round in a circle.");
    else if (errnoValue == ENOENT && ::lstat(path.c_str(), &status) == 0)
        message = ScanText::tr("This link leads to a file that is not there.");
    else if (errnoValue == ENOENT)
        message = ScanText::tr("There is no such file.");
    return systemError(errnoValue, ErrorKind::UnreadableInput, message);
}

Result<SourceIdentity> identityOf(const struct stat &status)
{
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::UnreadableInput, whatItIs(status.st_mode)};
    return SourceIdentity{
        .size = status.st_size,
        .mtimeNs = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec,
        .device = status.st_dev,
        .inode = status.st_ino,
    };
}

class Scanner
{
public:
    Scanner(bool recursive, const std::stop_token &stop, const std::function<void(ScannedFile)> &found)
        : m_recursive(recursive),
          m_stop(stop),
          m_found(found)
    {
    }

    void given(const Path &path)
    {
        std::error_code error;
        if (fs::is_directory(path, error))
            folder(path, {});
        else
            file(path, {});
    }

private:
    void file(const Path &path, const KeptPath &relativeFolder)
    {
        ScannedFile scanned{{path, relativeFolder, {}}, std::nullopt};
        const Result<SourceIdentity> identity = sourceIdentity(path);
        if (!identity)
            scanned.refusal = identity.error();
        else if (!m_seen.emplace(identity->device, identity->inode, path.native()).second)
            return;
        else
            scanned.file.identity = *identity;
        if (identity && ::access(path.c_str(), R_OK) != 0)
            scanned.refusal = unreadableFile(errno);
        m_found(std::move(scanned));
    }

    void folder(const Path &path, const KeptPath &relativeFolder)
    {
        std::vector<fs::directory_entry> entries;
        std::error_code error;
        for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
            if (it->path().filename().native().front() != '.')
                entries.push_back(*it);
        }
        if (error)
            m_found({{path, relativeFolder, {}},
                     Error{ErrorKind::UnreadableInput, ScanText::tr("This folder cannot be read."),
                           QString::fromStdString(error.message())}});
        std::ranges::sort(entries, {},
                          [](const fs::directory_entry &entry) -> const std::string & { return entry.path().native(); });
        for (const fs::directory_entry &entry : entries) {
            if (m_stop.stop_requested())
                return;
            std::error_code ignored;
            // A link to a folder could lead back here or out of what the person chose.
            const bool isFolder = entry.is_directory(ignored);
            if (isFolder && !entry.is_symlink(ignored) && m_recursive)
                folder(entry.path(), relativeFolder / entry.path().filename());
            else if (!isFolder)
                file(entry.path(), relativeFolder);
        }
    }

    bool m_recursive;
    std::stop_token m_stop;
    const std::function<void(ScannedFile)> &m_found;
    std::set<std::tuple<quint64, quint64, std::string>> m_seen;
};

} // namespace

Result<SourceIdentity> sourceIdentity(const Path &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return notThere(errno, path);
    return identityOf(status);
}

Result<SourceIdentity> sourceIdentity(int fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0)
        return unreadableFile(errno);
    return identityOf(status);
}

Result<SourceIdentity> unchosenIdentity(const Path &path)
{
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0)
        return notThere(errno, path);
    if (!S_ISLNK(status.st_mode))
        return identityOf(status);
    if (status.st_uid != ::geteuid())
        return Error{ErrorKind::UnreadableInput, ScanText::tr("This link was made by another user.")};
    return sourceIdentity(path);
}

Result<FileDescriptor> openSource(const InputFile &file)
{
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK; // a FIFO put there since the scan must not hang
    FileDescriptor fd(::open(file.path.c_str(), flags));
    if (!fd.isValid())
        return unreadableFile(errno);
    const Result<SourceIdentity> opened = sourceIdentity(fd.fd());
    if (!opened)
        return opened.error();
    // A person may have chosen anybody's link. Not the device: it has other numbers after a restart.
    if (opened->inode == file.identity.inode)
        return fd;
    FileDescriptor direct(::open(file.path.c_str(), flags | O_NOFOLLOW));
    if (direct.isValid())
        return direct;
    const Result<SourceIdentity> own = unchosenIdentity(file.path);
    if (!own)
        return own.error();
    return *own == *opened ? Result<FileDescriptor>(std::move(fd)) : unreadableFile(ELOOP);
}

void scanPaths(const std::vector<Path> &paths, bool recursive, const std::stop_token &stop,
               const std::function<void(ScannedFile)> &found)
{
    Scanner scanner(recursive, stop, found);
    for (const Path &path : paths) {
        if (stop.stop_requested())
            return;
        scanner.given(absolutePath(path));
    }
}

} // namespace convoy
