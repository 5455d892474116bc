// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens around a converter that misbehaves, with real worker processes.
#include "core/engine/engine.h"
#include "core/engine/enginefixture.h"
#include "core/plan/planner.h"
#include "core/worker/workerpool.h"
#include "support/filestate.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <random>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QFile::exists(QStringLiteral(FAULT_WORKER))); }
    void convert_data();
    void convert();
    void verify_onlyWhereAsked();
    void convert_hangIsEnded();
    void convert_outOfMemory();
    void cancel_endsQuickly();
    void cancel_killsWhatDoesNotListen();
    void sandbox_data();
    void sandbox();
    void sandbox_control_data();
    void sandbox_control();
    void batch_goodOnesSurviveBadOnes();

private:
    static WorkerSettings settings() { return {.program = FAULT_WORKER, .family = "fault"_L1}; }
    /// What the converter says of one forbidden operation, tried on a file that is there.
    Result<QByteArray> attempt(const QByteArray &operation, Isolation isolation, QLatin1StringView family = "fault"_L1);

    /// Runs one job on a file with that text; the output's content or the error.
    Result<QByteArray> run(const QByteArray &text, CallHandlers handlers = {}, JobControl *control = nullptr,
                           Isolation isolation = Isolation::Process, QLatin1StringView family = "fault"_L1);
    /// One line for each job that did not end as its order says.
    static QStringList wrongEnds(const Engine &engine, const QList<QByteArray> &orders,
                                 const QMap<QByteArray, ErrorKind> &bad);

    QTemporaryDir m_folder;
};

Result<QByteArray> tst_Faults::run(const QByteArray &text, CallHandlers handlers, JobControl *control, Isolation isolation,
                                   QLatin1StringView family)
{
    QFile input(m_folder.filePath(u"input"_s));
    if (!input.open(QIODevice::ReadWrite | QIODevice::Truncate) || input.write(text) != text.size() || !input.flush())
        return Error{ErrorKind::Internal, input.errorString(), {}};
    Result<StagedFile> staged = StagedFile::create(toPath(m_folder.path()), 0);
    if (!staged)
        return staged.error();
    handlers.openOutput = [&](qint64) -> Result<int> { return staged->fd(); };
    JobControl own;
    WorkerSettings chosen = settings();
    chosen.isolation = isolation;
    chosen.family = family;
    WorkerPool pool(chosen);
    const ConvertRequest request{.input = {input.handle(), {}, text.size()}, .extension = u"txt"_s};
    const Result<ConvertReport> report = pool.convert(u"image"_s, request, control ? *control : own, handlers);
    if (!report)
        return report.error();
    if (const Result<void> verified = pool.verify(u"image"_s, staged->fd(), report->outputs.front(), own); !verified)
        return verified.error();
    QByteArray content(4096, '\0');
    return content.left(::pread(staged->fd(), content.data(), size_t(content.size()), 0));
}

void tst_Faults::convert_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("segmentation fault") << QByteArray("segv") << ErrorKind::WorkerCrashed << u"SIGSEGV"_s;
    QTest::newRow("abort") << QByteArray("abort") << ErrorKind::WorkerCrashed << u"SIGABRT"_s;
    QTest::newRow("stack overflow") << QByteArray("overflow") << ErrorKind::WorkerCrashed << u"SIGSEGV"_s;
    QTest::newRow("exit") << QByteArray("exit") << ErrorKind::WorkerCrashed << u"7"_s;
    QTest::newRow("exception") << QByteArray("throw") << ErrorKind::Internal << QString();
    QTest::newRow("garbage instead of a message") << QByteArray("garbage") << ErrorKind::Internal << QString();
    QTest::newRow("facts that do not fit the output")
        << QByteArray("wrong-facts") << ErrorKind::VerificationFailed << QString();
}

void tst_Faults::convert()
{
    QFETCH(QByteArray, order);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    const Result<QByteArray> result = run(order);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
}

/// What is found when an output is read back is not looked for where nobody wants it.
void tst_Faults::verify_onlyWhereAsked()
{
    const QByteArray order = "wrong-facts";
    QFile input(m_folder.filePath(u"unverified"_s));
    QVERIFY(input.open(QIODevice::WriteOnly) && input.write(order) == order.size() && input.flush());
    JobPlan plan;
    plan.input.path = toPath(input.fileName());
    plan.outputFolder = toPath(m_folder.path());
    WorkerPool pool(settings());
    for (const bool isVerified : {true, false}) {
        ConversionSettings conversion;
        conversion.converter = u"image"_s;
        conversion.verify = isVerified;
        plan.settings = std::make_shared<const ConversionSettings>(conversion);
        JobControl control;
        QCOMPARE(workerJobRunner(pool)(plan, control, {.progress = [](double) {}}).error.has_value(), isVerified);
    }
}

