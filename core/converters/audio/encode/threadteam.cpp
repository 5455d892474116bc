// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/threadteam.h"

#include "core/converters/audio/base/audiotext.h"

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

namespace convoy {

ThreadTeam::ThreadTeam(const ConvertContext &context, Work work, Fail fail)
    : m_context(context),
      m_work(std::move(work)),
      m_fail(std::move(fail))
{
}

void ThreadTeam::run()
{
    guarded(false);
    m_helpers.clear(); // joins
}

void ThreadTeam::call(const std::function<bool()> &enough)
{
    while (m_count < budget() - 1 && enough()) {
        ++m_count;
        try {
            m_helpers.emplace_back([this] { guarded(true); });
        } catch (const std::system_error &) {
            --m_count; // no thread to be had: one does the work
            return;
        }
    }
}

int ThreadTeam::budget() const
{
    return m_context.threads ? std::max(1, m_context.threads->load(std::memory_order_relaxed)) : 1;
}

void ThreadTeam::guarded(bool isHelper)
{
    try {
        m_work(isHelper);
    } catch (const std::bad_alloc &) {
        m_fail({ErrorKind::OutOfMemory, AudioText::tr("There is not enough memory."), {}});
    }
    if (isHelper)
        --m_count;
}

} // namespace convoy
