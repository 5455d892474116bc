// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>

#include <cstdint>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace convoy {

/// Carries values from any thread to the thread of a QObject, many at a time. A std::mutex guards the values, so
/// ThreadSanitizer can follow them; Qt's event queue only rings the bell.
template <typename T>
class Mailbox
{
public:
    using Handler = std::function<void(std::vector<T>)>;

    /// `handler` runs in the thread of `owner`, which must outlive every call of post(). It gets at most `mostAtOnce`
    /// values in one round of the event loop, so that a flood leaves time for everything else.
    Mailbox(QObject *owner, Handler handler, size_t mostAtOnce = SIZE_MAX)
        : m_owner(owner), m_handler(std::move(handler)), m_mostAtOnce(mostAtOnce)
    {
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
    void ring() { QMetaObject::invokeMethod(m_owner, [this] { deliver(); }, Qt::QueuedConnection); }

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

    QObject *m_owner;
    Handler m_handler;
    size_t m_mostAtOnce;
    std::mutex m_mutex;
    std::vector<T> m_values; // guarded by m_mutex
};

} // namespace convoy
