// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/folderevents.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace convoy {

namespace {

struct FolderEventsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FolderEvents)
};

constexpr int pollOftenMs = 5000;
constexpr int pollSeldomMs = 60'000; // events can be lost (overflow)

/// File systems on which others write without this kernel knowing (statfs(2)).
bool isRemote(const Path &folder)
{
    struct statfs info = {};
    if (::statfs(folder.c_str(), &info) != 0)
        return true;
    switch (static_cast<unsigned>(info.f_type)) {
    case 0x6969:     // NFS
    case 0xFF534D42: // CIFS
    case 0xFE534D42: // SMB2
    case 0x517B:     // SMB
    case 0x65735546: // FUSE
    case 0x01021997: // 9p
    case 0x00C36400: // Ceph
    case 0x5346414F: // AFS
        return true;
    }
    return false;
}

bool isHidden(const Path &path)
{
    return path.filename().native().starts_with('.');
}

struct NamePattern {
    std::string_view begin;
    std::string_view end;
};

// Names of what nobody wants converted, beside those that are hidden (rsync, Syncthing, swap files of vim).
constexpr NamePattern temporaryNames[] = {
    // Browsers and copying programs, until all of the file is there, which may be hours of silence later.
    {"", ".part"},
    {"", ".partial"},
    {"", ".filepart"},
    {"", ".crdownload"},
    {"", ".opdownload"},
    {"", ".download"},
    {"", ".aria2"},
    {"", ".!ut"},
    {"", ".!qb"},
    {"", ".tmp"},
    // Editors: what was there before it was saved, what is not saved yet, who has it open.
    {"", "~"},
    {"#", "#"},
    {"~$", ""},
};

bool isTemporary(const Path &path)
{
    const QByteArray name = toBytes(path.filename()).toLower();
    return std::ranges::any_of(temporaryNames, [&name](const NamePattern &pattern) {
        return name.startsWith(pattern.begin) && name.endsWith(pattern.end);
    });
}

bool isForeignLink(const Path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode) && status.st_uid != ::geteuid();
}

} // namespace

FolderEvents::FolderEvents(Settings settings, QObject *parent) : QObject(parent), m_settings(std::move(settings))
{
    connect(&m_poll, &QTimer::timeout, this, &FolderEvents::rescan);
}

void FolderEvents::start()
{
    if (!isRemote(m_settings.folder))
        openNotifications();
    m_poll.start(m_settings.pollMs > 0 ? m_settings.pollMs : isNotified() ? pollSeldomMs : pollOftenMs);
    rescan();
}

void FolderEvents::stop()
{
    m_poll.stop();
    m_notifier.reset();
    m_folders.clear();
    m_fd.reset();
}

void FolderEvents::openNotifications()
{
    m_fd.reset(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (!m_fd.isValid())
        return; // too many of them on this machine: polling serves too
    m_notifier = std::make_unique<QSocketNotifier>(m_fd.fd(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &FolderEvents::readEvents);
}

void FolderEvents::watchFolder(const Path &folder)
{
    if (!m_fd.isValid())
        return;
    constexpr uint32_t events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK;
    const int watch = ::inotify_add_watch(m_fd.fd(), folder.c_str(), events);
    if (watch >= 0) {
        m_folders.insert_or_assign(watch, folder);
    } else if (errno == ENOSPC) {
        // The machine's limit: half of the folders watched would be worse than looking at all of them.
        stop();
        m_poll.start(m_settings.pollMs > 0 ? m_settings.pollMs : pollOftenMs);
    }
}

void FolderEvents::readEvents()
{
    alignas(inotify_event) char buffer[64 * (sizeof(inotify_event) + NAME_MAX + 1)];
    std::vector<Path> files;
    bool mustRescan = false;
    ssize_t got = 0;
    while (m_fd.isValid() && (got = ::read(m_fd.fd(), buffer, sizeof buffer)) > 0) {
        for (const char *at = buffer; at < buffer + got;) {
            const auto *event = reinterpret_cast<const inotify_event *>(at);
            at += sizeof(inotify_event) + event->len;
            const auto folder = m_folders.find(event->wd);
            if ((event->mask & IN_Q_OVERFLOW) != 0) {
                mustRescan = true;
            } else if ((event->mask & IN_IGNORED) != 0) {
                m_folders.erase(event->wd);
                mustRescan = true;
            } else if (folder != m_folders.end() && event->len > 0) {
                const Path path = folder->second / static_cast<const char *>(event->name);
                if ((event->mask & IN_ISDIR) != 0)
                    mustRescan = mustRescan || m_settings.recursive; // files may be in it before it is watched
                else if (!isHidden(path) && !isTemporary(path) && !isForeignLink(path))
                    files.push_back(path);
            }
        }
    }
    if (mustRescan)
        rescan();
    else if (!files.empty())
        Q_EMIT seen(files);
}

void FolderEvents::rescan()
{
    std::error_code error;
    if (!std::filesystem::is_directory(m_settings.folder, error) || ::access(m_settings.folder.c_str(), R_OK | X_OK) != 0) {
        if (!std::exchange(m_isLost, true))
            Q_EMIT lost(FolderEventsText::tr("The folder “%1” cannot be read; it is looked for again.")
                            .arg(displayName(m_settings.folder)));
        return;
    }
    m_isLost = false;
    std::vector<Path> files;
    collect(m_settings.folder, files);
    if (!files.empty())
        Q_EMIT seen(files);
}

void FolderEvents::collect(const Path &folder, std::vector<Path> &files)
{
    watchFolder(folder); // before it is read: what comes in between is told of twice, not never
    std::error_code error;
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        if (isHidden(entry->path()) || isForeignLink(entry->path()))
            continue;
        if (entry->is_directory(ignored)) {
            if (m_settings.recursive && !entry->is_symlink(ignored))
                collect(entry->path(), files);
        } else if (entry->is_regular_file(ignored) && !isTemporary(entry->path())) {
            files.push_back(entry->path());
        }
    }
}

} // namespace convoy
