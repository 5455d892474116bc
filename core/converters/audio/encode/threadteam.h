// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace convoy {

/// The caller's thread and, as the budget of its job changes, helpers beside it. All do the same work, which is told whether
/// a helper does it.
class ThreadTeam
{
public:
    using Work = std::function<void(bool isHelper)>;
    using Fail = std::function<void(const Error &error)>;

    /// `fail` gets what work throws for want of memory, from any thread.
    ThreadTeam(const ConvertContext &context, Work work, Fail fail);

    /// Does the work here, and waits for all helpers.
    void run();
    /// From the caller's thread, often: starts helpers while the budget has cores and there is `enough` work for one more.
    void call(const std::function<bool()> &enough);
    /// How many threads may be at work, the caller's with them.
    int budget() const;
    /// Whether a helper has to end because its core was taken back.
    bool isTooMany(bool isHelper) const { return isHelper && m_count > budget() - 1; }

private:
    void guarded(bool isHelper);

    const ConvertContext &m_context;
    const Work m_work;
    const Fail m_fail;
    std::atomic<int> m_count = 0;
    std::vector<std::jthread> m_helpers; ///< the caller's thread only
};

} // namespace convoy
