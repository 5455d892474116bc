// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/enginefixture.h"

#include <QCoreApplication>
#include <QTimer>

#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

double threadCpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

void burn(double cpuSeconds)
{
    const double end = threadCpuSeconds() + cpuSeconds;
    volatile double sink = 1;
    while (threadCpuSeconds() < end) {
        for (int i = 0; i < 2000; ++i)
            sink = std::sqrt(sink + 1);
    }
}

/// A converter of known cost: burns that much CPU in pieces, on as many threads as it has at the moment.
JobOutcome convert(const JobPlan &plan, JobControl &control, const JobNews &news)
{
    constexpr double piece = 0.01;
    const int pieces = std::max(1, int(std::lround(plan.info.cpuSeconds / piece)));
    std::atomic<int> next = 0;
    std::atomic<int> workers = 1;
    const auto work = [&](bool isHelper) {
        while (next < pieces && !(isHelper && workers > control.threads())) {
            if (next++ < pieces)
                burn(piece);
        }
        if (isHelper)
            --workers;
    };
    std::vector<std::jthread> helpers;
    while (next < pieces) {
        while (plan.info.divisible && workers < control.threads()) {
            ++workers;
            helpers.emplace_back([&work] { work(true); });
        }
        if (next++ < pieces)
            burn(piece);
        news.progress(double(next) / pieces);
    }
    helpers.clear();
    JobOutcome outcome;
    outcome.cpuSeconds = plan.info.cpuSeconds;
    outcome.source = plan.input.identity;
    outcome.staged.push_back(BatchPlace::stage(plan.outputFolder, "x"));
    return outcome;
}

struct Case {
    const char *name;
    std::vector<double> divisible;
    std::vector<double> fixed;
};

/// What was shown of the time that is left, and whether it was so.
struct Estimates {
    struct Look {
        double now = 0;
        RemainingTime remaining;
        double fraction = 0;
    };
    std::vector<Look> looks;

    /// Of the looks after the first tenth: those whose range held the truth.
    double rightShare(double seconds) const
    {
        int shown = 0;
        int right = 0;
        for (const Look &look : looks) {
            if (look.now < seconds / 10)
                continue;
            const double left = seconds - look.now;
            ++shown;
            right += left >= look.remaining.lowSeconds && left <= look.remaining.highSeconds ? 1 : 0;
        }
        return shown > 0 ? double(right) / shown : 0;
    }
    bool goesBack() const { return !std::ranges::is_sorted(looks, {}, &Look::fraction); }
};

double makespan(const Case &batch, int cores, Estimates &estimates)
{
    const BatchPlace place;
    CrewExecutor crew(cores + 1);
    Committer committer(std::move(*Journal::open(place.journalFile())));
    Engine engine({crew.executor(), convert, &committer, cores});
    std::vector<JobPlan> plans;
    const auto add = [&](double cost, bool divisible) {
        JobPlan plan = place.plan(int(plans.size()) + 1);
        plan.info.cpuSeconds = cost;
        plan.info.divisible = divisible;
        plans.push_back(std::move(plan));
    };
    for (const double cost : batch.divisible)
        add(cost, true);
    for (const double cost : batch.fixed)
        add(cost, false);
    bool hasEnded = false;
    QObject::connect(&engine, &Engine::batchFinished, &engine, [&hasEnded] { hasEnded = true; });
    QElapsedTimer timer;
    QTimer looking;
    QObject::connect(&looking, &QTimer::timeout, &engine, [&] {
        const EngineProgress progress = engine.progress();
        estimates.looks.push_back({double(timer.nsecsElapsed()) / 1e9, progress.remaining, progress.fraction});
    });
    looking.start(50);
    timer.start();
    engine.submit(std::move(plans), u"Makespan"_s);
    while (!hasEnded)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return double(timer.nsecsElapsed()) / 1e9;
}

double lowerBound(const Case &batch, int cores)
{
    double total = 0;
    double longest = 0;
    for (const double cost : batch.divisible)
        total += cost;
    for (const double cost : batch.fixed) {
        total += cost;
        longest = std::max(longest, cost);
    }
    return std::max(total / cores, longest);
}

/// What a plain pool takes: in the order given, one thread a file.
double plainPool(const Case &batch, int cores)
{
    std::vector<double> ends(size_t(cores), 0.0);
    const auto take = [&ends](double cost) { *std::ranges::min_element(ends) += cost; };
    std::ranges::for_each(batch.fixed, take);
    std::ranges::for_each(batch.divisible, take);
    return *std::ranges::max_element(ends);
}

/// How many cores this machine really gives now to that many busy threads.
double givenCores(int cores)
{
    constexpr double cost = 0.4;
    QElapsedTimer timer;
    timer.start();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < cores; ++i)
            threads.emplace_back([] { burn(cost); });
    }
    return cores * cost / (double(timer.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    const std::vector<Case> cases{
        {"one long, many short", {3.0}, std::vector<double>(30, 0.1)},
        {"all equal, odd number", std::vector<double>(9, 0.6), {}},
        {"one file only", {4.0}, {}},
        {"one that cannot be shared", {}, {3.0}},
        {"one that cannot be shared, many short", std::vector<double>(20, 0.1), {2.5}},
        {"many tiny", {}, std::vector<double>(200, 0.02)},
    };
    std::printf("%-40s %8s %8s %7s %11s %6s %6s\n", "batch", "seconds", "bound", "ratio", "plain pool", "cores", "ETA");
    for (const Case &batch : cases) {
        const double bound = lowerBound(batch, cores);
        // Beside each round what the machine gave before and after it; a machine that is busy otherwise shows there.
        std::vector<std::array<double, 3>> rounds; // ratio, seconds, cores
        double rightSum = 0;
        bool goesBack = false;
        for (int i = 0; i < 5; ++i) {
            const double before = givenCores(cores);
            Estimates estimates;
            const double seconds = makespan(batch, cores, estimates);
            rightSum += estimates.rightShare(seconds);
            goesBack = goesBack || estimates.goesBack();
            const double given = (before + givenCores(cores)) / 2;
            rounds.push_back({seconds * given / cores / bound, seconds, given});
        }
        std::ranges::sort(rounds);
        const auto &[ratio, seconds, given] = rounds[2];
        std::printf("%-40s %8.2f %8.2f %7.3f %11.2f %6.2f %4.0f %%%s\n", batch.name, seconds, bound, ratio,
                    plainPool(batch, cores) / bound, given, rightSum / 5 * 100, goesBack ? ", goes back" : "");
        std::fflush(stdout);
    }
    return 0;
}
