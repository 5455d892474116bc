// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/path.h"
#include "core/base/result.h"

#include <memory>

namespace convoy {

/// A private folder for a tool's outputs, hidden in the final folder. Removed with all that is in it when destroyed.
class StagingFolder
{
public:
    static Result<std::unique_ptr<StagingFolder>> create(const Path &finalFolder);
    StagingFolder(const StagingFolder &) = delete;
    StagingFolder &operator=(const StagingFolder &) = delete;
    ~StagingFolder();

    const Path &path() const { return m_path; }

private:
    explicit StagingFolder(Path path) : m_path(std::move(path)) {}

    Path m_path;
};

/// An output that nobody can see yet: a file without a name (O_TMPFILE) in the final folder or, where the file system
/// has none, one with a hidden name. Gone when destroyed, unless published.
class StagedFile
{
public:
    /// `expectedBytes` of a MiB and more reserves space, so that a full disk shows before the work is done.
    static Result<StagedFile> create(const Path &finalFolder, qint64 expectedBytes);
    /// A file that a tool has written into `folder`.
    static Result<StagedFile> adopt(std::shared_ptr<StagingFolder> folder, const QByteArray &name);

    StagedFile(StagedFile &&) noexcept = default;
    StagedFile &operator=(StagedFile &&other) noexcept;
    ~StagedFile();

    int fd() const { return m_fd.fd(); }
    const Path &folder() const { return m_folder; }     ///< the final folder
    const Path &hiddenPath() const { return m_hidden; } ///< empty: the file has no name
    Result<qint64> size() const;

    /// A second, read-only descriptor of the same file at offset 0.
    Result<FileDescriptor> openForReading() const;

    /// Gives back what was reserved and not used.
    void trim();

    /// Asks for what was written to be brought to disk, without waiting for it.
    void startWriteback() const;

    /// Gives the file its final name in `folder()`: `output-exists` where the name is taken, unless `overwrite`, which
    /// replaces that one file. The name is durable only after the folder is synced.
    Result<void> publish(const QByteArray &name, bool overwrite);

    /// Takes the final name away again; the file stays, hidden, and can be published once more. Nothing happens to a file
    /// that has come by that name in the meantime.
    void conceal(const QByteArray &name);

private:
    StagedFile(FileDescriptor fd, Path folder, Path hidden)
        : m_fd(std::move(fd)),
          m_folder(std::move(folder)),
          m_hidden(std::move(hidden))
    {
    }
    static Result<StagedFile> create(const Path &finalFolder, qint64 expectedBytes, bool isFirstTry);
    void discard();

    FileDescriptor m_fd;
    bool m_isReserved = false; // blocks beyond its end
    Path m_folder;
    Path m_hidden;
    std::shared_ptr<StagingFolder> m_stagingFolder;
};

} // namespace convoy
