// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"

#include <QObject>
#include <QSocketNotifier>

#include <cstdint>
#include <functional>
#include <iterator>
#include <mutex>
#include <sys/eventfd.h>
#include <utility>
#include <vector>

namespace convoy {

/// Carries values from any thread to the thread of a QObject, many at a time. A std::mutex guards the values and an
/// eventfd(2) rings the bell: ThreadSanitizer can follow both, but not what is posted through Qt's event queue.
template <typename T>
class Mailbox
{
public:
    using Handler = std::function<void(std::vector<T>)>;

    /// `handler` runs in the thread of `owner`, which makes and owns the mailbox and must outlive every call of post().
    /// It gets at most `mostAtOnce` values in one round of the event loop, so that a flood leaves time for everything
    /// else.
    Mailbox(QObject *owner, Handler handler, size_t mostAtOnce = SIZE_MAX)
        : m_handler(std::move(handler)),
          m_mostAtOnce(mostAtOnce),
          m_bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          m_notifier(m_bell.fd(), QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, owner, [this] {
            quint64 rings = 0;
            [[maybe_unused]] const ssize_t size = ::read(m_bell.fd(), &rings, sizeof rings);
            deliver();
        });
    }

    void post(T value)
    {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = m_values.empty();
            m_values.push_back(std::move(value));
        }
        if (first)
            ring();
    }

private:
    void ring() const
    {
        constexpr quint64 once = 1;
        [[maybe_unused]] const ssize_t size = ::write(m_bell.fd(), &once, sizeof once);
    }

    void deliver()
    {
        std::vector<T> values;
        {
            const std::lock_guard lock(m_mutex);
            values.swap(m_values);
            if (values.size() > m_mostAtOnce) {
                const auto rest = values.begin() + std::ptrdiff_t(m_mostAtOnce);
                m_values.assign(std::move_iterator(rest), std::move_iterator(values.end()));
                values.erase(rest, values.end());
                ring();
            }
        }
        if (!values.empty())
            m_handler(std::move(values));
    }

    Handler m_handler;
    size_t m_mostAtOnce;
    FileDescriptor m_bell;
    QSocketNotifier m_notifier;
    std::mutex m_mutex;
    std::vector<T> m_values; // guarded by m_mutex
};

} // namespace convoy
