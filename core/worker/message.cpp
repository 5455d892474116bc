// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/message.h"

#include "core/base/fileio.h"

#include <QCborValue>
#include <QCoreApplication>

#include <array>
#include <cstring>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace convoy {

namespace {

struct MessageText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Message)
};

// Well under net.core.wmem_default (212,992): a packet must fit the socket's buffer.
constexpr qsizetype largestPacket = 96 * 1024;
constexpr size_t mostDescriptors = 253; // SCM_MAX_FD, unix(7)

enum class Carrier : char { Packet, MemoryFile };

Error broken(int errnoValue)
{
    return systemError(errnoValue, ErrorKind::Internal, MessageText::tr("The connection to the worker is broken."));
}

Result<FileDescriptor> memoryFile(const QByteArray &bytes)
{
    FileDescriptor fd(::memfd_create("convoy-message", MFD_CLOEXEC));
    if (!fd.isValid() || !writeAll(fd.fd(), bytes))
        return broken(errno);
    return fd;
}

Result<QByteArray> readMemoryFile(int fd)
{
    struct stat status = {};
    constexpr off_t mostBytes = 256 << 20;
    if (::fstat(fd, &status) != 0 || status.st_size > mostBytes)
        return broken(EMSGSIZE);
    QByteArray bytes(status.st_size, Qt::Uninitialized);
    const ssize_t got = readAt(fd, bytes.data(), size_t(bytes.size()), 0);
    return got == bytes.size() ? Result<QByteArray>(bytes) : broken(got < 0 ? errno : EIO);
}

Result<void> sendPacket(int socket, const QByteArray &packet, std::span<const int> fds)
{
    iovec part{const_cast<char *>(packet.constData()), size_t(packet.size())};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    std::vector<char> control;
    if (!fds.empty()) {
        control.resize(CMSG_SPACE(fds.size_bytes()));
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        cmsghdr *rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(fds.size_bytes());
        std::memcpy(CMSG_DATA(rights), fds.data(), fds.size_bytes());
    }
    while (::sendmsg(socket, &header, MSG_NOSIGNAL) < 0) {
        if (errno != EINTR)
            return broken(errno);
    }
    return {};
}

std::vector<FileDescriptor> takeDescriptors(msghdr &header)
{
    std::vector<FileDescriptor> fds;
    for (cmsghdr *rights = CMSG_FIRSTHDR(&header); rights; rights = CMSG_NXTHDR(&header, rights)) {
        if (rights->cmsg_level != SOL_SOCKET || rights->cmsg_type != SCM_RIGHTS)
            continue;
        const size_t count = (rights->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        std::vector<int> numbers(count);
        std::memcpy(numbers.data(), CMSG_DATA(rights), count * sizeof(int));
        for (const int number : numbers)
            fds.emplace_back(number);
    }
    return fds;
}

} // namespace

Result<void> sendMessage(int socket, const QCborMap &body, std::span<const int> fds)
{
    const QByteArray cbor = body.toCborValue().toCbor();
    if (cbor.size() < largestPacket)
        return sendPacket(socket, QByteArray(1, char(Carrier::Packet)) + cbor, fds);
    const Result<FileDescriptor> file = memoryFile(cbor);
    if (!file)
        return file.error();
    std::vector<int> all(fds.begin(), fds.end());
    all.push_back(file->fd());
    return sendPacket(socket, QByteArray(1, char(Carrier::MemoryFile)), all);
}

Result<std::optional<Message>> receiveMessage(int socket)
{
    QByteArray packet(largestPacket + 1, Qt::Uninitialized);
    iovec part{packet.data(), size_t(packet.size())};
    std::array<char, CMSG_SPACE(mostDescriptors * sizeof(int))> control;
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    ssize_t size = 0;
    do {
        size = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    if (size == 0 || (size < 0 && errno == ECONNRESET))
        return std::optional<Message>();
    if (size < 0)
        return broken(errno);
    Message message{{}, takeDescriptors(header)};
    if ((header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
        return broken(EMSGSIZE);

    QByteArray cbor = packet.mid(1, size - 1);
    if (packet[0] == char(Carrier::MemoryFile)) {
        if (message.fds.empty())
            return broken(EBADMSG);
        Result<QByteArray> bytes = readMemoryFile(message.fds.back().fd());
        message.fds.pop_back();
        if (!bytes)
            return bytes.error();
        cbor = std::move(*bytes);
    }
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cbor, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return broken(EBADMSG);
    message.body = value.toMap();
    return std::optional(std::move(message));
}

} // namespace convoy