void tst_Faults::convert_hangIsEnded()
{
    const Result<QByteArray> result = run("spin", {.stallSeconds = 1});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TimedOut);
}

void tst_Faults::convert_outOfMemory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("A sanitizer's shadow memory needs more address space than the limit allows, so there is none.");
#endif
    const Result<QByteArray> result = run("allocate");
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::OutOfMemory);
}

void tst_Faults::cancel_endsQuickly()
{
    JobControl control;
    CallHandlers handlers;
    handlers.progress = [&control](double) { control.cancel(); };
    QElapsedTimer timer;
    timer.start();
    // It ends by itself when told to, and what it says counts.
    const Result<QByteArray> result = run("wait", handlers, &control);
    QVERIFY(result);
    QVERIFY(timer.elapsed() < 2000);
}

void tst_Faults::cancel_killsWhatDoesNotListen()
{
    JobControl control;
    std::thread canceller([&control] { control.cancel(); });
    const Result<QByteArray> result = run("spin", {}, &control);
    canceller.join();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
}

Result<QByteArray> tst_Faults::attempt(const QByteArray &operation, Isolation isolation, QLatin1StringView family)
{
    QFile file(m_folder.filePath(u"secret"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("secret") != 6)
        return Error{ErrorKind::Internal, file.errorString(), {}};
    file.close();
    const QString path = operation == "create" ? m_folder.filePath(u"new"_s) : file.fileName();
    return run("try\n" + operation + '\n' + path.toUtf8(), {}, nullptr, isolation, family);
}

/// As this kernel confines, and as the oldest one that will do.
void tst_Faults::sandbox_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<bool>("isOldest");
    QTest::addColumn<QString>("family");
    for (const char *operation :
         {"open",      "create",      "truncate",      "chmod",      "chown",       "set times",   "set attribute",
          "unlink",    "rename",      "link",          "symlink",    "make folder", "list folder", "tcp",
          "udp",       "unix socket", "fork",          "exec",       "kill",        "ptrace",      "read memory",
          "mount",     "own names",   "bpf",           "io_uring",   "keys",        "device",      "environment",
          "fchmodat2", "prlimit",     "shared memory", "setxattrat", "core dump",   "endless file"}) {
        // A codec, and the process that has the graphics chip.
        for (const char *family : {"fault", "encoder"}) {
            QTest::addRow("%s, %s", operation, family) << QByteArray(operation) << false << QString::fromLatin1(family);
            QTest::addRow("%s, %s, oldest Landlock", operation, family)
                << QByteArray(operation) << true << QString::fromLatin1(family);
        }
    }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QTest::newRow("endless memory") << QByteArray("endless memory") << false << u"fault"_s;
#endif
}

void tst_Faults::sandbox()
{
    QFETCH(QByteArray, operation);
    QFETCH(bool, isOldest);
    QFETCH(QString, family);
    if (isOldest)
        qputenv("CONVOY_LANDLOCK_VERSION", "1");
    const auto back = qScopeGuard([] { qunsetenv("CONVOY_LANDLOCK_VERSION"); });
    const Result<QByteArray> result = attempt(operation, Isolation::Process,
                                              family == "encoder"_L1 ? "encoder"_L1 : "fault"_L1);
    QVERIFY2(bool(result), result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, "denied");
    QFile secret(m_folder.filePath(u"secret"_s));
    QVERIFY(secret.open(QIODevice::ReadOnly));
    QCOMPARE(secret.readAll(), "secret");
    QVERIFY(!QFile::exists(m_folder.filePath(u"new"_s)));
    QVERIFY(!QFile::exists(m_folder.filePath(u"secret2"_s)));
}

/// The control: without a sandbox the same operations come to something. Those that would hit the test itself are left out.
void tst_Faults::sandbox_control_data()
{
    QTest::addColumn<QByteArray>("operation");
    for (const char *operation :
         {"open", "create", "truncate", "chmod", "set times", "unlink", "rename", "link", "symlink", "make folder", "tcp",
          "udp", "unix socket", "kill", "device", "environment", "prlimit", "endless file", "endless memory"})
        QTest::newRow(operation) << QByteArray(operation);
}

void tst_Faults::sandbox_control()
{
    QFETCH(QByteArray, operation);
    const Result<QByteArray> result = attempt(operation, Isolation::Thread);
    QVERIFY2(bool(result), result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, "allowed");
    std::error_code ignored;
    std::filesystem::remove(toPath(m_folder.filePath(u"new"_s)), ignored);
    std::filesystem::remove(toPath(m_folder.filePath(u"secret2"_s)), ignored);
}

