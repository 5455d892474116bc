// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jobjson.h"
#include "core/report/joblog.h"
#include "core/report/report.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <sys/stat.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

Job finishedJob(int number, const Path &input, JobState state)
{
    Job job;
    job.id = JobId(number);
    job.batch = u"b1"_s;
    job.plan.number = number;
    job.plan.input.path = input;
    job.plan.input.identity.size = 2000;
    job.status.state = state;
    job.status.seconds = 1.23456;
    job.status.attempts = 1;
    return job;
}

Report sampleReport()
{
    Job done = finishedJob(1, "/in/good.wav", JobState::Done);
    done.status.outputs = {"/out/good.flac"};
    done.status.outputBytes = 1000;
    Job failed = finishedJob(2, "/in/<b>bad</b> & \"worse\".wav", JobState::Failed);
    failed.status.error = Error{ErrorKind::ToolFailed, u"The tool said no."_s, u"exit status 1"_s};
    failed.status.toolOutput = "<script>alert(1)</script> no such codec";
    Report report;
    report.profile = u"album-flac"_s;
    report.started = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    report.add({.batch = u"b1"_s, .done = 1, .failed = 1, .seconds = 2.5}, {done, failed});
    return report;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_holdsTheContract()
    {
        const QJsonObject report = reportToJson(sampleReport());
        QCOMPARE(report.value("convoy_report"_L1).toInt(), 1);
        QCOMPARE(report.value("batch"_L1).toString(), u"b1"_s);
        QCOMPARE(report.value("profile"_L1).toString(), u"album-flac"_s);
        QCOMPARE(report.value("started"_L1).toString(), u"2026-01-02T03:04:05.000Z"_s);
        QCOMPARE(report.value("failed"_L1).toInt(), 1);
        const QJsonArray jobs = report.value("jobs"_L1).toArray();
        QCOMPARE(jobs.size(), 2);
        const QJsonObject done = jobs.at(0).toObject();
        QCOMPARE(done.value("state"_L1).toString(), u"done"_s);
        QCOMPARE(done.value("seconds"_L1).toDouble(), 1.235);
        QCOMPARE(done.value("outputs"_L1).toArray(), QJsonArray{u"/out/good.flac"_s});
        QVERIFY(!done.contains("error"_L1));
        const QJsonObject error = jobs.at(1).toObject().value("error"_L1).toObject();
        QCOMPARE(error.value("kind"_L1).toString(), u"tool-failed"_s);
        QCOMPARE(error.value("message"_L1).toString(), u"The tool said no."_s);
        QCOMPARE(error.value("detail"_L1).toString(), u"exit status 1"_s);
    }

    void jobToJson_keepsNamesThatAreNoText()
    {
        Job job = finishedJob(1, Path("/in/a\xff.wav"), JobState::Done);
        job.status.outputs = {Path("/out/plain.flac"), Path("/out/a\xff.flac")};
        const QJsonObject object = jobToJson(job);
        QCOMPARE(object.value("input"_L1).toString(), u"/in/a\uFFFD.wav"_s);
        QCOMPARE(object.value("input_url"_L1).toString(), u"file:///in/a%FF.wav"_s);
        QCOMPARE(object.value("output_urls"_L1).toArray(),
                 (QJsonArray{u"file:///out/plain.flac"_s, u"file:///out/a%FF.flac"_s}));
    }

    void jobToJson_keepsANewLineExactly()
    {
        const QJsonObject object = jobToJson(finishedJob(1, "/in/a\nb.wav", JobState::Skipped));
        QCOMPARE(object.value("input"_L1).toString(), u"/in/a\nb.wav"_s);
        QVERIFY(!object.contains("input_url"_L1));
    }

    void html_isEscapedAndPutsFailuresFirst()
    {
        const QString html = QString::fromUtf8(reportToHtml(sampleReport()));
        QVERIFY(!html.contains(u"<script>"_s));
        QVERIFY(html.contains(u"&lt;script&gt;alert(1)"_s));
        QVERIFY(html.contains(u"&lt;b&gt;bad"_s));
        QVERIFY(html.indexOf(u"The tool said no."_s) > 0);
        QVERIFY(html.indexOf(u"The tool said no."_s) < html.indexOf(u"/in/good.wav"_s));
        QVERIFY(!html.contains(u"http"_s));
    }

    void html_isBalanced()
    {
        QString html = QString::fromUtf8(reportToHtml(sampleReport()));
        html.remove(u"<!DOCTYPE html>"_s).replace(u" open>"_s, u" open=\"\">"_s);
        html.remove(u"<meta charset=\"utf-8\">"_s).remove(u"<meta name=\"viewport\" content=\"width=device-width\">"_s);
        QXmlStreamReader reader(html);
        int rows = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "tr"_L1)
                ++rows;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(rows, 3); // the head and two jobs
    }

    void writeReport_chooses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("json") << u"r.json"_s << QByteArray("{");
        QTest::newRow("html") << u"r.html"_s << QByteArray("<!DOCTYPE html>");
    }

    void writeReport_chooses()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("an older report");
        file.close();
        QVERIFY(writeReport(sampleReport(), toPath(file.fileName())));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTEST(file.readAll().left(name == "r.json"_L1 ? 1 : 15), "start");
        QVERIFY(file.permissions() & QFileDevice::ReadGroup);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    }

    /// A link or a pipe in its place may have been put there by somebody else.
    void jobLog_isWrittenIntoNothingElse()
    {
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        Job job = finishedJob(7, "/in/a.wav", JobState::Failed);
        job.plan.outputStem = "a";
        job.status.toolOutput = "said";
        const auto content = [&folder](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("-");
        };
        QVERIFY(writeJobLog(job, place));
        job.status.toolOutput = "more";
        QVERIFY(writeJobLog(job, place));
        QCOMPARE(content(u"0007-a.log"_s), "more"_ba);

        std::filesystem::rename(place / "0007-a.log", place / "precious");
        std::filesystem::create_symlink("precious", place / "0007-a.log");
        job.status.toolOutput = "harm";
        QVERIFY(!writeJobLog(job, place));
        QCOMPARE(content(u"precious"_s), "more"_ba);
        std::filesystem::remove(place / "0007-a.log");
        QCOMPARE(::mkfifo((place / "0007-a.log").c_str(), 0600), 0);
        QVERIFY(!writeJobLog(job, place)); // and does not wait for a reader
    }

    void reportFormat_refusesOthers()
    {
        const Result<ReportFormat> format = reportFormat("r.pdf");
        QVERIFY(!format);
        QCOMPARE(format.error().kind, ErrorKind::InvalidOption);
    }

    void checkReportPlace_refusesMissingFolder()
    {
        const QTemporaryDir folder;
        QVERIFY(checkReportPlace(toPath(folder.filePath(u"r.json"_s))));
        QVERIFY(!checkReportPlace(toPath(folder.filePath(u"none/r.json"_s))));
        QVERIFY(!checkReportPlace(toPath(folder.path())));
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
