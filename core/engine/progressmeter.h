// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/estimate.h"

#include <map>
#include <set>

namespace convoy {

/// How much of the whole is done, and how much waits. Weights are expected seconds.
class ProgressMeter
{
public:
    /// A job that is known from now on.
    void add(double weight, bool isFinished);
    void remove(double weight, bool isFinished);
    void finish(double weight) { m_finished += weight; }
    void reopen(double weight) { m_finished -= weight; }

    /// Waits to be done / does not wait any more.
    void expect(const QString &profile, double cost, bool divisible);
    void dismiss(const QString &profile, double cost, bool divisible);

    /// 0 … 1 with `running` of unfinished jobs reached; never less than before, until restart().
    double fraction(double running);
    void restart() { m_shown = 0; }

    /// Everything that waits, by profile; `cores` is not set.
    std::vector<OpenWork> waiting() const;

private:
    struct Backlog {
        int jobs = 0;
        double cost = 0;
        double squares = 0;
        std::multiset<double> fixed; // costs of jobs that have to stay on one core
    };
    std::map<QString, Backlog> m_waiting;
    double m_total = 0;
    double m_finished = 0;
    double m_shown = 0;
};

} // namespace convoy
