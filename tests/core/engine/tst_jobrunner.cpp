// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batchplace.h"

#include "core/engine/jobrunner.h"
#include "core/worker/workerpool.h"

#include <QJsonArray>
#include <QTest>

#include <fcntl.h>
#include <future>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

/// One job in a real worker, with a tool that waits until the test has touched its source.
class TestJobRunner : public QObject
{
    Q_OBJECT

private:
    /// Copies its input once `format` of stat(1) says something else than `before`.
    JobPlan waitingPlan(const QString &format, const QString &before)
    {
        JobPlan plan = m_place->plan(1);
        auto settings = std::make_shared<ConversionSettings>(*m_place->settings);
        settings->converter = u"tool"_s;
        settings->timeoutS = 20;
        const QString script = u"until [ \"$(stat -c %1 \"$1\")\" != '%2' ]; do sleep 0.02; done; cat \"$1\""_s.arg(format,
                                                                                                                    before);
        auto options = completeOptions(
            findConverter(u"tool"_s)->schema,
            {{u"command"_s, QJsonArray{u"sh"_s, u"-c"_s, script, u"x"_s, u"{input}"_s}}, {u"stdout"_s, u"output"_s}}, {});
        settings->options = *options;
        plan.settings = settings;
        return plan;
    }

    /// Runs the job, and does `touch` when its source is open.
    JobOutcome runWith(const JobPlan &plan, const std::function<void()> &touch)
    {
        auto outcome = std::async(std::launch::async, [&] {
            JobControl control;
            return workerJobRunner(*m_workers)(plan, control, {.progress = [](double) {}});
        });
        // The staging folder is made right after the source was opened.
        if (QTest::qWaitFor([this] { return !m_place->outputs().isEmpty(); }, 10'000))
            touch();
        return outcome.get();
    }

    static QString statText(const Path &path, const char *what)
    {
        struct stat status {
        };
        ::stat(path.c_str(), &status);
        return qstrcmp(what, "%s") == 0 ? QString::number(status.st_size) : QString::number(status.st_ino);
    }

    std::unique_ptr<BatchPlace> m_place;
    std::unique_ptr<WorkerPool> m_workers;

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<BatchPlace>();
        m_workers = std::make_unique<WorkerPool>(
            WorkerSettings{.program = toPath(qgetenv("CONVOY_BIN") + "/convoy-worker")});
    }

    void source_growsOrShrinks_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("grows") << "source and more"_ba;
        QTest::newRow("shrinks") << "so"_ba;
        QTest::newRow("is emptied") << ""_ba;
    }

