// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/message.h"

#include <QTest>

#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

int openDescriptors()
{
    int count = 0;
    for (int fd = 0; fd < 512; ++fd)
        count += ::fcntl(fd, F_GETFD) >= 0;
    return count;
}

} // namespace

/// Packets with descriptors.
class TestMessage : public QObject
{
    Q_OBJECT

private:
    void sendRaw(QByteArray packet, int fd)
    {
        iovec part{packet.data(), size_t(packet.size())};
        alignas(cmsghdr) char control[CMSG_SPACE(sizeof fd)] = {};
        msghdr header{};
        header.msg_iov = &part;
        header.msg_iovlen = 1;
        header.msg_control = control;
        header.msg_controllen = sizeof control;
        cmsghdr *rights = CMSG_FIRSTHDR(&header);
        *rights = {CMSG_LEN(sizeof fd), SOL_SOCKET, SCM_RIGHTS};
        std::memcpy(CMSG_DATA(rights), &fd, sizeof fd);
        QCOMPARE(::sendmsg(m_ends[0].fd(), &header, 0), ssize_t(packet.size()));
    }

    FileDescriptor m_ends[2];

private Q_SLOTS:
    void init()
    {
        int ends[2];
        QCOMPARE(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
        m_ends[0].reset(ends[0]);
        m_ends[1].reset(ends[1]);
    }

    void body_arrives_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 90'000, 96 * 1024 - 20, 96 * 1024, 96 * 1024 + 20, 20'000'000})
            QTest::addRow("%d bytes", size) << size;
    }

    void body_arrives()
    {
        QFETCH(int, size);
        const QByteArray bytes(size, 'x');
        const int fds[] = {m_ends[0].fd()};
        QVERIFY(sendMessage(m_ends[0].fd(), {{u"bytes"_s, bytes}, {u"n"_s, 7}}, fds));
        Result<std::optional<Message>> message = receiveMessage(m_ends[1].fd());
        QVERIFY(message && *message);
        QCOMPARE((*message)->body.value(u"bytes"_s).toByteArray(), bytes);
        QCOMPARE((*message)->body.value(u"n"_s).toInteger(), 7);
        QCOMPARE((*message)->fds.size(), size_t(1)); // the one that carried a large body is not among them
    }

    void descriptors_areTheSameFilesAndClosed()
    {
        const int before = openDescriptors();
        {
            std::vector<FileDescriptor> files;
            std::vector<int> numbers;
            for (int i = 0; i < 200; ++i) {
                files.emplace_back(::memfd_create("x", MFD_CLOEXEC));
                numbers.push_back(files.back().fd());
                QCOMPARE(::write(files.back().fd(), &i, sizeof i), ssize_t(sizeof i));
            }
            QVERIFY(sendMessage(m_ends[0].fd(), {}, numbers));
            const Result<std::optional<Message>> message = receiveMessage(m_ends[1].fd());
            QCOMPARE((*message)->fds.size(), size_t(200));
            for (int i = 0; i < 200; ++i) {
                int value = -1;
                QCOMPARE(::pread((*message)->fds[size_t(i)].fd(), &value, sizeof value, 0), ssize_t(sizeof value));
                QCOMPARE(value, i);
                QVERIFY((::fcntl((*message)->fds[size_t(i)].fd(), F_GETFD) & FD_CLOEXEC) != 0);
            }
        }
        QCOMPARE(openDescriptors(), before);
    }

    void end_isNoError()
    {
        m_ends[0].reset();
        const Result<std::optional<Message>> message = receiveMessage(m_ends[1].fd());
        QVERIFY(message);
        QVERIFY(!*message);
        QVERIFY(!sendMessage(m_ends[1].fd(), {})); // and no signal
    }

    void rubbish_isAnError_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::newRow("unknown") << QByteArray(100, '\x7f');
        QTest::newRow("no map") << QByteArray("\x00\x01", 2);
        QTest::newRow("cut short") << QByteArray("\x00\xa1\x61", 3);
        QTest::newRow("memory file without one") << QByteArray("\x01", 1);
        QTest::newRow("deep") << QByteArray(1, '\0') + QByteArray(50'000, '\x81');
        QTest::newRow("too long") << QByteArray("\x00\xa0", 2) + QByteArray(100'000, '\0'); // what fits is a whole map
        QTest::newRow("huge string") << QByteArray("\x00\xa1\x7b\x7f\xff\xff\xff\xff\xff\xff\xff", 11);
    }

    void rubbish_isAnError()
    {
        QFETCH(QByteArray, packet);
        QCOMPARE(::send(m_ends[0].fd(), packet.constData(), size_t(packet.size()), 0), ssize_t(packet.size()));
        const Result<std::optional<Message>> message = receiveMessage(m_ends[1].fd());
        QVERIFY(!message);
        QCOMPARE(message.error().kind, ErrorKind::Internal);
    }

    /// It would have to be read whole before anything is known of it.
    void memoryFile_hasABound_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("small") << 100 << true;
        QTest::newRow("too large") << (256 << 20) + 1 << false;
    }

    void memoryFile_hasABound()
    {
        QFETCH(int, size);
        const FileDescriptor file(::memfd_create("x", MFD_CLOEXEC)); // an empty map, and then a hole
        QCOMPARE(::ftruncate(file.fd(), size), 0);
        QCOMPARE(::pwrite(file.fd(), "\xa0", 1, 0), ssize_t(1));
        sendRaw("\x01", file.fd());
        QTEST(bool(receiveMessage(m_ends[1].fd())), "isRead");
    }

    /// Where no more files may be open: the message must not be taken for one without descriptors.
    void lostDescriptors_areAnError()
    {
        const FileDescriptor file(::memfd_create("x", MFD_CLOEXEC));
        sendRaw(QByteArray("\x00\xa0", 2), file.fd());
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit none{0, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const Result<std::optional<Message>> message = receiveMessage(m_ends[1].fd());
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(!message);
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
