// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/singleinstance.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 1000;
constexpr qint64 maximumMessage = 16 << 20;

QString socketName()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation);
    // One window a display: a second session of the same person has its own.
    QString display = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY"));
    for (QChar &c : display) {
        if (!c.isLetterOrNumber())
            c = u'-';
    }
    return u"%1/convoy%2.socket"_s.arg(folder, display);
}

} // namespace

SingleInstance::SingleInstance(QObject *parent) : QObject(parent), m_name(socketName()) {}

bool SingleInstance::handOver(const std::vector<Path> &paths)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patienceMs))
        return false;
    QByteArray message;
    for (const Path &path : paths)
        message += toBytes(path) + '\0';
    message += '\0'; // an empty path ends the message
    socket.write(message);
    // The answer says that the window lives and has them.
    return socket.waitForBytesWritten(patienceMs) && socket.waitForReadyRead(patienceMs);
}

void SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (!m_server->listen(m_name)) {
        QLocalServer::removeServer(m_name); // left behind by a window that did not end well
        m_server->listen(m_name);
    }
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            const QByteArray waiting = socket->peek(maximumMessage);
            const bool empty = waiting == QByteArray(1, '\0');
            if (!empty && !waiting.endsWith(QByteArray(2, '\0')))
                return;
            socket->skip(waiting.size());
            std::vector<Path> paths;
            for (const QByteArray &one : waiting.split('\0')) {
                if (!one.isEmpty())
                    paths.push_back(toPath(one));
            }
            socket->write("ok");
            socket->flush();
            Q_EMIT received(paths);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        if (socket->bytesAvailable() > 0)
            read();
    }
}

} // namespace convoy
