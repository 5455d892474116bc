// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "core/base/fileio.h"
#include "core/base/resources.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>

using namespace convoy;
using namespace convoy::test;

namespace {

struct Thread {
    bool isRunnable = false;
    pid_t parent = 0;
    std::string program; ///< the name of the thread, which in a process with one thread is the program's
};

/// What /proc/…/stat says; nothing where the thread is gone.
std::optional<Thread> readThread(const std::filesystem::path &folder)
{
    const Result<QByteArray> stat = readWholeFile(folder / "stat");
    const std::string text = stat ? stat->toStdString() : std::string();
    const size_t open = text.find('(');
    const size_t close = text.rfind(')');
    if (close == std::string::npos || close + 4 > text.size())
        return std::nullopt;
    return Thread{text[close + 2] == 'R', std::atoi(text.c_str() + close + 4), text.substr(open + 1, close - open - 1)};
}

/// That process and all that descend from it.
std::vector<pid_t> family(pid_t root)
{
    std::multimap<pid_t, pid_t> children;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator("/proc", ignored)) {
        const int pid = std::atoi(entry.path().filename().c_str());
        if (const auto thread = pid > 0 ? readThread(entry.path()) : std::nullopt)
            children.emplace(thread->parent, pid);
    }
    std::vector<pid_t> found{root};
    for (size_t i = 0; i < found.size(); ++i) {
        const auto [begin, end] = children.equal_range(found[i]);
        for (auto child = begin; child != end; ++child)
            found.push_back(child->second);
    }
    return found;
}

struct Runnable {
    int workers = 0; ///< threads of convoy-worker's processes
    int all = 0;
};

Runnable runnableNow(const std::vector<pid_t> &pids)
{
    Runnable count;
    std::error_code ignored;
    for (const pid_t pid : pids) {
        const bool isWorker = pid != pids.front();
        for (const auto &task : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", ignored)) {
            const std::optional<Thread> thread = readThread(task.path());
            const bool isRunnable = thread && thread->isRunnable;
            count.all += isRunnable;
            count.workers += isRunnable && isWorker;
        }
    }
    return count;
}

struct Census {
    int looks = 0;
    int crowded = 0; ///< looks in which workers had more than cores + 1 runnable threads
    int most = 0;
    double allSum = 0;
};

Census watch(const CliPlace &place, const QStringList &arguments)
{
    QProcess process;
    place.prepare(process, arguments);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start();
    Census census;
    QElapsedTimer sinceFamily;
    std::vector<pid_t> pids;
    const int limit = convoy::availableCores() + 1;
    while (!process.waitForFinished(2)) {
        if (!sinceFamily.isValid() || sinceFamily.elapsed() > 20) {
            pids = family(pid_t(process.processId()));
            sinceFamily.start();
        }
        const Runnable now = runnableNow(pids);
        ++census.looks;
        census.crowded += now.workers > limit;
        census.most = std::max(census.most, now.workers);
        census.allSum += now.all;
    }
    return census;
}

} // namespace

/// Whatever is converted, the machine is not asked for more than it has: workers never want more cores than there are and
/// one.
class TestRunnable : public QObject
{
    Q_OBJECT

private:
    static void report(const Census &census)
    {
        qInfo("%d looks, at most %d runnable threads of workers, %d looks above cores + 1, on average %.2f of all threads",
              census.looks, census.most, census.crowded, census.allSum / census.looks);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
    }

    void album_andManyTiny_data()
    {
        QTest::addColumn<int>("files");
        QTest::addColumn<double>("seconds");
        QTest::newRow("few long ones that are shared") << 3 << 240.0;
        QTest::newRow("many tiny ones") << 600 << 0.2;
    }

    void album_andManyTiny()
    {
        QFETCH(int, files);
        QFETCH(double, seconds);
        const CliPlace place;
        for (int i = 0; i < files; ++i)
            place.add("in/" + QByteArray::number(i) + ".wav", noiseWave(seconds, quint32(i)));
        const Census census = watch(place,
                                    {u"convert"_s, u"--profile"_s, u"album-flac"_s, u"--output-dir"_s, u"out"_s, u"in"_s});
        report(census);
        QCOMPARE(place.files(u"out"_s).size(), files);
        QVERIFY(census.looks > 50);
        // A look is not one moment: a job may have ended and the next begun between its first and its last thread.
        QVERIFY(census.crowded * 50 <= census.looks);
        QVERIFY(census.most <= convoy::availableCores() + 2);
        // With the engine, the committer and the helper, which have their moments between the jobs.
        QVERIFY(census.allSum / census.looks <= convoy::availableCores() + 1);
    }

    /// The control: a tool that starts more threads than that is seen.
    void control_crowdIsSeen()
    {
        const CliPlace place;
        place.add("in/x.txt", "x");
        place.add("busy.py",
                  "import multiprocessing, time\n"
                  "def burn(): \n"
                  "    end = time.monotonic() + 1.5\n"
                  "    while time.monotonic() < end: pass\n"
                  "crowd = [multiprocessing.Process(target=burn) for _ in range(4 * multiprocessing.cpu_count())]\n"
                  "[p.start() for p in crowd]; [p.join() for p in crowd]\n");
        place.add("crowd.json",
                  R"({"convoy_profile": 1, "id": "crowd", "name": "Crowd", "converter": "tool",
            "options": {"command": ["python3", ")"
                      + place.path(u"busy.py"_s).toUtf8() + R"(", "{input}"], "stdout": "output"},
            "output": {"extension": "txt"}})");
        const Census census = watch(place,
                                    {u"convert"_s, u"--profile"_s, u"crowd.json"_s, u"--output-dir"_s, u"out"_s, u"in"_s});
        report(census);
        QVERIFY(census.crowded * 5 > census.looks);
    }
};

QTEST_GUILESS_MAIN(TestRunnable)
#include "tst_runnable.moc"
