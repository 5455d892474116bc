// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/processtree.h"
#include "core/converters/rowtags.h"
#include "support/convertharness.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;
using convoy::test::ConvertHarness;
using convoy::test::InputFile;

class TestToolConverter : public QObject
{
    Q_OBJECT

private:
    const Converter *m_converter = converterInFamily(u"tool");
    QTemporaryDir m_folder;
    QString m_staging;
    ConvertHarness *m_harness = nullptr;
    std::function<void(QByteArrayView)> m_said; // hears what a tool says while it runs

    QString write(const QString &name, const QByteArray &content, bool executable = false)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        file.close();
        if (executable)
            ::chmod(QFile::encodeName(path).constData(), 0755);
        return path;
    }

    // A stand-in tool: a shell script written by the test, started as a program of its own.
    QString script(const QByteArray &body) { return write(u"tool.sh"_s, "#!/bin/sh\n" + body + "\n", true); }

    Result<ConvertReport> run(const QJsonObject &options, const QByteArray &content = "one two\nthree\n",
                              const QString &extension = u"txt"_s)
    {
        const QString path = write(u"in put.txt"_s, content);
        const InputFile file = InputFile::fromPath(path);
        ConvertRequest request{.input = file.input(), .options = test::optionsFor(u"tool", options), .extension = extension};
        request.stem = "result";
        request.outputFolder = QFile::encodeName(m_staging);
        request.number = 7;
        request.probed.durationMs = 30'000;
        ConvertContext context = m_harness->context();
        context.said = m_said;
        return m_converter->convert(request, context);
    }

    Result<ConvertReport> runScript(const QByteArray &body, QJsonObject options = {}, const QStringList &arguments = {})
    {
        QJsonArray command{script(body)};
        for (const QString &argument : arguments)
            command.append(argument);
        options.insert(u"command"_s, command);
        return run(options);
    }

    QByteArray staged(const QString &name) const { return test::readFile(m_staging + u'/' + name); }

    // Whether a process still runs whose id a script has written into `name`.
    bool runs(const QString &name) const
    {
        const pid_t pid = test::readFile(m_folder.filePath(name)).trimmed().toInt();
        return pid > 0 && ::kill(pid, 0) == 0;
    }

