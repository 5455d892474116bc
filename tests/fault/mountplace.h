// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace convoy::test {

/// Gives this process mounts of its own, which end with it. Before any thread is started. False where that is forbidden.
inline bool enterOwnMounts()
{
    const auto write = [](const char *file, const QByteArray &text) {
        QFile target(QString::fromLatin1(file));
        return target.open(QIODevice::WriteOnly) && target.write(text) == text.size();
    };
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWNS | CLONE_NEWUSER) != 0)
            return false;
        write("/proc/self/setgroups", "deny");
        if (!write("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
            || !write("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1"))
            return false;
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// One mount, taken away again at the end.
class Mount
{
public:
    Mount(const QByteArray &source, QByteArray folder, const char *type, const QByteArray &options)
        : m_folder(std::move(folder)),
          m_isMounted(::mount(source.constData(), m_folder.constData(), type, 0, options.constData()) == 0)
    {
    }
    ~Mount()
    {
        if (m_isMounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    Mount(const Mount &) = delete;
    Mount &operator=(const Mount &) = delete;

    bool isMounted() const { return m_isMounted; }
    bool changeOptions(const QByteArray &options) const
    {
        return ::mount("none", m_folder.constData(), nullptr, MS_REMOUNT, options.constData()) == 0;
    }

private:
    QByteArray m_folder;
    bool m_isMounted;
};

} // namespace convoy::test
