// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fileio.h"
#include "core/worker/workerpool.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <thread>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

namespace {

FileDescriptor memoryFile(const std::string &content)
{
    FileDescriptor fd(::memfd_create("fault", MFD_CLOEXEC));
    [[maybe_unused]] const ssize_t written = ::pwrite(fd.fd(), content.data(), content.size(), 0);
    return fd;
}

pid_t parentOf(pid_t pid)
{
    const Result<QByteArray> text = readWholeFile("/proc/" + std::to_string(pid) + "/stat");
    const qsizetype close = text ? text->lastIndexOf(')') : -1;
    return close < 0 ? 0 : std::atoi(text->constData() + close + 4);
}

/// Processes that run the fault worker.
std::vector<pid_t> workers()
{
    std::vector<pid_t> pids;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator("/proc")) {
        const int pid = std::atoi(entry.path().filename().c_str());
        if (pid > 0 && fs::read_symlink(entry.path() / "exe", ignored) == FAULT_WORKER)
            pids.push_back(pid);
    }
    return pids;
}

} // namespace

/// Codecs that crash, hang and lie: one job fails for its true reason, and nothing else happens.
class TestFaultyWorker : public QObject
{
    Q_OBJECT

private:
    Result<ConvertReport> convert(const std::string &order, int stallSeconds = 20, int timeoutSeconds = 0)
    {
        const FileDescriptor input = memoryFile(order);
        const FileDescriptor output = order == "flood" ? FileDescriptor(::open("/dev/full", O_RDWR | O_CLOEXEC))
                                                       : memoryFile({});
        const ConvertRequest request{.input = {input.fd(), "input", qint64(order.size())}, .extension = u"x"_s};
        const CallHandlers handlers{.openOutput = [&](qint64) -> Result<int> { return output.fd(); },
                                    .stallSeconds = stallSeconds,
                                    .timeoutSeconds = timeoutSeconds};
        JobControl control;
        const Result<ConvertReport> report = m_pool->convert(u"audio"_s, request, m_control ? *m_control : control,
                                                             handlers);
        char text[8] = {};
        m_wrote = ::pread(output.fd(), text, sizeof text, 0) == 2 && std::string(text) == "ok";
        return report;
    }

    std::unique_ptr<WorkerPool> m_pool;
    std::unique_ptr<JobControl> m_control;
    bool m_wrote = false;

private Q_SLOTS:
    void init()
    {
        m_control.reset();
        m_pool = std::make_unique<WorkerPool>(WorkerSettings{.program = FAULT_WORKER, .family = QLatin1StringView("fault")});
    }
    void cleanup()
    {
        m_pool.reset();
        QTRY_VERIFY(workers().empty());
    }

