// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/blockedplaces.h"
#include "core/plan/job.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace convoy {

/// Who starts next, on which slot, and how many cores each running job has. Decides only: starts nothing, knows no
/// clock but the one that it is told, and can so be simulated. Times are milliseconds of any steady clock.
///
/// The order is: moved to the front, then longest first, then as submitted. Jobs wait by profile (which may limit how
/// many run at once and how soon after each other they start) and output folder (which may be blocked), so that one that
/// must wait holds back nobody else.
class Scheduler
{
public:
    using Memory = std::function<qint64()>;

    /// `memory`: bytes that are available now.
    Scheduler(int slots_, Memory memory);

    /// What a job of that profile costs for each expected second, from earlier batches. Before any job waits.
    void setRate(const QString &profile, double rate) { m_rates[profile] = rate; }
    /// Expected seconds on one core.
    double cost(const Job &job) const;

    /// The job must stay where it is, with the same plan and the same way to be served, until it starts or is removed.
    /// False where it waits already.
    bool enqueue(const Job &job);
    /// False where the job does not wait.
    bool dequeue(const Job &job);
    void moveToFront(const Job &job);
    void forget(JobId id) { m_fronts.erase(id); }
    bool hasRunning() const { return !m_running.empty(); }

    void block(const Path &folder, BlockedPlaces::Extent extent);
    void unblockAll();
    bool isBlocked(const Path &folder) const { return m_blocked.contains(folder); }
    /// Nothing runs, and what waits can only wait: its places are blocked.
    bool isStalled() const;

    struct Start {
        const Job *job = nullptr;
        int slot = 0;
    };
    /// The next job, which then runs; nothing where every slot is taken, nothing may start now or the memory does not do.
    std::optional<Start> startNext(qint64 nowMs);
    /// Who will probably start next, as many as there are slots.
    std::vector<const Job *> upcoming(qint64 nowMs);
    /// The job has left its slot.
    void release(JobId id);
    /// When a start that has to wait for its delay is due; -1: none has to.
    qint64 nextStartMs(qint64 nowMs) const;

    /// Lends cores that stand idle to running jobs that can use them, and takes back what others need now.
    void shareThreads();
    int threads(JobId id) const;
    /// How many cores jobs of that profile can have together.
    int coresFor(const QString &profile) const;

private:
    struct Order {
        qint64 front = 0;
        double cost = 0;
        const Job *job = nullptr;
        bool operator<(const Order &other) const
        {
            return std::tuple(-front, -cost, job->id) < std::tuple(-other.front, -other.cost, other.job->id);
        }
    };
    /// Jobs of one profile for one folder.
    struct Group {
        std::set<Order> waiting;
        bool isBlocked = false;
    };
    struct Lane {
        std::map<std::string, Group, std::less<>> groups; // by folder
        std::set<std::pair<Order, Group *>> fronts;       // first of each group that is not blocked
        int running = 0;
        int most = 0;
        qint64 delayMs = 0;
        qint64 nextStartMs = 0;
    };
    struct Running {
        int slot = 0;
        int threads = 1;
        qint64 memory = 0;
        bool divisible = false;
        bool isAlone = false;
        bool isSmall = false;
        Lane *lane = nullptr;
    };
    struct Choice {
        Lane *lane = nullptr;
        Group *group = nullptr;
        Order order;
    };

    Order orderOf(const Job &job) const;
    Lane &laneOf(const Job &job);
    Group &groupOf(Lane &lane, const Job &job);
    bool insert(Lane &lane, Group &group, const Order &order);
    bool remove(Lane &lane, Group &group, const Order &order);
    void refresh(Lane &lane, Group &group);
    bool isOpen(const Lane &lane, qint64 nowMs) const;
    std::optional<Choice> choose(qint64 nowMs);
    std::optional<Choice> chooseAlone();
    Start start(const Choice &choice, int slot, qint64 nowMs);
    int freeSlot(bool isSmall) const;
    bool fits(const Job &job) const;

    int m_slots;
    Memory m_memory;
    std::map<QString, double> m_rates;
    std::map<QString, Lane> m_lanes;  // by profile
    std::set<Order> m_alone;          // jobs that want nothing beside them
    std::map<JobId, qint64> m_fronts; // of jobs that were moved to the front
    std::map<JobId, Running> m_running;
    BlockedPlaces m_blocked;
    qint64 m_front = 0;
    size_t m_waiting = 0;
};

} // namespace convoy
