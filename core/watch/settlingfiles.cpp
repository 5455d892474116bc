// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/settlingfiles.h"

#include "core/base/filedescriptor.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>

namespace convoy {

void SettlingFiles::watch(const Path &path, std::chrono::milliseconds settle, Clock::time_point now)
{
    const Result<SourceIdentity> identity = unchosenIdentity(path);
    if (identity)
        m_files.try_emplace(path, File{*identity, now, settle});
}

std::vector<InputFile> SettlingFiles::takeReady(Clock::time_point now)
{
    std::vector<InputFile> ready;
    for (auto file = m_files.begin(); file != m_files.end();) {
        const Result<SourceIdentity> identity = unchosenIdentity(file->first);
        if (!identity) {
            file = m_files.erase(file);
            continue;
        }
        if (!(*identity == file->second.identity)) {
            file->second.identity = *identity;
            file->second.since = now;
        } else if (now - file->second.since >= file->second.settle && !isOpenForWriting(file->first)) {
            ready.push_back({file->first, {}, *identity});
            file = m_files.erase(file);
            continue;
        }
        ++file;
    }
    return ready;
}

bool isOpenForWriting(const Path &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isValid())
        return false;
    // Somebody who opens it for writing just now has this process signalled; SIGIO would end it, SIGURG is ignored.
    ::fcntl(fd.fd(), F_SETSIG, SIGURG);
    if (::fcntl(fd.fd(), F_SETLEASE, F_RDLCK) != 0)
        return errno == EAGAIN;
    ::fcntl(fd.fd(), F_SETLEASE, F_UNLCK);
    return false;
}

} // namespace convoy
