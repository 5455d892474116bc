// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/mailmessage.h"
#include "core/notify/notifysettings.h"
#include "core/notify/password.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/stat.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestNotifySettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_takesEverything()
    {
        const Result<NotifySettings> settings = parseNotifySettings(
            "{\"convoy_notify\": 1, \"when\": \"first-failure\", \"webhook\": \"https://example.org/x\", \"command\": "
            "[\"say\", \"done\"],\n"
            "                \"mail\": {\"server\": \"smtps://mail.example.org:465\", \"user\": \"me\", \"password_file\": "
            "\"/p\", \"ca_file\": \"/c\",\n"
            "                         \"from\": \"a@example.org\", \"to\": [\"b@example.org\", \"c@example.org\"]}}");
        QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
        QCOMPARE(settings->when, NotifyWhen::FirstFailure);
        QCOMPARE(settings->mail.to.size(), 2);
        QCOMPARE(settings->mail.passwordFile, Path("/p"));
        QVERIFY(settings->mail.useTls);
        QCOMPARE(settings->command, (QStringList{u"say"_s, u"done"_s}));
    }

    void parse_refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        const QByteArray mail = "\"server\": \"smtp://h\", \"from\": \"a@b\", \"to\": [\"c@d\"]";
        QTest::newRow("no JSON") << QByteArray("x") << u"JSON"_s;
        QTest::newRow("no version") << QByteArray("{\"webhook\": \"http://h\"}") << u"convoy_notify"_s;
        QTest::newRow("nobody") << QByteArray("{\"convoy_notify\": 1}") << u"Nobody"_s;
        QTest::newRow("unknown key") << QByteArray("{\"convoy_notify\": 1, \"weebhook\": \"http://h\"}") << u"weebhook"_s;
        QTest::newRow("when") << QByteArray("{\"convoy_notify\": 1, \"webhook\": \"http://h\", \"when\": \"never\"}")
                              << u"when"_s;
        QTest::newRow("file url") << QByteArray("{\"convoy_notify\": 1, \"webhook\": \"file:///etc/passwd\"}")
                                  << u"webhook"_s;
        QTest::newRow("mail key") << QByteArray("{\"convoy_notify\": 1, \"mail\": {\"serve\": \"x\", ") + mail + "}}"
                                  << u"mail.serve"_s;
        QTest::newRow("server") << QByteArray(
            "{\"convoy_notify\": 1, \"mail\": {\"server\": \"http://h\", \"from\": \"a@b\", \"to\": [\"c@d\"]}}")
                                << u"mail.server"_s;
        QTest::newRow("head of its own") << QByteArray("{\"convoy_notify\": 1, \"mail\": {\"server\": \"smtp://h\", "
                                                       "\"from\": \"a@b\", \"to\": [\"c@d\\r\\nBcc: e@f\"]}}")
                                         << u"mail.to"_s;
        QTest::newRow("password without TLS")
            << QByteArray("{\"convoy_notify\": 1, \"mail\": {\"user\": \"u\", \"tls\": \"none\", ") + mail + "}}"
            << u"mail.tls"_s;
    }
    void parse_refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const Result<NotifySettings> settings = parseNotifySettings(json);
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, ErrorKind::InvalidOption);
        QVERIFY2(settings.error().message.contains(says), qPrintable(settings.error().message));
    }

    void password_fileMustBePrivate()
    {
        const QTemporaryDir folder;
        const Path file = toPath(folder.path()) / "password";
        std::ofstream(file) << "s3cret word\n";
        MailSettings mail{.server = u"smtps://h"_s, .user = u"u"_s, .passwordFile = file};
        ::chmod(file.c_str(), 0640);
        QVERIFY(!readMailPassword(mail));
        ::chmod(file.c_str(), 0600);
        const Result<QByteArray> password = readMailPassword(mail);
        QVERIFY(password);
        QCOMPARE(*password, QByteArray("s3cret word"));
        mail.user.clear();
        QCOMPARE(*readMailPassword(mail), QByteArray());
    }

    void message_isSevenBitsWide()
    {
        Report report;
        report.profile = u"Fotos für die Größten 日本"_s;
        Job job;
        job.plan.input.path = "/in/bad.wav";
        job.status.state = JobState::Failed;
        job.status.error = Error{ErrorKind::ToolFailed, u"no"_s, u"the tool’s last words"_s};
        report.add({.batch = u"b"_s, .failed = 1}, {job});
        const QByteArray message = mailMessage({.server = {}, .from = u"a@b.org"_s, .to = {u"c@d.org"_s}}, report, true);
        for (const QByteArray &line : message.split('\n'))
            QVERIFY2(line.size() <= 78, line.constData());
        QVERIFY(std::ranges::all_of(message, [](char c) { return uchar(c) < 0x80; }));
        QCOMPARE(message.count('\n'), message.count("\r\n"));
        const QByteArray body = QByteArray::fromBase64(message.mid(message.indexOf("\r\n\r\n") + 4));
        QVERIFY(body.contains("the tool’s last words"));
        QVERIFY(body.contains("Fotos für die Größten 日本"));
    }
};

QTEST_GUILESS_MAIN(TestNotifySettings)
#include "tst_notifysettings.moc"