private Q_SLOTS:
    void init()
    {
        m_staging = m_folder.filePath(u"staging"_s);
        QVERIFY(QDir().mkpath(m_staging));
        m_harness = new ConvertHarness;
        m_said = nullptr;
    }

    void cleanup()
    {
        delete m_harness;
        QVERIFY(QDir(m_staging).removeRecursively());
        QVERIFY2(descendants(::getpid()).empty(), "a process was left behind");
    }

    void convert_writesDeclaredOutput()
    {
        const Result<ConvertReport> report = runScript("tr a-z A-Z <\"$1\" >\"$2\"", {}, {u"{input}"_s, u"{output}"_s});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        QCOMPARE(report->outputs.size(), size_t(1));
        QCOMPARE(report->outputs[0].value(u"file"_s).toByteArray(), QByteArray("result.txt"));
        QCOMPARE(report->outputs[0].value(u"size"_s).toLongLong(), 14);
        QCOMPARE(staged(u"result.txt"_s), QByteArray("ONE TWO\nTHREE\n"));
        QVERIFY(m_harness->outputs.empty());
    }

    void convert_collectsGlobSorted()
    {
        const Result<ConvertReport> report = runScript("echo 2 >page-2.txt; echo 1 >page-1.txt; echo log >x.log",
                                                       {{u"output_glob"_s, u"page-*.txt"_s}});
        QVERIFY(report);
        QCOMPARE(report->outputs.size(), size_t(2));
        QCOMPARE(report->outputs[0].value(u"file"_s).toByteArray(), QByteArray("page-1.txt"));
        QCOMPARE(report->outputs[1].value(u"file"_s).toByteArray(), QByteArray("page-2.txt"));
    }

    void convert_stdoutBecomesOutput()
    {
        const QByteArray big(3'000'000, 'z');
        const Result<ConvertReport> report = run(
            {{u"command"_s, QJsonArray{u"cat"_s}}, {u"stdin"_s, u"input"_s}, {u"stdout"_s, u"output"_s}}, big);
        QVERIFY(report);
        QCOMPARE(m_harness->outputs.size(), size_t(1));
        QCOMPARE(m_harness->outputBytes(0), big);
        QCOMPARE(report->outputs[0].value(u"size"_s).toLongLong(), big.size());
        const FileDescriptor output = test::reopenReadOnly(m_harness->outputs[0].fd());
        QVERIFY(m_converter->verify(output.fd(), test::throughCbor(report->outputs[0]), m_harness->context()));
    }

    void verify_noticesAnotherSize()
    {
        const InputFile file = InputFile::fromBytes("four", "x");
        const Result<void> verified = m_converter->verify(file.fd(), {{u"size"_s, 5}}, m_harness->context());
        QVERIFY(!verified);
        QCOMPARE(verified.error().kind, ErrorKind::VerificationFailed);
    }

    void convert_wcFillsColumns()
    {
        const Result<ConvertReport> report = run({{u"command"_s, QJsonArray{u"wc"_s, u"{input}"_s}},
                                                  {u"stdout"_s, u"output"_s},
                                                  {u"columns"_s,
                                                   QJsonArray{u"lines=^\\s*(\\d+)"_s, u"words=^\\s*\\d+\\s+(\\d+)"_s,
                                                              u"bytes=^\\s*\\d+\\s+\\d+\\s+(\\d+)"_s, u"none=nothing"_s}}});
        QVERIFY(report);
        QCOMPARE(report->columns, QVariantMap({{u"lines"_s, 2LL}, {u"words"_s, 3LL}, {u"bytes"_s, 14LL}}));
        QVERIFY(m_harness->outputBytes(0).contains("in put.txt"));
    }

    void convert_ffmpegReportsProgress()
    {
        const Result<ConvertReport> report = run(
            {{u"command"_s,
              QJsonArray{u"ffmpeg"_s, u"-v"_s, u"error"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=30"_s,
                         u"-progress"_s, u"pipe:1"_s, u"{output}"_s}}},
            "x", u"flac"_s);
        if (!report && report.error().kind == ErrorKind::MissingTool)
            QSKIP("ffmpeg is not installed");
        QVERIFY(report);
        QVERIFY(staged(u"result.flac"_s).startsWith("fLaC"));
        QVERIFY(!m_harness->progress.empty());
        QVERIFY(std::ranges::is_sorted(m_harness->progress));
        QVERIFY(std::ranges::any_of(m_harness->progress, [](double fraction) { return fraction > 0.9; }));
    }

    void convert_argumentsReachTheToolAsTheyAre()
    {
        const Result<ConvertReport> report = runScript(
            "for a in \"$@\"; do printf '[%s]' \"$a\"; done", {{u"stdout"_s, u"output"_s}},
            {u"{n:03}"_s, u"a b"_s, u"$(id);`id`"_s, u"{name}"_s, u"{ext}"_s, u"{stem}"_s, u"{{}}"_s, QString()});
        QVERIFY(report);
        QCOMPARE(m_harness->outputBytes(0), QByteArray("[007][a b][$(id);`id`][in put.txt][txt][result][{}][]"));
    }

    void convert_environmentAndWorkingFolder()
    {
        const Result<ConvertReport> report = runScript("echo \"$GREETING $PWD\"",
                                                       {{u"environment"_s, QJsonArray{u"GREETING=hello there"_s}},
                                                        {u"working_folder"_s, u"/usr/share"_s},
                                                        {u"stdout"_s, u"output"_s}});
        QVERIFY(report);
        QCOMPARE(m_harness->outputBytes(0), QByteArray("hello there /usr/share\n"));
    }

    void convert_stdinIsEmptyUnlessAsked()
    {
        const Result<ConvertReport> report = run({{u"command"_s, QJsonArray{u"cat"_s}}, {u"stdout"_s, u"output"_s}});
        QVERIFY(report);
        QCOMPARE(m_harness->outputBytes(0), QByteArray());
    }

    void convert_noDescriptorLeaks()
    {
        const FileDescriptor leaky(::open("/dev/null", O_RDONLY)); // without O_CLOEXEC
        // In place of the shell, which opens descriptors of its own.
        const Result<ConvertReport> report = runScript("exec ls -m /proc/self/fd", {{u"stdout"_s, u"output"_s}});
        QVERIFY(report);
        // 3 is the folder that ls reads.
        QVERIFY2(m_harness->outputBytes(0).trimmed() == "0, 1, 2, 3", m_harness->outputBytes(0).constData());
    }

    void convert_keepsWhatWasSaid()
    {
        const Result<ConvertReport> report = runScript("echo to stdout; echo to stderr >&2; exit 3",
                                                       {{u"success_exit_codes"_s, u"0, 3"_s}});
        QVERIFY(report);
        QVERIFY(report->outputs.empty());
        QCOMPARE(report->toolOutput, QByteArray("to stdout\nto stderr\n"));
    }

    void convert_tellsWhatIsSaidWhileItRuns()
    {
        int told = 0;
        QByteArray last;
        m_said = [&](QByteArrayView said) {
            ++told;
            last = said.toByteArray();
            if (last.contains("out") && last.contains("err")) // the tool waits for this
                write(u"go"_s, {});
        };
        const Result<ConvertReport> report = runScript(
            "echo out; echo err >&2; while [ ! -e \"$1/go\" ]; do sleep 0.02; done; echo end", {}, {u"{folder}"_s});
        QVERIFY(report);
        QVERIFY(told >= 1);
        QVERIFY(!last.contains("end"));
        QCOMPARE(report->toolOutput, QByteArray("out\nend\nerr\n"));
    }

    void convert_floodIsToldSeldom()
    {
        int told = 0;
        qsizetype most = 0;
        m_said = [&](QByteArrayView said) {
            ++told;
            most = std::max(most, said.size());
        };
        QElapsedTimer timer;
        timer.start();
        QVERIFY(runScript("head -c 100000000 /dev/zero | tr '\\0' e"));
        QVERIFY2(told <= 2 + timer.elapsed() / 200, qPrintable(QString::number(told)));
        QVERIFY(most <= 8192);
    }

    /// A tool leaves logs and the like behind, which nobody asked for.
    void convert_declaredOutputIsAllThatIsWanted()
    {
        const Result<ConvertReport> report = runScript("echo 1 >\"$1\"; echo 2 >2pass.log; mkdir -p a/b", {},
                                                       {u"{output}"_s});
        QVERIFY(report);
        QCOMPARE(report->outputs.size(), size_t(1));
        QCOMPARE(report->outputs[0].value(u"file"_s).toByteArray(), QByteArray("result.txt"));
    }

    void convert_stdinFromAnotherFile()
    {
        write(u"other.txt"_s, "from elsewhere");
        const QJsonObject options{{u"command"_s, QJsonArray{u"cat"_s}},
                                  {u"stdin"_s, u"file"_s},
                                  {u"stdin_file"_s, u"{folder}/other.txt"_s},
                                  {u"stdout"_s, u"output"_s}};
        const Result<ConvertReport> report = run(options);
        QVERIFY(report);
        QCOMPARE(m_harness->outputBytes(0), QByteArray("from elsewhere"));
        QJsonObject missing = options;
        missing.insert(u"stdin_file"_s, u"{folder}/missing.txt"_s);
        const Result<ConvertReport> refused = run(missing);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnreadableInput);
        QVERIFY(refused.error().message.contains("missing.txt"_L1));
    }

    void convert_niceAndDiskPriority()
    {
        const int own = ::getpriority(PRIO_PROCESS, 0);
        const Result<ConvertReport> report = run({{u"command"_s, QJsonArray{u"sh"_s, u"-c"_s, u"nice; ionice"_s}},
                                                  {u"nice"_s, 7},
                                                  {u"io_priority"_s, u"idle"_s},
                                                  {u"stdout"_s, u"output"_s}});
        QVERIFY(report);
        QCOMPARE(m_harness->outputBytes(0), QByteArray::number(std::min(19, own + 7)) + "\nidle\n");
    }

    void convert_versionIsChecked_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("minimum");
        QTest::addColumn<bool>("isEnough");
        QTest::newRow("newer") << QByteArray("tool 1.10.2 (2024)") << u"1.9"_s << true;
        QTest::newRow("the same") << QByteArray("v2.0") << u"2"_s << true;
        QTest::newRow("older") << QByteArray("tool 1.10.2") << u"1.11"_s << false;
        QTest::newRow("says none") << QByteArray("hello") << u"1"_s << false;
    }
    void convert_versionIsChecked()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, minimum);
        QFETCH(bool, isEnough);
        const Result<ConvertReport> report = runScript("[ \"$1\" = -V ] && { echo '" + answer + "'; exit 3; }; echo did run",
                                                       {{u"minimum_version"_s, minimum},
                                                        {u"version_arguments"_s, QJsonArray{u"-V"_s}},
                                                        {u"required_package"_s, u"nice-package"_s}});
        QCOMPARE(bool(report), isEnough);
        if (isEnough) {
            QCOMPARE(report->toolOutput, QByteArray("did run\n"));
            return;
        }
        QCOMPARE(report.error().kind, ErrorKind::MissingTool);
        QVERIFY2(report.error().message.contains(minimum), qPrintable(report.error().message));
        QVERIFY(report.error().message.contains("nice-package"_L1));
        QVERIFY(!report.error().detail.contains("did run"_L1));
    }

    void convert_outputFolderIsCollected()
    {
        const Result<ConvertReport> report = runScript("echo 1 >\"$1/b.txt\"; echo 2 >\"$1/a.txt\"", {},
                                                       {u"{output_folder}"_s});
        QVERIFY(report);
        QCOMPARE(report->outputs.size(), size_t(2));
        QCOMPARE(report->outputs[0].value(u"file"_s).toByteArray(), QByteArray("a.txt"));
    }

    void convert_rowOfAListWithoutFile()
    {
        ConvertRequest request{
            .options = test::optionsFor(
                u"tool",
                {{u"command"_s, QJsonArray{u"printf"_s, u"[%s]"_s, u"{i:03}"_s, u"{who}"_s}}, {u"stdout"_s, u"output"_s}})};
        const FileDescriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        request.input.fd = nothing.fd();
        request.stem = "row";
        request.outputFolder = QFile::encodeName(m_staging);
        request.probed = withRow({}, {{u"i"_s, u"7"_s}, {u"who"_s, u"-rf $(id) 'x'"_s}, {u"output"_s, u"/etc/passwd"_s}});
        const Result<ConvertReport> report = m_converter->convert(request, m_harness->context());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        // What a row says is one argument and never an option.
        QCOMPARE(m_harness->outputBytes(0), QByteArray("[007][./-rf $(id) 'x']"));
        request.options = test::optionsFor(u"tool", {{u"command"_s, QJsonArray{u"cat"_s, u"{input}"_s}}});
        const Result<ConvertReport> refused = m_converter->convert(request, m_harness->context());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidOption);
        QVERIFY(refused.error().message.contains("{input}"_L1));
    }

    void convert_failures_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        const QStringList output{u"{output}"_s};
        QTest::newRow("exit code") << QByteArray("echo reason >&2; exit 3") << QJsonObject() << QStringList()
                                   << int(ErrorKind::ToolFailed) << u"3"_s;
        QTest::newRow("signal") << QByteArray("echo reason; kill -SEGV $$") << QJsonObject() << QStringList()
                                << int(ErrorKind::ToolFailed) << u"Segmentation"_s;
        QTest::newRow("no output") << QByteArray("echo reason") << QJsonObject() << output << int(ErrorKind::ToolFailed)
                                   << u"did not write"_s;
        QTest::newRow("nothing fits") << QByteArray("echo reason; echo >a.txt") << QJsonObject{{u"output_glob"_s, u"b*"_s}}
                                      << QStringList() << int(ErrorKind::ToolFailed) << u"b*"_s;
        QTest::newRow("a link") << QByteArray("echo reason; ln -s /etc/passwd \"$1\"") << QJsonObject() << output
                                << int(ErrorKind::ToolFailed) << u"result.txt"_s;
        QTest::newRow("hard link to the source")
            << QByteArray("echo reason; ln \"$2\" \"$1\"") << QJsonObject() << QStringList{u"{output}"_s, u"{input}"_s}
            << int(ErrorKind::ToolFailed) << u"result.txt"_s;
        QTest::newRow("a folder") << QByteArray("echo reason; mkdir \"$1\"") << QJsonObject() << output
                                  << int(ErrorKind::ToolFailed) << u"result.txt"_s;
        QTest::newRow("time") << QByteArray("echo reason; sleep 60") << QJsonObject{{u"timeout_s"_s, 1}} << QStringList()
                              << int(ErrorKind::TimedOut) << u"1"_s;
    }
    void convert_failures()
    {
        QFETCH(QByteArray, body);
        QFETCH(QJsonObject, options);
        QFETCH(QStringList, arguments);
        QFETCH(int, kind);
        QFETCH(QString, says);
        const Result<ConvertReport> report = runScript(body, options, arguments);
        QVERIFY(!report);
        QCOMPARE(int(report.error().kind), kind);
        QVERIFY2(report.error().message.contains(says), qPrintable(report.error().message));
        QVERIFY2(report.error().detail.contains("reason"_L1), qPrintable(report.error().detail));
    }

    void convert_invalidOptions_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("says");
        const QJsonArray command{u"true"_s};
        QTest::newRow("no command") << QJsonObject() << u"command"_s;
        QTest::newRow("placeholder") << QJsonObject{{u"command"_s, QJsonArray{u"true"_s, u"{inptu}"_s}}} << u"{inptu}"_s;
        QTest::newRow("environment") << QJsonObject{{u"command"_s, command}, {u"environment"_s, QJsonArray{u"1=2"_s}}}
                                     << u"environment"_s;
        QTest::newRow("columns") << QJsonObject{{u"command"_s, command}, {u"columns"_s, QJsonArray{u"a=("_s}}}
                                 << u"columns"_s;
        QTest::newRow("progress") << QJsonObject{{u"command"_s, command}, {u"progress_pattern"_s, u"("_s}}
                                  << u"progress_pattern"_s;
        QTest::newRow("both") << QJsonObject{{u"command"_s, QJsonArray{u"true"_s, u"{output}"_s}},
                                             {u"stdout"_s, u"output"_s}}
                              << u"stdout"_s;
    }
    void convert_invalidOptions()
    {
        QFETCH(QJsonObject, options);
        QFETCH(QString, says);
        const Result<ConvertReport> report = run(options);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::InvalidOption);
        QVERIFY2(report.error().message.contains(says), qPrintable(report.error().message));
    }

    void convert_missingToolIsNamed()
    {
        const Result<ConvertReport> report = run(
            {{u"command"_s, QJsonArray{u"no-such-program"_s}}, {u"required_package"_s, u"nice-package"_s}});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::MissingTool);
        QVERIFY(report.error().message.contains("no-such-program"_L1));
        QVERIFY(report.error().message.contains("nice-package"_L1));
    }

    void convert_programThatCannotRun()
    {
        const QString path = write(u"broken"_s, "not a program", true);
        const Result<ConvertReport> report = run({{u"command"_s, QJsonArray{path}}});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::ToolFailed);
        QVERIFY(report.error().message.contains("broken"_L1));
    }

    void convert_floodNeedsNoMemory()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers keep freed memory for a while");
