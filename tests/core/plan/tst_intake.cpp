// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/intake.h"

#include "core/base/filedescriptor.h"
#include "core/worker/workerpool.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <array>
#include <fstream>
#include <sys/inotify.h>
#include <unistd.h>

using namespace convoy;

namespace {

/// The names of the files in a folder that were opened since, one for each time.
QByteArrayList openedFiles(const FileDescriptor &watch)
{
    QByteArrayList names;
    alignas(inotify_event) std::array<char, 65536> events{};
    const ssize_t bytes = ::read(watch.fd(), events.data(), events.size());
    for (ssize_t at = 0; at < bytes;) {
        const auto *event = reinterpret_cast<const inotify_event *>(&events[size_t(at)]);
        if (event->len > 0)
            names.append(QByteArray(event->name));
        at += ssize_t(sizeof(inotify_event) + event->len);
    }
    return names;
}

} // namespace

class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The system is asked for the files that come next before the first of them is looked at.
    void add_readsSixteenFilesAhead()
    {
        constexpr int count = 40;
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        for (int i = 0; i < count; ++i)
            std::ofstream(place / std::to_string(100 + i)) << "of no known kind";
        const FileDescriptor watch(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
        QVERIFY(::inotify_add_watch(watch.fd(), place.c_str(), IN_OPEN) >= 0);

        WorkerPool workers({.program = "/nonexistent"});
        Intake intake(workers, threadPoolExecutor(*QThreadPool::globalInstance()), 2);
        QSet<quint64> probed;
        int answers = 0;
        connect(&intake, &Intake::probed, this, [&](const std::vector<ProbedFile> &files) {
            for (const ProbedFile &file : files) {
                probed.insert(file.id);
                ++answers;
            }
        });
        QSignalSpy finished(&intake, &Intake::finished);
        intake.add({place}, false);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.front().front().toULongLong(), quint64(count));
        QCOMPARE(answers, count);
        QCOMPARE(probed.size(), count);

        const QByteArrayList opened = openedFiles(watch);
        QCOMPARE(opened.size(), 2 * count); // to read ahead, and to look at
        QCOMPARE(opened.indexOf("100", 1), 17);
        for (int i = 0; i < count; ++i)
            QCOMPARE(opened.count(QByteArray::number(100 + i)), 2);
    }
};

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
