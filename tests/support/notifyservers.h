// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace convoy::test {

/// Real servers of Debian's on loopback (tests/core/notify/servers.py).
class NotifyServers
{
public:
    enum Server : quint8 { Smtps, StartTls, Http, Silent, SmtpWithoutTls };
    static constexpr qsizetype count = SmtpWithoutTls + 1;

    NotifyServers() = default;
    ~NotifyServers()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(5000);
    }
    NotifyServers(const NotifyServers &) = delete;
    NotifyServers &operator=(const NotifyServers &) = delete;

    /// False where Python's aiosmtpd is not installed.
    bool start(const QString &script)
    {
        m_process.start(QStringLiteral("/usr/bin/python3"), {script, m_folder.path()});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20'000))
                break;
        }
        m_ports = m_process.readLine().trimmed().split(' ');
        return m_ports.size() == count;
    }

    int port(Server server) const { return m_ports.value(server).toInt(); }
    QString certificate() const { return m_folder.filePath(QStringLiteral("cert.pem")); }

    /// What came in since forget().
    QList<QJsonObject> received() const
    {
        QFile file(log());
        QList<QJsonObject> entries;
        if (!file.open(QIODevice::ReadOnly))
            return entries;
        while (!file.atEnd())
            entries.append(QJsonDocument::fromJson(file.readLine()).object());
        return entries;
    }
    void forget() const { QFile::remove(log()); }

private:
    QString log() const { return m_folder.filePath(QStringLiteral("received")); }

    QTemporaryDir m_folder;
    QProcess m_process;
    QList<QByteArray> m_ports;
};

} // namespace convoy::test