#endif
        struct rusage before = {};
        ::getrusage(RUSAGE_SELF, &before);
        const Result<ConvertReport> report = runScript("head -c 1073741824 /dev/zero | tr '\\0' e >&2; echo end >&2");
        QVERIFY(report);
        QVERIFY(report->toolOutput.endsWith("e"
                                            "end\n"));
        QVERIFY(report->toolOutput.size() < 140'000);
        struct rusage after = {};
        ::getrusage(RUSAGE_SELF, &after);
        QVERIFY2(after.ru_maxrss - before.ru_maxrss < 20'000,
                 qPrintable(QString::number(after.ru_maxrss - before.ru_maxrss)));
    }

    void convert_floodWithoutReaderOfOtherStream()
    {
        // Both streams at once: one must not wait for the other.
        const Result<ConvertReport> report = runScript("head -c 5000000 /dev/zero & head -c 5000000 /dev/zero >&2; wait",
                                                       {{u"stdout"_s, u"output"_s}});
        QVERIFY(report);
        QCOMPARE(m_harness->outputBytes(0).size(), 5'000'000);
    }

    void convert_closedStdoutIsNoEnd()
    {
        const Result<ConvertReport> report = runScript(
            "exec 1>&- 2>&-; head -c 100000 /dev/urandom >/dev/null; echo done >\"$1\"", {}, {u"{output}"_s});
        QVERIFY(report);
        QCOMPARE(staged(u"result.txt"_s), QByteArray("done\n"));
    }

    void convert_daemonIsEnded()
    {
        const QString pidFile = m_folder.filePath(u"daemon.pid"_s);
        const QByteArray body = "setsid sh -c 'setsid sh -c \"echo \\$\\$ >" + QFile::encodeName(pidFile)
            + "; exec sleep 600\" & wait' &\n"
              "while [ ! -s "
            + QFile::encodeName(pidFile) + " ]; do :; done; echo started";
        QElapsedTimer timer;
        timer.start();
        const Result<ConvertReport> report = runScript(body);
        QVERIFY(report);
        QVERIFY(timer.elapsed() < 10'000);
        QCOMPARE(report->warnings.size(), 1);
        QVERIFY(!runs(u"daemon.pid"_s));
    }

    void convert_cancelEndsTheTool_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("atLeastMs");
        QTest::newRow("hangs") << QByteArray("echo '1%'; sleep 600") << 0;
        QTest::newRow("ignores SIGTERM") << QByteArray("trap '' TERM; echo '1%'; while :; do sleep 600; done") << 1900;
        QTest::newRow("stopped") << QByteArray("echo '1%'; kill -STOP $$") << 0;
    }
    void convert_cancelEndsTheTool()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, atLeastMs);
        m_harness->stopAtProgress = 0.01;
        QElapsedTimer timer;
        timer.start();
        const Result<ConvertReport> report = runScript(body, {{u"progress_pattern"_s, u"(\\d+)%"_s}});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY2(timer.elapsed() >= atLeastMs && timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    }

    void convert_cancelFromOutside()
    {
        QSemaphore started;
        m_harness->onProgress = [&started](double) { started.release(); };
        const std::jthread canceller([this, &started] {
            started.acquire();
            m_harness->requestStop();
        });
        const Result<ConvertReport> report = runScript("echo '1%'; exec sleep 600", {{u"progress_pattern"_s, u"(\\d+)%"_s}});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    }

    void convert_sourceStaysAsItIs()
    {
        QVERIFY(runScript("cat \"$1\"", {}, {u"{input}"_s}));
        QCOMPARE(test::readFile(m_folder.filePath(u"in put.txt"_s)), QByteArray("one two\nthree\n"));
    }

    void convert_fullDiskIsSaid()
    {
        m_harness->outputDevice = "/dev/full";
        const Result<ConvertReport> report = run({{u"command"_s, QJsonArray{u"yes"_s}}, {u"stdout"_s, u"output"_s}});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::NoSpace);
    }

    void probe_knowsKindAndNeverFails()
    {
        const InputFile text = InputFile::fromBytes("hello", "a.txt");
        const Result<MediaInfo> unknown = m_converter->probe(text.input());
        QVERIFY(unknown);
        QCOMPARE(unknown->kind, MediaKind::Unknown);
        const InputFile wav = InputFile::fromBytes(QByteArray("RIFF\0\0\0\0WAVEfmt ", 16), "a");
        QCOMPARE(m_converter->probe(wav.input())->kind, MediaKind::Audio);
        const InputFile empty = InputFile::fromBytes({}, "a");
        QVERIFY(m_converter->probe(empty.input()));
    }
};

QTEST_GUILESS_MAIN(TestToolConverter)
#include "tst_toolconverter.moc"
