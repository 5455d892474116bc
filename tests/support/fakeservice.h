// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <memory>
#include <mutex>

namespace convoy::test {

/// Answers HTTP on this computer from a thread of its own: a place for the public databases.
class FakeService
{
public:
    struct Answer {
        int status = 200;
        QByteArray body = {};
        QByteArray header = {}; ///< one more line
    };
    struct Request {
        QByteArray target; ///< path and query
        QByteArray agent;
        qint64 atMs = 0;
    };

    FakeService()
    {
        m_clock.start();
        m_server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.listen(QHostAddress::LocalHost);
                QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { serve(); });
            },
            Qt::BlockingQueuedConnection);
    }
    ~FakeService()
    {
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.close(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    FakeService(const FakeService &) = delete;
    FakeService &operator=(const FakeService &) = delete;

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }

    /// What a path (without its query) gets; a list is given one after the other, the last one for ever. 404 otherwise.
    void answer(const QByteArray &path, const QList<Answer> &answers)
    {
        const std::lock_guard lock(m_mutex);
        m_answers[path] = answers;
    }
    QList<Request> requests()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    void serve()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            auto text = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, text] {
                *text += socket->readAll();
                if (text->contains("\r\n\r\n"))
                    reply(*socket, std::exchange(*text, {}));
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void reply(QTcpSocket &socket, const QByteArray &request)
    {
        const QByteArray target = request.split(' ').value(1);
        Request seen{target, {}, m_clock.elapsed()};
        for (const QByteArray &line : request.split('\n')) {
            if (line.toLower().startsWith("user-agent:"))
                seen.agent = line.mid(11).trimmed();
        }
        Answer answer{404};
        {
            const std::lock_guard lock(m_mutex);
            m_requests.append(seen);
            if (const auto it = m_answers.find(target.split('?').first()); it != m_answers.end())
                answer = it->size() > 1 ? it->takeFirst() : it->first();
        }
        socket.write("HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\nConnection: close\r\nContent-Length: "
                     + QByteArray::number(answer.body.size()) + "\r\n" + answer.header + "\r\n" + answer.body);
        socket.disconnectFromHost();
    }

    QThread m_thread;
    QTcpServer m_server;
    QElapsedTimer m_clock;
    std::mutex m_mutex;
    QHash<QByteArray, QList<Answer>> m_answers; // guarded by m_mutex
    QList<Request> m_requests;                  // guarded by m_mutex
};

/// An answer of /ws/2/discid in the shape that MusicBrainz has: releases of a disc with three tracks, the second on two
/// discs.
inline QByteArray discAnswer(const QByteArray &discId, bool several)
{
    const QByteArray tracks = R"([
      {"id": "11111111-0000-4000-8000-000000000001", "position": 1, "number": "1", "title": "First", "length": 3000,
       "artist-credit": [{"name": "An Artist", "joinphrase": "", "artist": {"name": "An Artist"}}],
       "recording": {"id": "22222222-0000-4000-8000-000000000001", "title": "First", "isrcs": ["GBAYE0000351"]}},
      {"id": "11111111-0000-4000-8000-000000000002", "position": 2, "number": "2", "title": "Second: Part/2",
       "artist-credit": [{"name": "An Artist", "joinphrase": " feat. "}, {"name": "A Guest", "joinphrase": ""}],
       "recording": {"id": "22222222-0000-4000-8000-000000000002", "title": "Second"}},
      {"id": "11111111-0000-4000-8000-000000000003", "position": 3, "number": "3", "title": "Third",
       "recording": {"id": "22222222-0000-4000-8000-000000000003", "title": "Third",
                     "artist-credit": [{"name": "Somebody", "joinphrase": ""}]}}])";
    const auto release = [&](const QByteArray &id, const QByteArray &date, const QByteArray &media) {
        return R"({"id": ")" + id + R"(", "title": "An Album", "status": "Official", "date": ")" + date
            + R"(", "country": "GB", "barcode": "0077774644020", "genres": [{"name": "jazz", "count": 3}, {"name": "rock", "count": 1}],
            "artist-credit": [{"name": "An Artist", "joinphrase": ""}],
            "label-info": [{"catalog-number": "CDP 7 46440 2", "label": {"name": "A Label"}}],
            "cover-art-archive": {"artwork": true, "count": 1, "front": true, "back": false}, "media": [)"
            + media + "]}";
    };
    const QByteArray disc = R"({"position": 1, "format": "CD", "track-count": 3, "discs": [{"id": ")" + discId
        + R"(", "sectors": 675}], "tracks": )" + tracks + "}";
    const QByteArray other = R"({"position": 2, "format": "CD", "track-count": 0, "discs": [], "tracks": []})";
    QByteArray releases = release("aaaaaaaa-0000-4000-8000-000000000001", "1987-02-26", disc);
    if (several)
        releases += "," + release("bbbbbbbb-0000-4000-8000-000000000002", "2009", disc + "," + other);
    return R"({"id": ")" + discId + R"(", "sectors": 675, "offset-count": 3, "releases": [)" + releases + "]}";
}

} // namespace convoy::test
