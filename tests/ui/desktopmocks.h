// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QVariantMap>

#include <fcntl.h>
#include <unistd.h>

namespace convoy {

/// A bus of its own, which the program under test takes for the desktop's and the system's.
class PrivateBus
{
public:
    /// False where there is no dbus-daemon. Before anything asks Qt for a bus.
    bool start()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                        QStringLiteral("--print-address=1")});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            return false;
        m_address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address);
        return true;
    }

    ~PrivateBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    /// Puts `object` on the bus under a name, through a connection of its own.
    bool offer(const QString &service, const QString &path, QObject *object)
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLatin1(m_address), service);
        return bus.registerObject(path, object, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
            && bus.registerService(service);
    }

private:
    QProcess m_daemon;
    QByteArray m_address;
};

/// org.freedesktop.login1.Manager, which does nothing but remember.
class LoginMock : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList calls;

    ~LoginMock() override
    {
        if (m_reader >= 0)
            ::close(m_reader);
    }

    /// Whether somebody holds the lock that was handed out last.
    bool isHeld() const
    {
        char byte = 0;
        return m_reader >= 0 && ::read(m_reader, &byte, 1) != 0; // nothing to read yet, or the other end is closed
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode)
    {
        calls << QStringList{QStringLiteral("Inhibit"), what, who, why, mode}.join(QLatin1Char('|'));
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        m_reader = ends[0];
        QDBusUnixFileDescriptor lock(ends[1]);
        ::close(ends[1]);
        return lock;
    }
    void Suspend(bool interactive) { calls << QStringLiteral("Suspend %1").arg(int(interactive)); }
    void PowerOff(bool interactive) { calls << QStringLiteral("PowerOff %1").arg(int(interactive)); }

private:
    int m_reader = -1;
};

/// org.freedesktop.Notifications
class NotificationsMock : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Note {
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Note> notes;

public Q_SLOTS:
    // The names and arguments are those of the specification.
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        notes.append({replaces, title, text, actions});
        return replaces > 0 ? replaces : 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &key);
};

/// org.freedesktop.FileManager1
class FileManagerMock : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")

public:
    QStringList shown;

public Q_SLOTS:
    void ShowItems(const QStringList &uris, const QString &) { shown << uris; }
};

} // namespace convoy