QStringList tst_Faults::wrongEnds(const Engine &engine, const QList<QByteArray> &orders,
                                  const QMap<QByteArray, ErrorKind> &bad)
{
    QStringList wrong;
    for (const JobId id : engine.jobs()) {
        const Job &job = *engine.job(id);
        const QByteArray &order = orders.at(job.plan.number - 1);
        const bool isRight = bad.contains(order) ? job.status.error && job.status.error->kind == bad.value(order)
                                                 : job.status.state == JobState::Done;
        if (!isRight)
            wrong.append(QString::fromUtf8(order) + u": "_s
                         + (job.status.error ? errorKindName(job.status.error->kind) + u", "_s + job.status.error->message
                                             : QString(jobStateName(job.status.state))));
    }
    return wrong;
}

void tst_Faults::batch_goodOnesSurviveBadOnes()
{
    const bool all = qEnvironmentVariableIsSet("CONVOY_FAULT_ALL");
    const int ofEach = all ? 20 : 2;
    const int good = all ? 200 : 20;
    const QMap<QByteArray, ErrorKind> bad
    {
        {"segv", ErrorKind::WorkerCrashed}, {"abort", ErrorKind::WorkerCrashed}, {"overflow", ErrorKind::WorkerCrashed},
            {"exit", ErrorKind::WorkerCrashed}, {"throw", ErrorKind::Internal}, {"garbage", ErrorKind::Internal},
            {"wrong-facts", ErrorKind::VerificationFailed}, {"spin", ErrorKind::TimedOut}, {"sleep", ErrorKind::TimedOut},
            {"talk", ErrorKind::TimedOut}, {"fork", ErrorKind::Internal},
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
            {"allocate", ErrorKind::OutOfMemory},
#endif
    };
    QList<QByteArray> orders(good, "ok");
    for (const QByteArray &order : bad.keys())
        orders += QList<QByteArray>(ofEach, order);
    std::shuffle(orders.begin(), orders.end(), std::mt19937(20260101));

    QTemporaryDir inputs;
    QTemporaryDir outputs;
    std::vector<JobPlan> plans;
    QMap<QByteArray, QByteArray> sources;
    ConversionSettings conversion;
    conversion.converter = u"image"_s;
    conversion.extension = u"txt"_s;
    conversion.retry = {2, 0};
    const auto untimed = std::make_shared<const ConversionSettings>(conversion);
    conversion.timeoutS = 1;
    const auto timed = std::make_shared<const ConversionSettings>(conversion);
    for (const QByteArray &order : orders) {
        JobPlan plan;
        plan.number = int(plans.size()) + 1;
        plan.outputStem = QByteArray::number(plan.number);
        plan.outputFolder = toPath(outputs.path());
        plan.input.path = toPath(inputs.filePath(QString::number(plan.number)));
        const Path path = plan.input.path;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(order) == order.size());
        file.close();
        convoy::test::setAttribute(toBytes(plan.input.path), order);
        sources.insert(toBytes(plan.input.path), convoy::test::stateOf(toBytes(plan.input.path)));
        plan.settings = bad.value(order) == ErrorKind::TimedOut ? timed : untimed;
        plans.push_back(plan);
    }

    WorkerPool pool(settings());
    test::CrewExecutor crew(4); // plain threads: a sanitizer sees into them
    Result<std::unique_ptr<Journal>> journal = Journal::open(toPath(inputs.filePath(u"journal.sqlite"_s)));
    QVERIFY(journal);
    Committer committer(std::move(*journal));
    Engine engine({crew.executor(), workerJobRunner(pool), &committer, 2});
    QSignalSpy ended(&engine, &Engine::batchFinished);
    QSignalSpy finished(&engine, &Engine::jobFinished);
    engine.submit(plans, u"faults"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 600'000);

    const auto summary = ended.front().front().value<BatchSummary>();
    QCOMPARE(summary.done, good);
    QCOMPARE(summary.failed, int(orders.size()) - good);
    QCOMPARE(finished.size(), orders.size());
    QCOMPARE(QDir(outputs.path()).entryList(QDir::Files | QDir::Hidden).size(), good);
    QCOMPARE(wrongEnds(engine, orders, bad).join(u"; "_s), QString());
    for (auto source = sources.cbegin(); source != sources.cend(); ++source)
        QVERIFY2(convoy::test::stateOf(source.key()) == source.value(), "a source was touched");

    // The control: an end that is not the right one is seen.
    QMap<QByteArray, ErrorKind> other = bad;
    other.insert("segv", ErrorKind::TimedOut);
    other.remove("spin");
    QCOMPARE(wrongEnds(engine, orders, other).size(), 2 * ofEach);
}

QTEST_GUILESS_MAIN(tst_Faults)
#include "tst_faults.moc"