    void source_growsOrShrinks()
    {
        QFETCH(QByteArray, content);
        const JobPlan plan = waitingPlan(u"%s"_s, u"6"_s);
        const JobOutcome outcome = runWith(plan, [&] { m_place->add("in1", content.toStdString()); });
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::DamagedInput);
        QVERIFY2(outcome.error->message.contains("changed while"_L1), qPrintable(outcome.error->message));
        QVERIFY(outcome.staged.empty());
        QVERIFY(m_place->outputs().isEmpty());
    }

    void source_isReplaced()
    {
        const Path path = m_place->plan(1).input.path;
        const JobPlan plan = waitingPlan(u"%i"_s, statText(path, "%i"));
        const JobOutcome outcome = runWith(plan, [&] { // by a file of the same size
            fs::rename(m_place->add("other", "SOURCE"), path);
        });
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::DamagedInput);
        QVERIFY(m_place->outputs().isEmpty());
    }

    void source_brokenWhileWritten_isNotTheCodecsFault()
    {
        JobPlan plan = waitingPlan(u"%s"_s, u"6"_s);
        auto settings = std::make_shared<ConversionSettings>(*plan.settings);
        QVariantMap options = settings->options.map();
        QStringList command = options[u"command"_s].toStringList();
        command[2] += u"; exit 3"_s;
        options[u"command"_s] = command;
        settings->options = OptionValues(options);
        plan.settings = settings;
        const JobOutcome outcome = runWith(plan, [&] { m_place->add("in1", "longer than before"); });
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::DamagedInput);
    }

    void source_unchanged_isDone()
    {
        JobPlan plan = waitingPlan(u"%s"_s, u"7"_s); // does not wait
        JobControl control;
        const JobOutcome outcome = workerJobRunner(*m_workers)(plan, control, {.progress = [](double) {}});
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message + outcome.error->detail) : "");
        QCOMPARE(outcome.staged.size(), size_t(1));
        QCOMPARE(outcome.source, plan.input.identity);
    }

    /// Put there since the scan, with nobody at its other end.
    void source_becomesAPipe()
    {
        const JobPlan plan = waitingPlan(u"%s"_s, u"7"_s);
        fs::remove(plan.input.path);
        QCOMPARE(::mkfifo(plan.input.path.c_str(), 0600), 0);
        JobControl control;
        const JobOutcome outcome = workerJobRunner(*m_workers)(plan, control, {.progress = [](double) {}});
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::UnreadableInput);
    }

    void source_becomesALink_data()
    {
        QTest::addColumn<bool>("isChosen");
        QTest::addColumn<uint>("owner");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("own") << false << 0U << true;
        QTest::newRow("another user's") << false << 65534U << false;
        QTest::newRow("another user's, as it was chosen") << true << 65534U << true;
    }
    void source_becomesALink()
    {
        QFETCH(bool, isChosen);
        QFETCH(uint, owner);
        QFETCH(bool, isDone);
        if (::geteuid() != 0)
            QSKIP("Only root can make a link that belongs to somebody else.");
        JobPlan plan = waitingPlan(u"%s"_s, u"0"_s); // does not wait
        const Path target = m_place->add("secret");
        fs::remove(plan.input.path);
        fs::create_symlink(target, plan.input.path);
        QCOMPARE(::lchown(plan.input.path.c_str(), owner, owner), 0);
        if (isChosen)
            plan.input.identity = *sourceIdentity(plan.input.path);
        JobControl control;
        const JobOutcome outcome = workerJobRunner(*m_workers)(plan, control, {.progress = [](double) {}});
        QCOMPARE(!outcome.error, isDone);
        if (!isDone)
            QCOMPARE(outcome.error->kind, ErrorKind::UnreadableInput);
        QCOMPARE(outcome.staged.size(), size_t(isDone));
    }

    void failure_takesItsFoldersAlong()
    {
        JobPlan plan = waitingPlan(u"%s"_s, u"7"_s);
        plan.outputFolder = m_place->out() / "new/folder";
        auto settings = std::make_shared<ConversionSettings>(*plan.settings);
        QVariantMap options = settings->options.map();
        options[u"command"_s] = QStringList{u"false"_s};
        settings->options = OptionValues(options);
        plan.settings = settings;
        JobControl control;
        QVERIFY(workerJobRunner(*m_workers)(plan, control, {.progress = [](double) {}}).error);
        QCOMPARE(m_place->outputs(), QByteArrayList());
    }

    void times_areKeptWhereAsked_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("2001") << qint64(1'000'000'000);
        QTest::newRow("1938") << qint64(-1'000'000'000);
    }

    void times_areKeptWhereAsked()
    {
        QFETCH(qint64, seconds);
        for (const bool keeps : {true, false}) {
            JobPlan plan = waitingPlan(u"%s"_s, u"7"_s);
            const timespec times[2] = {{86'400, 0}, {seconds, 123'456'789}};
            ::utimensat(AT_FDCWD, plan.input.path.c_str(), times, 0);
            auto settings = std::make_shared<ConversionSettings>(*plan.settings);
            settings->batch.keepTimes = keeps;
            plan.settings = settings;
            JobControl control;
            const JobOutcome outcome = workerJobRunner(*m_workers)(plan, control, {.progress = [](double) {}});
            QVERIFY(!outcome.error);
            QCOMPARE(sourceIdentity(outcome.staged[0].fd())->mtimeNs == seconds * 1'000'000'000 + 123'456'789, keeps);
        }
    }

    void confinement_isNotedWhereItIsWeak()
    {
        QVERIFY(m_workers->confinementNote("tool"_L1).isEmpty() || !qEnvironmentVariableIsSet("CI"));
        qputenv("CONVOY_LANDLOCK_VERSION", "1");
        WorkerPool old({.program = toPath(qgetenv("CONVOY_BIN") + "/convoy-worker")});
        QVERIFY(!old.confinementNote("tool"_L1).isEmpty());
        qputenv("CONVOY_LANDLOCK_VERSION", "0"); // no Landlock at all: nothing runs
        WorkerPool none({.program = toPath(qgetenv("CONVOY_BIN") + "/convoy-worker")});
        const JobPlan plan = waitingPlan(u"%s"_s, u"7"_s);
        JobControl control;
        const JobOutcome outcome = workerJobRunner(none)(plan, control, {.progress = [](double) {}});
        QVERIFY(outcome.error);
        QVERIFY(m_place->outputs().isEmpty());
        qunsetenv("CONVOY_LANDLOCK_VERSION");
    }

    void oldestLandlock_stillConverts()
    {
        qputenv("CONVOY_LANDLOCK_VERSION", "1");
        WorkerPool old({.program = toPath(qgetenv("CONVOY_BIN") + "/convoy-worker")});
        const JobPlan plan = waitingPlan(u"%s"_s, u"7"_s);
        JobControl control;
        const JobOutcome outcome = workerJobRunner(old)(plan, control, {.progress = [](double) {}});
        qunsetenv("CONVOY_LANDLOCK_VERSION");
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message) : "");
    }

    void background_isNice()
    {
        for (const bool isBackground : {true, false}) {
            WorkerPool pool({.program = toPath(qgetenv("CONVOY_BIN") + "/convoy-worker"), .isBackground = isBackground});
            JobPlan plan = waitingPlan(u"%s"_s, u"7"_s);
            auto settings = std::make_shared<ConversionSettings>(*plan.settings);
            QVariantMap options = settings->options.map();
            options[u"command"_s] = QStringList{u"sh"_s, u"-c"_s, u"nice; ionice"_s};
            settings->options = OptionValues(options);
            plan.settings = settings;
            JobControl control;
            const JobOutcome outcome = workerJobRunner(pool)(plan, control, {.progress = [](double) {}});
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message + outcome.error->detail) : "");
            QByteArray said(64, '\0');
            said.truncate(::pread(outcome.staged[0].fd(), said.data(), size_t(said.size()), 0));
            QCOMPARE(said.left(said.indexOf('\n')).toInt(), isBackground ? 10 : ::getpriority(PRIO_PROCESS, 0));
            QCOMPARE(said.contains("best-effort: prio 6"), isBackground);
        }
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
