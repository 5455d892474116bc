// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/message.h"

#include <QTest>

#include <array>
#include <fcntl.h>
#include <sys/socket.h>
#include <thread>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Message : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void message_roundTrip();
    void message_large();
    void message_descriptors();
    void receive_end();
    void receive_garbage();
    void send_toNobody();
    void send_manyThreads();

private:
    FileDescriptor m_a;
    FileDescriptor m_b;
};

void tst_Message::init()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
    m_a.reset(ends[0]);
    m_b.reset(ends[1]);
}

void tst_Message::message_roundTrip()
{
    const QCborMap body{{u"op"_s, u"probe"_s}, {u"path"_s, "\xFF\n"_ba}, {u"n"_s, 1LL << 40}, {u"fraction"_s, 0.42}};
    QVERIFY(sendMessage(m_a.fd(), body));
    const auto message = receiveMessage(m_b.fd());
    QVERIFY(message);
    QVERIFY(message->has_value());
    QCOMPARE((*message)->body, body);
    QVERIFY((*message)->fds.empty());
}

void tst_Message::message_large()
{
    const QByteArray pixels(3 << 20, 'x');
    const std::array fds{m_a.fd()};
    QVERIFY(sendMessage(m_a.fd(), {{u"rgba"_s, pixels}}, fds));
    const auto message = receiveMessage(m_b.fd());
    QVERIFY(message);
    QCOMPARE((*message)->body.value(u"rgba"_s).toByteArray(), pixels);
    QCOMPARE((*message)->fds.size(), 1u); // the caller's; the carrier is gone
}

void tst_Message::message_descriptors()
{
    const FileDescriptor file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const std::array fds{file.fd(), file.fd()};
    QVERIFY(sendMessage(m_a.fd(), {}, fds));
    const auto message = receiveMessage(m_b.fd());
    QVERIFY(message);
    QCOMPARE((*message)->fds.size(), 2u);
    for (const FileDescriptor &fd : (*message)->fds) {
        QVERIFY(fd.fd() != file.fd());
        QCOMPARE(::fcntl(fd.fd(), F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    }
}

void tst_Message::receive_end()
{
    m_a.reset();
    const auto message = receiveMessage(m_b.fd());
    QVERIFY(message);
    QVERIFY(!message->has_value());
}

void tst_Message::receive_garbage()
{
    QCOMPARE(::send(m_a.fd(), "\0garbage", 8, 0), 8);
    const auto message = receiveMessage(m_b.fd());
    QVERIFY(!message);
    // A packet that says that it came in a file, without one.
    QCOMPARE(::send(m_a.fd(), "\1", 1, 0), 1);
    QVERIFY(!receiveMessage(m_b.fd()));
}

void tst_Message::send_toNobody()
{
    m_b.reset();
    QVERIFY(!sendMessage(m_a.fd(), {}));
}

void tst_Message::send_manyThreads()
{
    constexpr int each = 500;
    std::array<std::thread, 4> senders;
    for (size_t i = 0; i < senders.size(); ++i) {
        senders[i] = std::thread([this, i] {
            for (int n = 0; n < each; ++n) {
                if (!sendMessage(m_a.fd(), {{u"sender"_s, int(i)}, {u"text"_s, QString(1000, u'x')}}))
                    return;
            }
        });
    }
    int received = 0;
    for (; received < int(senders.size()) * each; ++received) {
        const auto message = receiveMessage(m_b.fd());
        if (!message || !*message || (*message)->body.value(u"text"_s).toString().size() != 1000)
            break;
    }
    for (std::thread &sender : senders)
        sender.join();
    QCOMPARE(received, int(senders.size()) * each);
}

QTEST_APPLESS_MAIN(tst_Message)
#include "tst_message.moc"
