// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/rowtags.h"
#include "core/report/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 began = 1'767'323'045'000; // ms: 2026-01-02 03:04:05 UTC

Job job(int number, const Path &input, JobState state, int startedS, double seconds)
{
    Job job;
    job.id = JobId(number);
    job.batch = u"b1"_s;
    job.plan.number = number;
    job.plan.input.path = input;
    job.plan.input.identity.size = 2000;
    job.status.state = state;
    job.status.seconds = seconds;
    job.status.startedMs = began + startedS * 1000;
    job.status.slot = number % 2;
    job.status.attempts = 1;
    return job;
}

/// One job of each end, with everything that a report can have to say.
Report sampleReport()
{
    auto settings = std::make_shared<ConversionSettings>();
    settings->profileId = u"tool-wc"_s;
    Job done = job(1, "/in/good, \"best\"\nfile.txt", JobState::Done, 0, 6);
    done.status.outputs = {"/out/good.txt", Path("/out/\xff.txt")};
    done.status.outputBytes = 1000;
    done.status.columns = {{u"lines"_s, 12}, {u"ratio"_s, 0.5}, {u"what"_s, u"=1+1"_s}};
    done.status.warnings = {u"Something was clipped."_s};
    done.status.toolOutput = "all is well\n";
    Job failed = job(2, "/in/<b>bad</b> & co.txt", JobState::Failed, 0, 4);
    failed.status.error = Error{ErrorKind::ToolFailed, u"The tool ended with exit code 3."_s,
                                u"]]> its\x1b[1m last\x01 words"_s};
    Job skipped = job(3, Path("/in/\xfe.txt"), JobState::Skipped, 0, 0);
    skipped.status.startedMs = 0;
    skipped.status.slot = -1;
    skipped.status.error = Error{ErrorKind::OutputExists, u"There is one already."_s, {}};
    Job row = job(4, {}, JobState::Cancelled, 6, 4);
    row.plan.info = withRow({}, {{u"name"_s, u"n4"_s}, {u"description"_s, u"The fourth"_s}, {u"slice"_s, u"40"_s}});
    row.status.error = Error{ErrorKind::Cancelled, u"Cancelled."_s, {}};
    Report report;
    report.profile = u"tool-wc"_s;
    report.started = QDateTime::fromMSecsSinceEpoch(began, Qt::UTC);
    report.add({.batch = u"b1"_s, .done = 1, .failed = 1, .skipped = 1, .cancelled = 1, .seconds = 10},
               {done, failed, skipped, row});
    for (Job &one : report.jobs)
        one.plan.settings = settings;
    return report;
}

} // namespace

/// Every format, read by somebody else's reader.
class TestReportFormats : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    bool m_isMissing = false; // the reader

    QJsonDocument read(const Report &report, const QString &reader, const QString &extension, const QStringList &more = {})
    {
        const QString file = m_folder.filePath(u"report."_s + extension);
        if (const Result<void> written = writeReport(report, toPath(file)); !written)
            qWarning("%s", qPrintable(written.error().message));
        QProcess python;
        python.start(u"/usr/bin/python3"_s, QStringList{QStringLiteral(READERS), reader, file} + more);
        python.waitForFinished();
        m_isMissing = python.exitCode() == 77;
        if (python.exitCode() != 0)
            qWarning("%s", python.readAllStandardError().constData());
        return QJsonDocument::fromJson(python.readAllStandardOutput());
    }

