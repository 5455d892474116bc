// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/scheduler.h"

#include "core/converters/converterinfo.h"
#include "core/plan/estimate.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double memoryShare = 0.6; // of what is available, for all running jobs together
// Between two jobs that cost less, a core would wait for messages to go round: one more is got ready meanwhile.
constexpr double smallCost = 0.05;

bool isProgram(const Job &job)
{
    const ConverterInfo *converter = findConverter(servingSettings(job).converter);
    return converter && converter->family == "tool"_L1;
}

} // namespace

Scheduler::Scheduler(int slots_, Memory memory) : m_slots(slots_), m_memory(std::move(memory)) {}

double Scheduler::cost(const Job &job) const
{
    const auto rate = m_rates.find(job.plan.settings->profileId);
    return expectedCost(job.plan) * (rate == m_rates.end() ? 1 : rate->second);
}

Scheduler::Order Scheduler::orderOf(const Job &job) const
{
    const auto front = m_fronts.find(job.id);
    return {front == m_fronts.end() ? 0 : front->second, cost(job), &job};
}

Scheduler::Lane &Scheduler::laneOf(const Job &job)
{
    const ConversionSettings &settings = servingSettings(job);
    Lane &lane = m_lanes[settings.profileId];
    lane.most = settings.maxParallel;
    lane.delayMs = qint64(settings.startDelayS * 1000);
    return lane;
}

Scheduler::Group &Scheduler::groupOf(Lane &lane, const Job &job)
{
    const std::string folder = job.plan.outputFolder.native();
    if (const auto known = lane.groups.find(folder); known != lane.groups.end())
        return known->second;
    Group &group = lane.groups[folder];
    group.isBlocked = m_blocked.contains(job.plan.outputFolder);
    return group;
}

/// Brings the lane's view of a group's first job up to date.
void Scheduler::refresh(Lane &lane, Group &group)
{
    if (!group.waiting.empty() && !group.isBlocked)
        lane.fronts.emplace(*group.waiting.begin(), &group);
}

bool Scheduler::insert(Lane &lane, Group &group, const Order &order)
{
    if (!group.waiting.empty())
        lane.fronts.erase({*group.waiting.begin(), &group});
    const bool isNew = group.waiting.insert(order).second;
    m_waiting += size_t(isNew);
    refresh(lane, group);
    return isNew;
}

bool Scheduler::remove(Lane &lane, Group &group, const Order &order)
{
    if (group.waiting.empty())
        return false;
    lane.fronts.erase({*group.waiting.begin(), &group});
    const bool waited = group.waiting.erase(order) > 0;
    m_waiting -= size_t(waited);
    refresh(lane, group);
    return waited;
}

bool Scheduler::enqueue(const Job &job)
{
    if (job.status.isAlone) {
        const bool isNew = m_alone.insert(orderOf(job)).second;
        m_waiting += size_t(isNew);
        return isNew;
    }
    Lane &lane = laneOf(job);
    return insert(lane, groupOf(lane, job), orderOf(job));
}

bool Scheduler::dequeue(const Job &job)
{
    const Order order = orderOf(job);
    if (job.status.isAlone) {
        const bool waited = m_alone.erase(order) > 0;
        m_waiting -= size_t(waited);
        return waited;
    }
    const auto lane = m_lanes.find(servingSettings(job).profileId);
    if (lane == m_lanes.end())
        return false;
    const auto group = lane->second.groups.find(job.plan.outputFolder.native());
    return group != lane->second.groups.end() && remove(lane->second, group->second, order);
}

void Scheduler::moveToFront(const Job &job)
{
    const bool waited = dequeue(job);
    m_fronts[job.id] = ++m_front;
    if (waited)
        enqueue(job);
}

void Scheduler::block(const Path &folder, BlockedPlaces::Extent extent)
{
    m_blocked.add(folder, extent);
    for (auto &[profile, lane] : m_lanes) {
        for (auto &[path, group] : lane.groups) {
            if (group.isBlocked || !m_blocked.contains(path))
                continue;
            if (!group.waiting.empty())
                lane.fronts.erase({*group.waiting.begin(), &group});
            group.isBlocked = true;
        }
    }
}

void Scheduler::unblockAll()
{
    if (m_blocked.isEmpty())
        return;
    m_blocked.clear();
    for (auto &[profile, lane] : m_lanes) {
        for (auto &[path, group] : lane.groups) {
            group.isBlocked = false;
            refresh(lane, group);
        }
    }
}

bool Scheduler::isStalled() const
{
    if (m_waiting == 0 || !m_running.empty() || m_blocked.isEmpty())
        return false;
    const bool laneWaits = std::ranges::any_of(m_lanes, [](const auto &entry) { return !entry.second.fronts.empty(); });
    return !laneWaits && std::ranges::all_of(m_alone, [this](const Order &order) {
        return m_blocked.contains(order.job->plan.outputFolder);
    });
}

bool Scheduler::isOpen(const Lane &lane, qint64 nowMs) const
{
    return !lane.fronts.empty() && (lane.most == 0 || lane.running < lane.most) && nowMs >= lane.nextStartMs;
}

