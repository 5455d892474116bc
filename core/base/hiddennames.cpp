// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hiddennames.h"

#include "core/base/processtree.h"

#include <QRandomGenerator>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <span>
#include <unistd.h>

namespace convoy {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view hiddenPrefix = ".convoy-";

/// Also where nobody has asked yet how it ended: in a container that may be never.
bool hasEnded(pid_t pid)
{
    if (::kill(pid, 0) != 0)
        return errno == ESRCH;
    const std::optional<ProcessStatus> status = processStatus(pid);
    return status && status->state == 'Z';
}

/// The process that a hidden name belongs to; 0 where it is none of Convoy's.
pid_t ownerOf(std::string_view name)
{
    if (!name.starts_with(hiddenPrefix))
        return 0;
    name.remove_prefix(hiddenPrefix.size());
    pid_t pid = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
    const std::string_view rest = name.substr(size_t(end - name.data()));
    return error == std::errc() && rest.size() == 7 && rest.front() == '-' ? pid : 0;
}

} // namespace

std::string hiddenTemplate(const Path &folder)
{
    return (folder / (std::string(hiddenPrefix) + std::to_string(::getpid()) + "-XXXXXX")).native();
}

FileDescriptor makeHidden(std::string &name)
{
    // A file of mkstemp(3) is private, and the mask that new files obey cannot be asked for without taking it away from
    // every thread for that moment.
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    constexpr int mostTries = 100;
    FileDescriptor fd;
    for (int i = 0; i < mostTries && !fd.isValid() && (i == 0 || errno == EEXIST); ++i) {
        for (char &letter : std::span(name).last(6))
            letter = letters[QRandomGenerator::global()->bounded(quint32(letters.size()))];
        fd.reset(::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    }
    return fd;
}

void sweepStaging(const Path &folder)
{
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().native();
        const pid_t pid = ownerOf(name);
        if (pid > 0 && hasEnded(pid)) {
            std::error_code ignored;
            fs::remove_all(it->path(), ignored);
        }
    }
}

} // namespace convoy
