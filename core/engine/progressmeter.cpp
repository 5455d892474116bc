// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/progressmeter.h"

#include <algorithm>

namespace convoy {

namespace {

// Shorter jobs do not keep the end of a batch waiting; 100,000 of them need not be noted one by one.
constexpr double leastNoted = 0.5;

} // namespace

void ProgressMeter::add(double weight, bool isFinished)
{
    m_total += weight;
    m_finished += isFinished ? weight : 0;
}

void ProgressMeter::remove(double weight, bool isFinished)
{
    m_total -= weight;
    m_finished -= isFinished ? weight : 0;
}

void ProgressMeter::expect(const QString &profile, double cost, bool divisible)
{
    Backlog &backlog = m_waiting[profile];
    ++backlog.jobs;
    backlog.cost += cost;
    backlog.squares += cost * cost;
    if (!divisible && cost >= leastNoted)
        backlog.fixed.insert(cost);
}

void ProgressMeter::dismiss(const QString &profile, double cost, bool divisible)
{
    Backlog &backlog = m_waiting[profile];
    if (--backlog.jobs == 0) {
        backlog = {}; // without what rounding has left
        return;
    }
    backlog.cost -= cost;
    backlog.squares -= cost * cost;
    if (const auto noted = backlog.fixed.find(cost); !divisible && noted != backlog.fixed.end())
        backlog.fixed.erase(noted);
}

double ProgressMeter::fraction(double running)
{
    if (m_total > 0)
        m_shown = std::max(m_shown, std::min(1.0, (m_finished + running) / m_total));
    return m_shown;
}

std::vector<OpenWork> ProgressMeter::waiting() const
{
    std::vector<OpenWork> work;
    for (const auto &[profile, backlog] : m_waiting) {
        if (backlog.jobs > 0)
            work.push_back({.profile = profile,
                            .cost = backlog.cost,
                            .costSquares = std::max(0.0, backlog.squares),
                            .longest = backlog.fixed.empty() ? 0 : *backlog.fixed.rbegin()});
    }
    return work;
}

} // namespace convoy