std::optional<Scheduler::Choice> Scheduler::choose(qint64 nowMs)
{
    std::optional<Choice> best;
    for (auto &[profile, lane] : m_lanes) {
        if (!isOpen(lane, nowMs))
            continue;
        const auto &[order, group] = *lane.fronts.begin();
        if (!best || order < best->order)
            best = Choice{&lane, group, order};
    }
    return best ? best : chooseAlone();
}

/// Such a job waits until nothing runs and nobody else can go.
std::optional<Scheduler::Choice> Scheduler::chooseAlone()
{
    if (!m_running.empty())
        return std::nullopt;
    const auto open = std::ranges::find_if(
        m_alone, [this](const Order &order) { return !m_blocked.contains(order.job->plan.outputFolder); });
    if (open == m_alone.end())
        return std::nullopt;
    return Choice{&laneOf(*open->job), nullptr, *open};
}

int Scheduler::freeSlot(bool isSmall) const
{
    // Only beside another small one, whose end is near.
    const bool oneMore = isSmall && m_waiting > 1
        && std::ranges::any_of(m_running, [](const auto &entry) { return entry.second.isSmall; });
    const int lanes = m_slots + (oneMore ? 1 : 0);
    std::vector<bool> taken(size_t(m_slots) + 1, false);
    for (const auto &[id, running] : m_running) {
        if (running.isAlone)
            return -1;
        taken[size_t(running.slot)] = true;
    }
    const auto slot = std::ranges::find(taken, false) - taken.begin();
    return slot < lanes ? int(slot) : -1;
}

/// Whether there is memory for the job beside those that run. Alone, every job may start: its sandbox limits it.
bool Scheduler::fits(const Job &job) const
{
    if (m_running.empty())
        return true;
    qint64 needed = job.plan.info.memoryBytes;
    for (const auto &[id, running] : m_running)
        needed += running.memory;
    return double(needed) <= double(m_memory()) * memoryShare;
}

std::optional<Scheduler::Start> Scheduler::startNext(qint64 nowMs)
{
    const std::optional<Choice> choice = choose(nowMs);
    if (!choice)
        return std::nullopt;
    // Who says that so many programs run at a time means it, and one after the other is one after the other.
    const bool isExact = m_slots == 1 || isProgram(*choice->order.job);
    const int slot = freeSlot(!isExact && choice->order.cost < smallCost);
    if (slot < 0 || !fits(*choice->order.job))
        return std::nullopt; // until one that runs has ended
    return start(*choice, slot, nowMs);
}

std::vector<const Job *> Scheduler::upcoming(qint64 nowMs)
{
    std::vector<const Job *> jobs;
    const std::optional<Choice> first = choose(nowMs);
    if (!first)
        return jobs;
    if (!first->group)
        return {first->order.job};
    auto order = first->group->waiting.begin();
    for (; order != first->group->waiting.end() && jobs.size() < size_t(m_slots); ++order)
        jobs.push_back(order->job);
    return jobs;
}

Scheduler::Start Scheduler::start(const Choice &choice, int slot, qint64 nowMs)
{
    const Job &job = *choice.order.job;
    if (choice.group) {
        remove(*choice.lane, *choice.group, choice.order);
    } else {
        m_alone.erase(choice.order);
        --m_waiting;
    }
    ++choice.lane->running;
    choice.lane->nextStartMs = nowMs + choice.lane->delayMs;
    m_running.emplace(job.id,
                      Running{.slot = slot,
                              .memory = job.plan.info.memoryBytes,
                              .divisible = job.plan.info.divisible,
                              .isAlone = job.status.isAlone,
                              .isSmall = choice.order.cost < smallCost,
                              .lane = choice.lane});
    return {&job, slot};
}

void Scheduler::release(JobId id)
{
    const auto running = m_running.find(id);
    if (running == m_running.end())
        return;
    --running->second.lane->running;
    m_running.erase(running);
}

qint64 Scheduler::nextStartMs(qint64 nowMs) const
{
    qint64 next = -1;
    for (const auto &[profile, lane] : m_lanes) {
        if (!lane.fronts.empty() && lane.nextStartMs > nowMs && (next < 0 || lane.nextStartMs < next))
            next = lane.nextStartMs;
    }
    return next;
}

void Scheduler::shareThreads()
{
    std::vector<Running *> borrowers;
    for (auto &[id, running] : m_running) {
        running.threads = 1;
        if (running.divisible)
            borrowers.push_back(&running);
    }
    const int idle = m_slots - int(m_running.size());
    for (int i = 0; i < idle && !borrowers.empty(); ++i)
        ++borrowers[size_t(i) % borrowers.size()]->threads;
}

int Scheduler::threads(JobId id) const
{
    const auto running = m_running.find(id);
    return running == m_running.end() ? 0 : running->second.threads;
}

int Scheduler::coresFor(const QString &profile) const
{
    const auto lane = m_lanes.find(profile);
    return lane == m_lanes.end() || lane->second.most == 0 ? m_slots : std::min(m_slots, lane->second.most);
}

} // namespace convoy
