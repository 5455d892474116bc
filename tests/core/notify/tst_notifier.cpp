// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/commandhook.h"
#include "core/notify/notifier.h"
#include "core/online/onlinemodule.h"

#include "support/notifyservers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using convoy::test::NotifyServers;
using namespace Qt::Literals::StringLiterals;

/// Against real servers of Debian's on loopback.
class TestNotifier : public QObject
{
    Q_OBJECT

private:
    NotifyServers m_servers;
    QTemporaryDir m_folder;

    MailSettings mail(const QString &scheme, int port) const
    {
        return {.server = u"%1://localhost:%2"_s.arg(scheme).arg(port),
                .user = u"convoy"_s,
                .caFile = toPath(m_servers.certificate()),
                .from = u"convoy@example.org"_s,
                .to = {u"one@example.org"_s, u"two@example.org"_s}};
    }

    static Report report()
    {
        Job job;
        job.plan.input.path = "/in/bad.wav";
        job.status.state = JobState::Failed;
        job.status.error = Error{ErrorKind::ToolFailed, u"The tool ended with exit code 3."_s, u"its last words"_s};
        Report report;
        report.profile = u"tool-wc"_s;
        report.started = QDateTime::currentDateTime();
        report.add({.batch = u"b1"_s, .done = 2, .failed = 1}, {job});
        return report;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_servers.start(QStringLiteral(NOTIFY_SERVER)))
            QSKIP("python3-aiosmtpd is not installed");
    }
    void init() { m_servers.forget(); }

    void mail_arrives_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("port");
        QTest::newRow("TLS") << u"smtps"_s << m_servers.port(NotifyServers::Smtps);
        QTest::newRow("STARTTLS") << u"smtp"_s << m_servers.port(NotifyServers::StartTls);
    }
    void mail_arrives()
    {
        QFETCH(QString, scheme);
        QFETCH(int, port);
        Notifier notifier({.when = NotifyWhen::End, .mail = mail(scheme, port)}, "s3cret word");
        const std::vector<Error> problems = notifier.finish(report());
        QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems[0].message + problems[0].detail));
        const QList<QJsonObject> entries = m_servers.received();
        QCOMPARE(entries.size(), 1);
        QVERIFY(entries[0].value("tls"_L1).toBool());
        QCOMPARE(entries[0].value("from"_L1).toString(), u"convoy@example.org"_s);
        QCOMPARE(entries[0].value("to"_L1).toArray(), (QJsonArray{u"one@example.org"_s, u"two@example.org"_s}));
        const QByteArray content = entries[0].value("content"_L1).toString().toUtf8();
        const QByteArray body = QByteArray::fromBase64(content.mid(content.indexOf("\r\n\r\n") + 4));
        QVERIFY2(body.contains("2 done, 1 failed"), body.constData());
        QVERIFY(body.contains("its last words"));
        QVERIFY(body.contains("/in/bad.wav"));
    }

    void mail_isNotSentToAnybodyElse_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("wrong password") << u"smtps"_s << m_servers.port(NotifyServers::Smtps) << true << QByteArray("guess");
        QTest::newRow("unknown certificate")
            << u"smtps"_s << m_servers.port(NotifyServers::Smtps) << false << QByteArray("s3cret word");
        QTest::newRow("unknown certificate, STARTTLS")
            << u"smtp"_s << m_servers.port(NotifyServers::StartTls) << false << QByteArray("s3cret word");
        QTest::newRow("no mail server") << u"smtp"_s << m_servers.port(NotifyServers::Http) << true
                                        << QByteArray("s3cret word");
        QTest::newRow("no TLS there") << u"smtp"_s << m_servers.port(NotifyServers::SmtpWithoutTls) << true
                                      << QByteArray("s3cret word");
    }
    void mail_isNotSentToAnybodyElse()
    {
        QFETCH(QString, scheme);
        QFETCH(int, port);
        QFETCH(bool, trusted);
        QFETCH(QByteArray, password);
        MailSettings settings = mail(scheme, port);
        if (!trusted)
            settings.caFile.clear();
        const Result<void> sent = (*onlineModule())
                                      ->sendMail(settings, password, "x\r\n", {.total = std::chrono::milliseconds(3000)});
        QVERIFY(!sent);
        QVERIFY(!sent.error().detail.isEmpty());
        if (password == "guess") // said by the server, not by the clock
            QVERIFY2(sent.error().detail.contains("denied"_L1), qPrintable(sent.error().detail));
        QVERIFY(m_servers.received().isEmpty());
    }

    void webhook_getsTheReport()
    {
        const QString url = u"http://127.0.0.1:%1/hook"_s.arg(m_servers.port(NotifyServers::Http));
        Notifier notifier({.webhook = url}, {});
        QVERIFY(notifier.finish(report()).empty());
        const QList<QJsonObject> entries = m_servers.received();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].value("type"_L1).toString(), u"application/json"_s);
        QCOMPARE(entries[0].value("body"_L1).toObject().value("convoy_report"_L1).toInt(), 1);
        QVERIFY(!(*onlineModule())
                     ->postJson(u"http://127.0.0.1:%1/broken"_s.arg(m_servers.port(NotifyServers::Http)), "{}", {}));
    }

    void when_decides_data()
    {
        QTest::addColumn<int>("when");
        QTest::addColumn<bool>("fails");
        QTest::addColumn<int>("told");
        QTest::newRow("end") << int(NotifyWhen::End) << false << 1;
        QTest::newRow("end, failed") << int(NotifyWhen::End) << true << 1;
        QTest::newRow("failures, none") << int(NotifyWhen::Failures) << false << 0;
        QTest::newRow("failures") << int(NotifyWhen::Failures) << true << 1;
        QTest::newRow("first") << int(NotifyWhen::FirstFailure) << true << 2;
    }
    void when_decides()
    {
        QFETCH(int, when);
        QFETCH(bool, fails);
        QFETCH(int, told);
        Notifier notifier(
            {.when = NotifyWhen(when), .webhook = u"http://127.0.0.1:%1/"_s.arg(m_servers.port(NotifyServers::Http))}, {});
        Report end = report();
        if (fails) {
            notifier.failed(end);
            notifier.failed(end); // the second one is no news
        } else {
            end.totals.failed = 0;
        }
        QVERIFY(notifier.finish(end).empty());
        QCOMPARE(m_servers.received().size(), told);
    }

    void command_getsTheReport()
    {
        const QString out = m_folder.filePath(u"hook"_s);
        const Result<void> run = runCommandHook(
            {u"sh"_s, u"-c"_s, u"cat >\"$1\"; echo \"$CONVOY_FAILED $CONVOY_BATCH\" >>\"$1\""_s, u"hook"_s, out}, report());
        QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("\"convoy_report\": 1"));
        QVERIFY(content.endsWith("1 b1\n"));
    }

    void command_failures()
    {
        QCOMPARE(runCommandHook({u"no-such-program"_s}, report()).error().kind, ErrorKind::MissingTool);
        QCOMPARE(runCommandHook({u"false"_s}, report()).error().kind, ErrorKind::ToolFailed);
        QElapsedTimer timer;
        timer.start();
        const Result<void> hung = runCommandHook({u"sleep"_s, u"60"_s}, report(), std::chrono::milliseconds(300));
        QCOMPARE(hung.error().kind, ErrorKind::TimedOut);
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
