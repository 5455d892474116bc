// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/base/result.h"
#include "core/worker/jobcontrol.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace convoy {

/// Grants wishes one at a time on a thread of its own. A new wish cancels the one before, and what came of a wish that
/// is not wanted any more is dropped.
template <typename Wish, typename Made>
class LatestWish
{
public:
    using Make = std::function<Result<Made>(const Wish &wish, JobControl &control, quint64 ticket)>;
    using Deliver = std::function<void(const Result<Made> &made)>;

    /// `make` runs in the thread of its own, `deliver` in `owner`'s.
    LatestWish(QObject *owner, Make make, Deliver deliver)
        : m_make(std::move(make)),
          m_deliver(std::move(deliver)),
          m_mailbox(owner, [this](const std::vector<Answer> &answers) { receive(answers); }),
          m_thread([this](const std::stop_token &stop) { run(stop); })
    {
    }
    ~LatestWish()
    {
        cancel();
        m_thread.request_stop();
        m_thread.join();
    }
    LatestWish(const LatestWish &) = delete;
    LatestWish &operator=(const LatestWish &) = delete;

    void set(Wish wish)
    {
        replace(std::move(wish));
        m_wake.notify_one();
    }
    /// Nothing more is delivered until the next set().
    void cancel() { replace(std::nullopt); }

private:
    struct Answer {
        quint64 ticket;
        Result<Made> made;
    };

    void replace(std::optional<Wish> wish)
    {
        const std::lock_guard lock(m_mutex);
        ++m_ticket;
        m_next = std::move(wish);
        if (m_current)
            m_current->cancel();
    }

    void run(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            JobControl control;
            std::optional<Wish> wish;
            quint64 ticket = 0;
            {
                std::unique_lock lock(m_mutex);
                if (!m_wake.wait(lock, stop, [this] { return m_next.has_value(); }))
                    return;
                wish.swap(m_next);
                ticket = m_ticket;
                m_current = &control;
            }
            Result<Made> made = m_make(*wish, control, ticket);
            {
                const std::lock_guard lock(m_mutex);
                m_current = nullptr;
            }
            m_mailbox.post({ticket, std::move(made)});
        }
    }

    void receive(const std::vector<Answer> &answers)
    {
        for (const Answer &answer : answers) {
            if (isWanted(answer.ticket))
                m_deliver(answer.made);
        }
    }

    bool isWanted(quint64 ticket)
    {
        const std::lock_guard lock(m_mutex);
        return ticket == m_ticket;
    }

    Make m_make;
    Deliver m_deliver;
    Mailbox<Answer> m_mailbox;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Wish> m_next;      // guarded by m_mutex
    JobControl *m_current = nullptr; // guarded by m_mutex
    quint64 m_ticket = 0;            // guarded by m_mutex
    std::jthread m_thread;
};

} // namespace convoy
