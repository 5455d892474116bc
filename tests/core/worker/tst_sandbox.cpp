// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/sandbox.h"

#include <QTest>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace convoy;

namespace {

/// What opening each path comes to in a process that is confined so: 'r', 'w' or '-' for neither.
QByteArray reach(Confinement confinement, const std::vector<Path> &devices, const std::vector<const char *> &paths)
{
    const Result<Sandbox> sandbox = Sandbox::prepare(confinement, devices);
    int ends[2];
    if (!sandbox || ::pipe(ends) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        if (!sandbox->enter({}))
            ::_exit(1);
        for (const char *path : paths) {
            const char found = ::open(path, O_RDWR) >= 0 ? 'w' : ::open(path, O_RDONLY) >= 0 ? 'r' : '-';
            [[maybe_unused]] const ssize_t written = ::write(ends[1], &found, 1);
        }
        ::_exit(0);
    }
    ::close(ends[1]);
    QByteArray found(64, '\0');
    qsizetype size = 0;
    for (ssize_t read = 1; read > 0; size += read)
        read = ::read(ends[0], found.data() + size, size_t(found.size() - size));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return found.first(size);
}

// The last but one is what the first process of the system was told at its start.
const std::vector<const char *> tried{"/dev/zero",       "/dev/full",       "/sys/kernel", "/proc/devices",
                                      "/proc/self/maps", "/proc/1/environ", "/usr"};

} // namespace

/// Whether a process that is confined so can signal the one that has started it.
bool canSignalOthers(const Sandbox &sandbox)
{
    const pid_t other = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        const bool isConfined = sandbox.enter({}) && sandbox.enterFolder("/tmp");
        // Not kill(2), which codecs are denied by another means; abort(3) needs this one.
        ::_exit(!isConfined ? 2 : ::syscall(SYS_tgkill, other, other, 0) == 0 ? 1 : 0);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return status != 0;
}

/// Which files a confined process can open, and whom it can signal. What else it must not do: tests/fault.
class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void device_hasThatDeviceOnly() { QCOMPARE(reach(Confinement::Device, {"/dev/zero"}, tried), "w-rrr-r"); }
    void device_withoutOne_hasNone() { QCOMPARE(reach(Confinement::Device, {}, tried), "--rrr-r"); }
    void codec_hasNoDevice() { QCOMPARE(reach(Confinement::Codec, {}, tried), "------r"); }

    void others_getNoSignals()
    {
        for (const Confinement confinement : {Confinement::Codec, Confinement::Tool, Confinement::Device}) {
            const Result<Sandbox> sandbox = Sandbox::prepare(confinement);
            QVERIFY(sandbox);
            if (sandbox->landlockVersion() < 6)
                QSKIP("Landlock knows no scopes before version 6.");
            QVERIFY2(!canSignalOthers(*sandbox), qPrintable(QString::number(int(confinement))));
        }
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
