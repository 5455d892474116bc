// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/sandbox.h"

#include <QTest>

#include <fcntl.h>
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

/// Which files a confined process can open. What else it must not do: tests/fault.
class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void device_hasThatDeviceOnly() { QCOMPARE(reach(Confinement::Device, {"/dev/zero"}, tried), "w-rrr-r"); }
    void device_withoutOne_hasNone() { QCOMPARE(reach(Confinement::Device, {}, tried), "--rrr-r"); }
    void codec_hasNoDevice() { QCOMPARE(reach(Confinement::Codec, {}, tried), "------r"); }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
