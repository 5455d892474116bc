// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/readahead.h"

#include "core/base/filedescriptor.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/prctl.h>

namespace convoy {

namespace {

// Who reads a longer file from its beginning is read ahead of by the system itself.
constexpr off_t most = 32 << 20; // bytes of each file

} // namespace

void readBeginning(const Path &file, off_t bytes)
{
    const FileDescriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (fd.isValid())
        ::posix_fadvise(fd.fd(), 0, bytes, POSIX_FADV_WILLNEED);
}

ReadAhead::ReadAhead() : m_thread([this](const std::stop_token &stop) { run(stop); }) {}

ReadAhead::~ReadAhead() = default;

void ReadAhead::want(std::vector<Path> files)
{
    {
        const std::lock_guard lock(m_mutex);
        if (files == m_wanted)
            return;
        m_wanted = std::move(files);
    }
    m_wake.notify_one();
}

void ReadAhead::run(const std::stop_token &stop)
{
    ::prctl(PR_SET_NAME, "read-ahead");
    std::vector<Path> known;
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [&] { return m_wanted != known; })) {
        const std::vector<Path> wanted = m_wanted;
        const auto next = std::ranges::find_if(
            wanted, [&](const Path &path) { return std::ranges::find(known, path) == known.end(); });
        // Forgotten with those that are not wanted any more.
        std::erase_if(known, [&](const Path &path) { return std::ranges::find(wanted, path) == wanted.end(); });
        lock.unlock();
        if (next == wanted.end()) {
            known = wanted;
        } else {
            readBeginning(*next, most);
            known.push_back(*next);
        }
        lock.lock();
    }
}

} // namespace convoy
