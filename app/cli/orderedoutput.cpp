// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/orderedoutput.h"

namespace convoy {

void OrderedOutput::batchStarted(const QString &batch, const QString &profile, int jobs)
{
    m_next = 1;
    m_output->batchStarted(batch, profile, jobs);
}

void OrderedOutput::jobFinished(const Job &job)
{
    m_held.emplace(job.plan.number, Held{job, false});
    tellThoseInTurn();
}

void OrderedOutput::jobFinishedEarlier(const Job &job)
{
    m_held.emplace(job.plan.number, Held{job, true});
    tellThoseInTurn();
}

void OrderedOutput::batchFinished(const BatchSummary &summary)
{
    for (const auto &[number, held] : std::exchange(m_held, {}))
        tell(held);
    m_output->batchFinished(summary);
}

void OrderedOutput::tell(const Held &held)
{
    if (held.earlier)
        m_output->jobFinishedEarlier(held.job);
    else
        m_output->jobFinished(held.job);
}

void OrderedOutput::tellThoseInTurn()
{
    for (auto held = m_held.find(m_next); held != m_held.end(); held = m_held.find(m_next)) {
        tell(held->second);
        m_held.erase(held);
        ++m_next;
    }
}

} // namespace convoy
