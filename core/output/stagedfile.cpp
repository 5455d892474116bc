// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/stagedfile.h"

#include "core/base/hiddennames.h"
#include "core/plan/scan.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace convoy {

namespace fs = std::filesystem;

namespace {

struct StagedFileText {
    Q_DECLARE_TR_FUNCTIONS(convoy::StagedFile)
};

// Below that, giving back what was too much (a wait for the disk, where it is told of freed blocks) costs more than finding
// room while it is written.
constexpr qint64 leastReservation = 1 << 20;

std::string procPath(int fd)
{
    return "/proc/self/fd/" + std::to_string(fd);
}

Error unwritable(int error, const Path &folder)
{
    return systemError(error, ErrorKind::OutputUnwritable,
                       StagedFileText::tr("The folder “%1” cannot be written to.").arg(displayName(folder)));
}

Error exists(const QByteArray &name)
{
    return {ErrorKind::OutputExists, StagedFileText::tr("“%1” is already there.").arg(displayName(toPath(name)))};
}

bool isUnknownHere(int error)
{
    return error == EINVAL || error == ENOSYS || error == ENOTSUP;
}

int renameNoReplace(const char *from, const char *to)
{
    if (::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (!isUnknownHere(errno))
        return -1;
    if (::link(from, to) == 0) {
        ::unlink(from);
        return 0;
    }
    if (!isUnknownHere(errno) && errno != EPERM)
        return -1;
    // exFAT by FUSE, shares that a desktop mounts: an empty file holds the name until it is replaced, so that nobody else's
    // is.
    if (!FileDescriptor(::open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)).isValid())
        return -1;
    if (::rename(from, to) == 0)
        return 0;
    const int error = errno;
    ::unlink(to);
    errno = error;
    return -1;
}

} // namespace

Result<std::unique_ptr<StagingFolder>> StagingFolder::create(const Path &finalFolder)
{
    std::string name = hiddenTemplate(finalFolder);
    if (!::mkdtemp(name.data()))
        return unwritable(errno, finalFolder);
    return std::unique_ptr<StagingFolder>(new StagingFolder(name));
}

StagingFolder::~StagingFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

Result<StagedFile> StagedFile::create(const Path &finalFolder, qint64 expectedBytes)
{
    return create(finalFolder, expectedBytes, true);
}

Result<StagedFile> StagedFile::create(const Path &finalFolder, qint64 expectedBytes, bool isFirstTry)
{
    Path hidden;
    FileDescriptor fd(::open(finalFolder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666));
    if (!fd.isValid() && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
        std::string name = hiddenTemplate(finalFolder);
        fd = makeHidden(name);
        if (fd.isValid())
            hidden = name;
    }
    if (!fd.isValid() && errno == ENOENT && isFirstTry) {
        // A job that failed has taken the folder along that it had made.
        std::error_code ignored;
        fs::create_directories(finalFolder, ignored);
        return create(finalFolder, expectedBytes, false);
    }
    if (!fd.isValid())
        return unwritable(errno, finalFolder);
    StagedFile file(std::move(fd), finalFolder, hidden);
    if (expectedBytes < leastReservation)
        return file;
    file.m_isReserved = ::fallocate(file.fd(), FALLOC_FL_KEEP_SIZE, 0, expectedBytes) == 0;
    if (!file.m_isReserved && errno == ENOSPC)
        return systemError(ENOSPC, ErrorKind::NoSpace,
                           StagedFileText::tr("There is not enough space in “%1”.").arg(displayName(finalFolder)));
    return file;
}

Result<StagedFile> StagedFile::adopt(std::shared_ptr<StagingFolder> folder, const QByteArray &name)
{
    const Path path = folder->path() / name.toStdString();
    FileDescriptor fd(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!fd.isValid())
        return systemError(errno, ErrorKind::OutputUnwritable, StagedFileText::tr("The tool's output cannot be opened."));
    if (const Result<SourceIdentity> regular = sourceIdentity(fd.fd()); !regular)
        return Error{ErrorKind::ToolFailed, regular.error().message};
    StagedFile file(std::move(fd), folder->path().parent_path(), path);
    file.m_stagingFolder = std::move(folder);
    return file;
}

