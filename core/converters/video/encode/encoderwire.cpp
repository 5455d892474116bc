// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/encoderwire.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace convoy {

namespace {

struct EncoderPipeText {
    Q_DECLARE_TR_FUNCTIONS(convoy::EncoderPipe)
};

Error encoderGone()
{
    return {ErrorKind::WorkerCrashed, EncoderPipeText::tr("The hardware encoder crashed."), {}};
}

} // namespace

Result<void> EncoderPipe::wait(int fd, short what) const
{
    constexpr int sliceMs = 100;
    QElapsedTimer silent;
    silent.start();
    for (;;) {
        if (m_stop.stop_requested())
            return cancelledError();
        pollfd one{fd, what, 0};
        if (::poll(&one, 1, sliceMs) > 0)
            return {};
        if (m_patienceMs >= 0 && silent.elapsed() > m_patienceMs)
            return Error{ErrorKind::TimedOut, EncoderPipeText::tr("The hardware encoder does not answer."), {}};
    }
}

Result<void> EncoderPipe::send(const void *data, size_t size) const
{
    const char *next = static_cast<const char *>(data);
    while (size > 0) {
        const ssize_t written = ::write(m_ends.out, next, size);
        if (written > 0) {
            next += written;
            size -= size_t(written);
        } else if (errno != EAGAIN && errno != EINTR) {
            return encoderGone();
        } else if (Result<void> ready = wait(m_ends.out, POLLOUT); !ready) {
            return ready;
        }
    }
    return {};
}

Result<void> EncoderPipe::receive(void *data, size_t size) const
{
    char *next = static_cast<char *>(data);
    while (size > 0) {
        const ssize_t read = ::read(m_ends.in, next, size);
        if (read > 0) {
            next += read;
            size -= size_t(read);
        } else if (read == 0 || (errno != EAGAIN && errno != EINTR)) {
            return encoderGone();
        } else if (Result<void> ready = wait(m_ends.in, POLLIN); !ready) {
            return ready;
        }
    }
    return {};
}

} // namespace convoy
