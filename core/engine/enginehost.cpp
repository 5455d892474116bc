// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/enginehost.h"

#include "core/base/resources.h"

#include <QCoreApplication>

#include <csignal>
#include <latch>
#include <sys/resource.h>
#include <system_error>
#include <thread>

namespace convoy {

namespace {

struct EngineHostText {
    Q_DECLARE_TR_FUNCTIONS(convoy::EngineHost)
};

/// Staged files, inputs and workers' sockets are many at once; the usual soft limit is for programs that use select(2).
/// How many may be opened yet.
qint64 allowManyOpenFiles()
{
    constexpr rlim_t wanted = 16384;
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return wanted;
    if (files.rlim_cur < wanted) {
        files.rlim_cur = std::min(wanted, files.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    std::error_code failed;
    const std::filesystem::directory_iterator open("/proc/self/fd", failed);
    return qint64(std::min(files.rlim_cur, wanted)) - std::distance(begin(open), end(open));
}

/// So many jobs at once that none ends for want of a descriptor: journal, helpers and names take some, each job more.
Result<int> jobsByFiles(int wanted, qint64 openFiles)
{
    constexpr qint64 shared = 24;
    constexpr qint64 ofJob = 12; // input, outputs, two connections, pipes, and what waits for its name
    const qint64 fitting = (openFiles - shared) / ofJob;
    if (fitting < 1)
        return Error{ErrorKind::Internal,
                     EngineHostText::tr("This process may open too few files; “ulimit -n 256” is enough.")};
    return int(std::min<qint64>(wanted, fitting));
}

/// How many of so many can be there together. What limits them (a user's processes, a container's, memory) cannot be asked
/// for, and a thread pool waits for ever for one that did not start.
int startableThreads(int wanted)
{
    std::latch everyone(1);
    std::vector<std::jthread> threads;
    try {
        while (int(threads.size()) < wanted)
            threads.emplace_back([&] { everyone.wait(); });
    } catch (const std::system_error &) { // so many, then
    }
    everyone.count_down();
    return int(threads.size());
}

/// So many jobs at once that none waits for a thread or a process.
Result<int> jobsByThreads(int wanted)
{
    constexpr int shared = 12; // helper, committer, scan …, and the job that waits for its turn
    constexpr int ofJob = 5;   // its runner, a probe's, the child and what works in it
    const int fitting = (startableThreads(shared + wanted * ofJob) - shared) / ofJob;
    if (fitting < 1)
        return Error{ErrorKind::Internal,
                     EngineHostText::tr("This process may start too few threads and processes; “ulimit -u” or what limits "
                                        "this container or service has to be higher.")};
    return std::min(wanted, fitting);
}

} // namespace

Path defaultStateFolder()
{
    return xdgFolder("XDG_STATE_HOME", ".local/state") / "convoy";
}

Path journalFile(const Path &stateFolder)
{
    return stateFolder / "journal.sqlite";
}

Path defaultProfileFolder()
{
    return xdgFolder("XDG_CONFIG_HOME", ".config") / "convoy/profiles";
}

Result<std::unique_ptr<EngineHost>> EngineHost::open(const HostSettings &settings)
{
    Result<int> jobs = jobsByFiles(settings.jobs > 0 ? settings.jobs : availableCores(), allowManyOpenFiles());
    if (jobs)
        jobs = jobsByThreads(*jobs);
    if (!jobs)
        return jobs.error();
    ::signal(SIGXFSZ, SIG_IGN); // write(2) says EFBIG instead
    std::unique_ptr<EngineHost> host(new EngineHost);
    host->m_slots = *jobs;
    host->m_workers = std::make_unique<WorkerPool>(WorkerSettings{
        .program = {}, .isolation = settings.isolation, .isBackground = settings.isBackground, .cores = host->m_slots});
    if (Result<void> ok = host->m_workers->check(); !ok)
        return ok.error();
    if (!settings.family.isEmpty())
        host->m_warm = std::async(std::launch::async,
                                  [pool = host->m_workers.get(), family = settings.family] { return pool->warmUp(family); });

    const Path file = journalFile(settings.stateFolder.empty() ? defaultStateFolder() : settings.stateFolder);
    Result<std::unique_ptr<Journal>> writer = Journal::open(file);
    if (!writer)
        return writer.error();
    Result<std::unique_ptr<Journal>> reader = Journal::open(file);
    if (!reader)
        return reader.error();
    Result<std::vector<MeasuredRate>> rates = (*reader)->rates();
    host->m_journal = std::move(*reader);
    host->m_committer = std::make_unique<Committer>(std::move(*writer));

    // Where the engine has one small job more in hand, it is queued here: the thread that ends one goes on with it.
    host->m_pool.setMaxThreadCount(host->m_slots);
    host->m_probePool.setMaxThreadCount(host->m_slots + 1);
    host->m_engine = std::make_unique<Engine>(Engine::Parts{
        .executor = threadPoolExecutor(host->m_pool),
        .runner = workerJobRunner(*host->m_workers),
        .committer = host->m_committer.get(),
        .slots_ = host->m_slots,
        .rates = rates ? std::move(*rates) : std::vector<MeasuredRate>(), // without them only estimates are worse
        .completer = workerSetCompleter(*host->m_workers),
        .readAhead = [ahead = &host->m_readAhead](std::vector<Path> files) { ahead->want(std::move(files)); },
    });
    return host;
}

EngineHost::~EngineHost()
{
    m_workers->stopTrying();
    // The engine waits for its runners, the committer writes what they handed over.
    m_engine.reset();
    m_pool.waitForDone();
    m_probePool.waitForDone();
    const std::future<void> ended = std::async(std::launch::async, [this] {
        m_warm = {};
        m_workers.reset();
    });
    m_committer.reset();
    m_journal.reset();
}

Executor EngineHost::executor()
{
    return threadPoolExecutor(m_probePool);
}

std::unique_ptr<Intake> EngineHost::makeIntake()
{
    return std::make_unique<Intake>(*m_workers, executor(), m_slots + 1);
}

} // namespace convoy
