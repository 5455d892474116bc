// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/path.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <map>
#include <memory>

namespace convoy {

/// Tells of files that appear or change below a folder: by inotify(7), and by looking again from time to time, often
/// where the kernel does not know what others do (network and FUSE file systems). A file may be told of several times.
/// Hidden files and folders, links to folders, other users' links, and files with the name of a download that goes on
/// (.part …) or of an editor's backup are left out.
class FolderEvents : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        Path folder;
        bool recursive = false;
        int pollMs = 0; ///< 0: by file system, 5 s or 60 s
    };
    explicit FolderEvents(Settings settings, QObject *parent = nullptr);

    /// Tells of everything that is there, and goes on from then.
    void start();
    void stop();
    /// Whether inotify serves here.
    bool isNotified() const { return m_fd.isValid(); }

Q_SIGNALS:
    void seen(const std::vector<convoy::Path> &files);
    /// The folder itself cannot be read (any more); it is looked for again.
    void lost(const QString &reason);

private:
    void openNotifications();
    void watchFolder(const Path &folder);
    void readEvents();
    void rescan();
    void collect(const Path &folder, std::vector<Path> &files);

    Settings m_settings;
    FileDescriptor m_fd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::map<int, Path> m_folders; ///< by inotify's watch
    QTimer m_poll;
    bool m_isLost = false;
};

} // namespace convoy
