// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/convertoptions.h"
#include "app/cli/exitstatus.h"
#include "core/watch/watchedfolder.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct WatchCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::WatchCommand)
};

constexpr double leastSeconds = 0.5;
constexpr double mostSeconds = 86'400;

/// 0 where the option is not given.
Result<int> milliseconds(const Arguments &arguments, const char *option)
{
    if (!arguments.has(option))
        return 0;
    bool isNumber = false;
    const double seconds = arguments.text(option).toDouble(&isNumber);
    if (!isNumber || !(seconds >= leastSeconds && seconds <= mostSeconds))
        return invalidOption(WatchCommandText::tr("%1: a number of seconds from %2 to %3 is needed.")
                                 .arg(QString::fromUtf8(option))
                                 .arg(leastSeconds)
                                 .arg(mostSeconds));
    return int(seconds * 1000);
}

Result<WatchedFolder::Settings> readWatchSettings(const Arguments &arguments, const ConvertOptions &options)
{
    if (arguments.operands.size() != 1)
        return invalidOption(WatchCommandText::tr("One folder is to be named."));
    const Result<int> settle = milliseconds(arguments, "--settle");
    const Result<int> poll = milliseconds(arguments, "--poll");
    if (!settle || !poll)
        return settle ? poll.error() : settle.error();
    const Path folder = absolutePath(options.paths.front());
    WatchedFolder::Settings settings{
        .events = {.folder = folder, .recursive = options.recursive, .pollMs = *poll},
        .conversion = options.settings,
        .nameTemplate = options.nameTemplate,
        .plan = {.outputFolder = options.outputFolder},
        .store = watchStoreFile(defaultStateFolder(), folder, options.settings->profileId),
    };
    if (*settle > 0)
        settings.settle = std::chrono::milliseconds(*settle);
    return settings;
}

/// Until a signal comes: then nothing new is taken, what runs is stopped, and the next start goes on with it.
int watch(const WatchedFolder::Settings &settings, BatchSession &session)
{
    Engine &engine = session.host().engine();
    WatchedFolder folder(settings, session.host(),
                         {.submit = [&](std::vector<JobPlan> plans) { return session.submit(std::move(plans)); },
                          .resubmit = [&](RecoveredBatch batch) { return session.resubmit(std::move(batch)); }});
    QObject::connect(&folder, &WatchedFolder::problem, &folder, [](const Error &error) { writeError(error); });
    QObject::connect(&engine, &Engine::jobFinished, &folder, [&](JobId id) { folder.jobFinished(*engine.job(id)); });
    bool isStopping = false;
    const auto leaveWhenIdle = [&] {
        if (isStopping && engine.isIdle())
            QCoreApplication::exit(ExitStatus::success);
    };
    QObject::connect(&session, &BatchSession::interrupted, &folder, [&] {
        isStopping = true;
        folder.stop();
        leaveWhenIdle();
    });
    QObject::connect(&session, &BatchSession::ended, &folder, leaveWhenIdle, Qt::QueuedConnection);
    if (const Result<void> started = folder.start(); !started)
        return unfitEnvironment(started.error());
    writeMessage(WatchCommandText::tr("Watching “%1”. Ctrl-C stops.").arg(displayName(settings.events.folder)));
    return QCoreApplication::exec();
}

} // namespace

int runWatch(const Arguments &arguments)
{
    Result<ConvertOptions> options = readConvertOptions(arguments);
    if (!options)
        return wrongUsage(arguments.command, options.error());
    const Result<WatchedFolder::Settings> settings = readWatchSettings(arguments, *options);
    if (!settings)
        return wrongUsage(arguments.command, settings.error());
    options->session.waitsWhenBlocked = true;
    const Result<std::unique_ptr<BatchSession>> session = BatchSession::open(options->session);
    if (!session)
        return unfitEnvironment(session.error());
    return watch(*settings, **session);
}

} // namespace convoy
