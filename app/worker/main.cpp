// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/hardwareencoder.h"
#include "core/worker/helperloop.h"

#include <QCoreApplication>
#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using convoy::FamilyModule;
using convoy::Path;

// The engine's end of the connection is always this descriptor.
constexpr int controlSocket = 3;

std::string argument(int argc, char **argv, std::string_view name)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (argv[i] == name)
            return argv[i + 1];
    }
    return {};
}

struct WorkerText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Worker)
};

convoy::Result<const FamilyModule *> loadFamily(const std::string &family)
{
    const std::string file = "convoy-" + family + ".so";
    const Path path = convoy::ownFile("../lib/convoy/" + file, CONVOY_MODULE_FOLDER "/" + file);
    // Stays loaded as long as the process. Bound now, so that no job meets a missing symbol.
    void *library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    const void *module = library ? ::dlsym(library, "convoyFamily") : nullptr;
    if (!module)
        return convoy::Error{convoy::ErrorKind::MissingTool,
                             WorkerText::tr("A part of Convoy is missing or damaged: install Convoy again."),
                             QString::fromLocal8Bit(::dlerror())};
    return static_cast<const FamilyModule *>(module);
}

bool isEngineGone()
{
    pollfd connection{controlSocket, 0, 0};
    return ::poll(&connection, 1, 0) > 0 && (connection.revents & POLLHUP) != 0;
}

/// At the terminal that the engine was started from a tool could wait for an answer, or type what the shell would run
/// (TIOCSTI). Not setsid(2): to the scheduler a session is a group, and only within it is one process nicer than another.
void leaveTerminal()
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return; // there is none
    ::ioctl(terminal, TIOCNOTTY);
    ::close(terminal);
}

/// Nice 10 and, with it, a low place in the best-effort class of the disk scheduler (ioprio_set(2)).
void yieldToDesktop()
{
    constexpr int niceness = 10;
    constexpr int wholeProcess = 1;           // IOPRIO_WHO_PROCESS
    constexpr int bestEffort = (2 << 13) | 6; // IOPRIO_CLASS_BE, level 6 of 7
    ::setpriority(PRIO_PROCESS, 0, niceness);
    ::syscall(SYS_ioprio_set, wholeProcess, 0, bestEffort);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string family = argument(argc, argv, "--family");
    if (family.empty() || family.find('/') != std::string::npos) {
        std::fputs("convoy-worker is started by convoy and convoy-cli; it is of no use by itself.\n", stderr);
        return 2;
    }
    // Nobody reads the connection while codecs load: an engine that dies meanwhile takes this process with it.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (isEngineGone()) // before that could be asked for
        return 0;
    leaveTerminal();
    QCoreApplication application(argc, argv);
    QTranslator translator;
    if (translator.load(
            QString::fromLatin1(":/i18n/convoy_%1.qm").arg(QString::fromStdString(argument(argc, argv, "--locale"))))
        || translator.load(QStringLiteral(":/i18n/convoy_en.qm")))
        QCoreApplication::installTranslator(&translator);

    const convoy::Result<const FamilyModule *> loaded = loadFamily(family);
    if (!loaded) {
        convoy::HelperLoop::refuse(controlSocket, loaded.error());
        return 3;
    }
    const FamilyModule *module = *loaded;
    if (argument(argc, argv, "--background") == "yes")
        yieldToDesktop();
    module->warmUp();
    // From here on the connection says it; the thread that started this process may end before the engine does.
    ::prctl(PR_SET_PDEATHSIG, 0);
    using Children = convoy::HelperLoop::Children;
    const bool runsTools = family == "tool";
    if (argument(argc, argv, "--isolation") == "thread") {
        convoy::HelperLoop(controlSocket, *module, nullptr, runsTools ? Children::ToolProcesses : Children::Threads).run();
    } else {
        using convoy::Confinement;
        const bool encodes = family == "encoder";
        const convoy::Result<convoy::Sandbox> sandbox = convoy::Sandbox::prepare(runsTools     ? Confinement::Tool
                                                                                     : encodes ? Confinement::Device
                                                                                               : Confinement::Codec,
                                                                                 encodes ? convoy::hardwareDevices()
                                                                                         : std::vector<Path>());
        if (!sandbox) {
            convoy::HelperLoop::refuse(controlSocket, sandbox.error());
            return 4;
        }
        convoy::HelperLoop(controlSocket, *module, &*sandbox, runsTools ? Children::ToolProcesses : Children::Processes)
            .run();
    }
    // Without destructors: jobs without isolation may still be at work in this process.
    std::_Exit(0);
}