StagedFile &StagedFile::operator=(StagedFile &&other) noexcept
{
    discard();
    m_fd = std::move(other.m_fd);
    m_isReserved = other.m_isReserved;
    m_folder = std::move(other.m_folder);
    m_hidden = std::exchange(other.m_hidden, {});
    m_stagingFolder = std::move(other.m_stagingFolder);
    return *this;
}

StagedFile::~StagedFile()
{
    discard();
}

void StagedFile::discard()
{
    if (m_fd.isValid() && !m_hidden.empty())
        ::unlink(m_hidden.c_str());
}

Result<qint64> StagedFile::size() const
{
    struct stat status = {};
    if (::fstat(m_fd.fd(), &status) != 0)
        return systemError(errno, ErrorKind::OutputUnwritable, StagedFileText::tr("The staged file cannot be read."));
    return qint64(status.st_size);
}

Result<FileDescriptor> StagedFile::openForReading() const
{
    FileDescriptor fd(::open(procPath(m_fd.fd()).c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.isValid())
        return systemError(errno, ErrorKind::OutputUnwritable, StagedFileText::tr("The staged file cannot be read."));
    return fd;
}

void StagedFile::trim()
{
    struct stat status = {};
    // What lies beyond the end stays reserved, and shows in du(1), until the size is set.
    if (std::exchange(m_isReserved, false) && ::fstat(m_fd.fd(), &status) == 0)
        static_cast<void>(::ftruncate(m_fd.fd(), status.st_size) == 0);
}

void StagedFile::startWriteback() const
{
    ::sync_file_range(m_fd.fd(), 0, 0, SYNC_FILE_RANGE_WRITE);
}

Result<void> StagedFile::publish(const QByteArray &name, bool overwrite)
{
    const Path target = m_folder / name.toStdString();
    const auto bringOnce = [this](const Path &to) {
        return m_hidden.empty() ? ::linkat(AT_FDCWD, procPath(m_fd.fd()).c_str(), AT_FDCWD, to.c_str(), AT_SYMLINK_FOLLOW)
                                : renameNoReplace(m_hidden.c_str(), to.c_str());
    };
    const auto bring = [&](const Path &to) {
        if (bringOnce(to) == 0)
            return 0;
        // A job that failed has taken the empty folder along that it had made; this file outlives it.
        std::error_code ignored;
        return errno == ENOENT && fs::create_directories(m_folder, ignored) ? bringOnce(to) : -1;
    };
    if (bring(target) == 0) {
        m_hidden.clear();
        return {};
    }
    if (errno != EEXIST)
        return unwritable(errno, m_folder);
    if (!overwrite)
        return exists(name);

    // rename(2) replaces that one name in one step; a file without a name needs a hidden one first.
    if (m_hidden.empty()) {
        std::string hidden = hiddenTemplate(m_folder);
        const FileDescriptor reserved(::mkostemp(hidden.data(), O_CLOEXEC));
        if (!reserved.isValid() || ::unlink(hidden.c_str()) != 0 || bring(hidden) != 0)
            return unwritable(errno, m_folder);
        m_hidden = hidden;
    }
    std::error_code ignored;
    if (fs::is_directory(fs::symlink_status(target, ignored)) || ::rename(m_hidden.c_str(), target.c_str()) != 0)
        return exists(name);
    m_hidden.clear();
    return {};
}

void StagedFile::conceal(const QByteArray &name)
{
    const Path target = m_folder / name.toStdString();
    const Result<SourceIdentity> own = sourceIdentity(m_fd.fd());
    const Result<SourceIdentity> there = sourceIdentity(target);
    if (!own || !there || own->device != there->device || own->inode != there->inode)
        return;
    // Not just unlinked: a file that has lost its last name can never have one again.
    std::string hidden = hiddenTemplate(m_folder);
    const FileDescriptor reserved(::mkostemp(hidden.data(), O_CLOEXEC));
    if (reserved.isValid() && ::rename(target.c_str(), hidden.c_str()) == 0) {
        m_hidden = hidden;
        return;
    }
    if (reserved.isValid())
        ::unlink(hidden.c_str());
    ::unlink(target.c_str());
}

} // namespace convoy