    void order_hasItsKind_data()
    {
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *order, ErrorKind kind, const QString &message) {
            QTest::newRow(order) << QByteArray(order) << int(kind) << message;
        };
        row("talk", ErrorKind::TimedOut, u"2"_s); // it has progress all the time, but no end
        row("spin", ErrorKind::TimedOut, u"1"_s);
        row("flood", ErrorKind::NoSpace, u"flooded"_s);
        row("throw-number", ErrorKind::WorkerCrashed, u"SIGABRT"_s);
        row("segv", ErrorKind::WorkerCrashed, u"SIGSEGV"_s);
    }

    void order_hasItsKind()
    {
        QFETCH(QByteArray, order);
        QFETCH(int, kind);
        QFETCH(QString, message);
        QVERIFY(convert("ok"));
        QElapsedTimer timer;
        timer.start();
        const Result<ConvertReport> report = convert(order.toStdString(), 1, order == "talk" ? 2 : 0);
        QVERIFY(!report);
        QCOMPARE(errorKindName(report.error().kind), errorKindName(ErrorKind(kind)));
        QVERIFY2(report.error().message.contains(message), qPrintable(report.error().message));
        QVERIFY(timer.elapsed() < 10'000);
        // The next one is served.
        QVERIFY(convert("ok"));
        QVERIFY(m_wrote);
    }

    void goodJobs_amongBadOnes()
    {
        constexpr int lanes = 3;
        constexpr int rounds = 12;
        const std::vector<std::string> bad{"segv", "abort", "exit", "throw", "garbage"};
        std::atomic<int> good = 0;
        std::atomic<int> failed = 0;
        std::vector<std::jthread> threads;
        for (int lane = 0; lane < lanes; ++lane) {
            threads.emplace_back([&, lane] {
                for (int i = 0; i < rounds * 2; ++i) {
                    const FileDescriptor output = memoryFile({});
                    const bool isBad = i % 2 == 1;
                    const FileDescriptor input = memoryFile(isBad ? bad[size_t(i / 2 + lane) % bad.size()] : "ok");
                    JobControl control;
                    const CallHandlers handlers{.openOutput = [&](qint64) -> Result<int> { return output.fd(); },
                                                .stallSeconds = 5};
                    const Result<ConvertReport> report = m_pool->convert(u"audio"_s, {.input = {input.fd(), "x", 2}},
                                                                         control, handlers);
                    good += !isBad && report ? 1 : 0;
                    failed += isBad && !report ? 1 : 0;
                }
            });
        }
        threads.clear();
        QCOMPARE(good, lanes * rounds);
        QCOMPARE(failed, lanes * rounds);
    }

    void cancel_isObeyedOrEnforced_data()
    {
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<int>("leastMs");
        QTest::addColumn<int>("mostMs");
        QTest::newRow("obeys") << "wait"_ba << 0 << 1500;
        QTest::newRow("spins") << "spin"_ba << 1900 << 4000;
        QTest::newRow("talks on") << "talk"_ba << 1900 << 4000;
    }

    void cancel_isObeyedOrEnforced()
    {
        QFETCH(QByteArray, order);
        QFETCH(int, leastMs);
        QFETCH(int, mostMs);
        QVERIFY(convert("ok"));
        for (const bool paused : {false, true}) {
            m_control = std::make_unique<JobControl>();
            QElapsedTimer timer;
            std::jthread canceller([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(200)); // the job is at work by now
                if (paused) {
                    m_control->setPaused(true);
                    std::this_thread::sleep_for(std::chrono::milliseconds(200));
                }
                timer.start();
                m_control->cancel();
            });
            const Result<ConvertReport> report = convert(order.toStdString());
            canceller.join();
            QVERIFY(order == "wait" || !report); // what has ended well by then counts
            if (!report)
                QCOMPARE(report.error().kind, ErrorKind::Cancelled);
            QVERIFY2(timer.elapsed() >= leastMs && timer.elapsed() < mostMs, qPrintable(QString::number(timer.elapsed())));
        }
        m_control.reset();
        QVERIFY(convert("ok"));
    }

    void pause_isNoPartOfTheTimeLimit()
    {
        QVERIFY(convert("ok"));
        m_control = std::make_unique<JobControl>();
        std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            m_control->setPaused(true);
            std::this_thread::sleep_for(std::chrono::milliseconds(2500));
            m_control->setPaused(false);
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            m_control->cancel();
        });
        const Result<ConvertReport> report = convert("wait", 1, 2);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message)); // not timed out
    }

    void helper_thatIsKilledIsReplaced()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(convert("ok"));
        for (const pid_t pid : workers())
            ::kill(pid, SIGKILL);
        QTRY_VERIFY(workers().size() <= 1); // the helper may still wait to be reaped
        int attempts = 0;
        while (!convert("ok") && attempts < 3)
            ++attempts;
        QVERIFY2(attempts <= 1, qPrintable(QString::number(attempts))); // one to notice
    }

    /// A process that even SIGKILL does not end (a hung share) is left behind. Here nobody is awake to send it.
    void child_thatCannotBeEnded_freesItsSlot()
    {
        QVERIFY(convert("ok"));
        const std::vector<pid_t> all = workers();
        const auto helper = std::ranges::find_if(all, [](pid_t pid) { return parentOf(pid) == ::getpid(); });
        QVERIFY(helper != all.end());
        ::kill(*helper, SIGSTOP);
        QElapsedTimer timer;
        timer.start();
        const Result<ConvertReport> report = convert("spin", 1);
        ::kill(*helper, SIGCONT);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::TimedOut);
        QVERIFY2(timer.elapsed() > 1000 && timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(convert("ok"));
    }

    /// Whatever hangs at its start, the next ones are not waited for as well.
    void worker_thatNeverAnswers()
    {
        const QTemporaryDir folder;
        QFile script(folder.filePath(u"convoy-worker"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec sleep 100\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        WorkerPool pool({.program = toPath(script.fileName()), .family = QLatin1StringView("fault"), .answerSeconds = 1});
        const FileDescriptor input = memoryFile("ok");
        JobControl control;
        QElapsedTimer timer;
        timer.start();
        std::vector<std::jthread> threads;
        std::atomic<int> crashed = 0;
        for (int i = 0; i < 10; ++i) {
            threads.emplace_back([&] {
                const Result<MediaInfo> info = pool.probe(u"audio"_s, {input.fd(), "x", 2}, control);
                crashed += !info && info.error().kind == ErrorKind::WorkerCrashed && info.error().message.contains(u'1');
            });
        }
        threads.clear();
        QCOMPARE(crashed, 10);
        QVERIFY2(timer.elapsed() >= 1000 && timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }

    /// Its children need no answer of it: what is at work goes on.
    void helper_thatFallsSilentIsReplaced()
    {
        m_pool = std::make_unique<WorkerPool>(
            WorkerSettings{.program = FAULT_WORKER, .family = QLatin1StringView("fault"), .answerSeconds = 1});
        QVERIFY(convert("ok"));
        const std::vector<pid_t> all = workers();
        const auto helper = std::ranges::find_if(all, [](pid_t pid) { return parentOf(pid) == ::getpid(); });
        QVERIFY(helper != all.end());
        ::kill(*helper, SIGSTOP);
        QVERIFY(convert("ok")); // by the child that is there
        QVERIFY(!convert("throw"));
        const Result<ConvertReport> report = convert("ok");
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(u"no answer"_s), qPrintable(report.error().message));
        QTRY_VERIFY(convert("ok")); // by another helper
    }

    void worker_thatIsMissing()
    {
        WorkerPool pool({.program = "/nowhere/convoy-worker", .family = QLatin1StringView("fault")});
        QVERIFY(!pool.check());
        QVERIFY(!pool.warmUp(QLatin1StringView("fault")));
        QVERIFY(!m_pool->warmUp(QLatin1StringView("no-such-family")));
    }
};

QTEST_GUILESS_MAIN(TestFaultyWorker)
#include "tst_faultyworker.moc"