private Q_SLOTS:
    void json_holdsToItsSchema()
    {
        Report several = sampleReport();
        several.add({.batch = u"b2"_s}, {});
        for (const Report &report : {sampleReport(), several, Report{.started = sampleReport().started}}) {
            const QJsonDocument problems = read(report, u"json"_s, u"json"_s, {QStringLiteral(SCHEMA)});
            if (m_isMissing)
                QSKIP("python3-jsonschema is not installed");
            QVERIFY(problems.isArray());
            QVERIFY2(problems.array().isEmpty(), problems.toJson().constData());
        }
    }

    void csv_isATable()
    {
        const QJsonArray rows = read(sampleReport(), u"csv"_s, u"csv"_s).array();
        QCOMPARE(rows.size(), 4);
        const QJsonValue done = rows[0];
        QCOMPARE(done["state"_L1].toString(), u"done"_s);
        QCOMPARE(done["input"_L1].toString(), u"/in/good, \"best\"\nfile.txt"_s);
        QCOMPARE(done["outputs"_L1].toString(), u"/out/good.txt\nfile:///out/%FF.txt"_s);
        QCOMPARE(done["input_bytes"_L1].toString(), u"2000"_s);
        QCOMPARE(done["output_bytes"_L1].toString(), u"1000"_s);
        QCOMPARE(done["lines"_L1].toString(), u"12"_s);
        QCOMPARE(done["ratio"_L1].toString(), u"0.5"_s);
        QCOMPARE(done["what"_L1].toString(), u"'=1+1"_s); // no formula for a spreadsheet
        QCOMPARE(rows[1]["error_kind"_L1].toString(), u"tool-failed"_s);
        QCOMPARE(rows[2]["input"_L1].toString(), u"file:///in/%FE.txt"_s);
        QCOMPARE(rows[3]["row.slice"_L1].toString(), u"40"_s);
        QCOMPARE(rows[3]["row.description"_L1].toString(), u"The fourth"_s);
        QCOMPARE(rows[3]["lines"_L1].toString(), QString());
    }

    void junit_countsFailures()
    {
        Report report = sampleReport();
        report.totals.failed = 7; // unlike every other count
        QVERIFY(reportToJUnit(report).contains("failures=\"7\""));
    }

    void junit_isUnderstood()
    {
        const QJsonObject found = read(sampleReport(), u"junit"_s, u"xml"_s).object();
        if (m_isMissing)
            QSKIP("python3-junitparser is not installed");
        QCOMPARE(found.value("suites"_L1).toInt(), 1);
        QCOMPARE(found.value("tests"_L1).toInt(), 4);
        QCOMPARE(found.value("failures"_L1).toInt(), 1);
        QCOMPARE(found.value("skipped"_L1).toInt(), 2);
        const QJsonArray cases = found.value("cases"_L1).toArray();
        QCOMPARE(cases.size(), 4);
        QCOMPARE(cases[0]["result"_L1].toArray(), QJsonArray());
        QCOMPARE(cases[0]["class"_L1].toString(), u"tool-wc"_s);
        QCOMPARE(cases[0]["time"_L1].toDouble(), 6.0);
        QVERIFY(cases[0]["out"_L1].toString().contains("all is well"_L1));
        const QJsonValue failed = cases[1];
        QCOMPARE(failed["name"_L1].toString(), u"/in/<b>bad</b> & co.txt"_s);
        QCOMPARE(failed["result"_L1].toArray(), QJsonArray{u"failure"_s});
        QCOMPARE(failed["type"_L1].toArray(), QJsonArray{u"tool-failed"_s});
        QCOMPARE(failed["message"_L1].toArray(), QJsonArray{u"The tool ended with exit code 3."_s});
        // What XML cannot say is replaced, and what looks like its end is not.
        QCOMPARE(failed["text"_L1].toArray(), QJsonArray{u"]]> its\uFFFD[1m last\uFFFD words"_s});
        QCOMPARE(cases[2]["result"_L1].toArray(), QJsonArray{u"skipped"_s});
        QCOMPARE(cases[3]["name"_L1].toString(), u"The fourth"_s);
        QCOMPARE(cases[3]["result"_L1].toArray(), QJsonArray{u"skipped"_s});
    }

    void html_isOnePageWithFailuresFirst()
    {
        const QJsonObject page = read(sampleReport(), u"html"_s, u"html"_s).object();
        QCOMPARE(page.value("problems"_L1).toArray(), QJsonArray());
        QCOMPARE(page.value("references"_L1).toArray(), QJsonArray()); // nothing from elsewhere
        const QJsonArray tags = page.value("tags"_L1).toArray();
        QVERIFY(!tags.contains(u"script"_s) && !tags.contains(u"b"_s));
        const QString head = page.value("head"_L1).toString();
        QVERIFY2(head.contains("1 done, 1 failed, 1 skipped"_L1), qPrintable(head));
        QVERIFY2(head.contains("(50"_L1), qPrintable(head)); // 2000 bytes became 1000
        const QJsonArray rows = page.value("rows"_L1).toArray();
        QCOMPARE(rows.size(), 5);
        QVERIFY(rows[1]["text"_L1].toString().contains("<b>bad</b> & co.txt"_L1));
        QVERIFY(rows[1]["text"_L1].toString().contains("last"_L1));
        QVERIFY(rows[1]["open"_L1].toBool());
        QVERIFY(rows[2]["text"_L1].toString().contains("The fourth"_L1));
        QVERIFY(rows[4]["text"_L1].toString().contains("all is well"_L1));
        QVERIFY(!rows[4]["open"_L1].toBool());
        QVERIFY(rows[4]["text"_L1].toString().contains("lines = 12"_L1));
    }

    /// Two lanes, ten seconds wide: who worked when.
    void html_timelineIsTrue()
    {
        const QJsonArray bars = read(sampleReport(), u"html"_s, u"html"_s).object().value("bars"_L1).toArray();
        QMultiMap<QString, std::pair<double, double>> found;
        for (const QJsonValue &bar : bars)
            found.insert(bar[0].toString(), {bar[1].toDouble(), bar[2].toDouble()});
        QCOMPARE(found.count(u"lane"_s), 2);
        QCOMPARE(found.value(u"lane"_s), (std::pair{0.0, 1000.0}));
        QCOMPARE(found.values(u"done"_s), (QList{std::pair{0.0, 600.0}}));
        QCOMPARE(found.values(u"failed"_s), (QList{std::pair{0.0, 400.0}}));
        QCOMPARE(found.values(u"other"_s), (QList{std::pair{600.0, 400.0}}));
    }
};

QTEST_GUILESS_MAIN(TestReportFormats)
#include "tst_reportformats.moc"
