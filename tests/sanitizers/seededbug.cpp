// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One bug on purpose, in what the engine is built of: seededbug KIND. Only a sanitizer makes it do harm.
#include "core/engine/scheduler.h"
#include "core/plan/job.h"

#include <cstdio>
#include <memory>
#include <thread>

using namespace convoy;

namespace {

int useAfterFree()
{
    auto plan = std::make_unique<JobPlan>();
    const JobPlan *kept = plan.get();
    plan.reset();
    return kept->number;
}

int overflow(int argc)
{
    std::vector<Job> jobs(size_t(argc), Job{});
    return jobs.data()[argc].status.attempts;
}

int leak()
{
    static_cast<void>(new Job[100]);
    return 0;
}

int shift(int argc)
{
    return 1 << (argc + 40);
}

/// The scheduler is for one thread; here two ask it.
int race()
{
    Scheduler scheduler(2, [] { return qint64(1) << 30; });
    const auto work = [&scheduler] {
        for (int i = 0; i < 1000; ++i)
            scheduler.setRate(QStringLiteral("p"), i);
    };
    std::jthread one(work);
    std::jthread other(work);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray kind(argc > 1 ? argv[1] : "");
    int result = 0;
    if (kind == "use-after-free")
        result = useAfterFree();
    else if (kind == "overflow")
        result = overflow(argc);
    else if (kind == "leak")
        result = leak();
    else if (kind == "shift")
        result = shift(argc);
    else if (kind == "race")
        result = race();
    std::printf("%d\n", result);
    return 0;
}
