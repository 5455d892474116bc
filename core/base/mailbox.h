// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>

#include <functional>
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

    /// `handler` runs in the thread of `owner`, which must outlive every call of post().
    Mailbox(QObject *owner, Handler handler) : m_owner(owner), m_handler(std::move(handler)) {}

    void post(T value)
    {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = m_values.empty();
            m_values.push_back(std::move(value));
        }
        if (first)
            QMetaObject::invokeMethod(m_owner, [this] { deliver(); }, Qt::QueuedConnection);
    }

    /// Hands over what has come so far, at once. Call it in the owner's thread.
    void deliver()
    {
        std::vector<T> values;
        {
            const std::lock_guard lock(m_mutex);
            values.swap(m_values);
        }
        if (!values.empty())
            m_handler(std::move(values));
    }

private:
    QObject *m_owner;
    Handler m_handler;
    std::mutex m_mutex;
    std::vector<T> m_values; // guarded by m_mutex
};

} // namespace convoy
