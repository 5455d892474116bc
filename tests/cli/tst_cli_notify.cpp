// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/toolprofile.h"

#include "support/notifyservers.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>

#include <sys/stat.h>

using namespace convoy::test;

/// Who is told of a batch, through the whole program, by real servers on loopback.
class TestCliNotify : public QObject
{
    Q_OBJECT

private:
    NotifyServers m_servers;

    QList<QJsonObject> received(const QString &kind) const
    {
        QList<QJsonObject> entries = m_servers.received();
        entries.removeIf([&](const QJsonObject &entry) { return entry.value("kind"_L1).toString() != kind; });
        return entries;
    }

    QJsonObject mail(int port) const
    {
        return {{u"server"_s, u"smtps://localhost:%1"_s.arg(port)},
                {u"user"_s, u"convoy"_s},
                {u"ca_file"_s, m_servers.certificate()},
                {u"from"_s, u"convoy@example.org"_s},
                {u"to"_s, QJsonArray{u"one@example.org"_s}}};
    }

    static void addSettings(const CliPlace &place, QJsonObject settings)
    {
        settings.insert(u"convoy_notify"_s, 1);
        place.add("notify.json", QJsonDocument(settings).toJson());
    }

    static void addPassword(const CliPlace &place, mode_t mode)
    {
        const QByteArray file = place.add("password", "s3cret word\n");
        ::chmod(file.constData(), mode);
    }

    /// Two jobs; `fails` makes one of them fail with words of its own.
    static Run convert(const CliPlace &place, bool fails)
    {
        addShellProfile(place, u"p"_s, u"[ $1 != 2 ] || { echo its last words >&2; exit 3; }; echo x >\"$2\""_s,
                        {fails ? u"{i}"_s : u"1"_s, u"{output}"_s});
        return place.run({u"convert"_s, u"--profile"_s, u"p.json"_s, u"--output-dir"_s, u"out"_s, u"--range"_s, u"1-2"_s,
                          u"--notify"_s, u"notify.json"_s});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_servers.start(QStringLiteral(NOTIFY_SERVER)))
            QSKIP("python3-aiosmtpd is not installed");
    }
    void init() { m_servers.forget(); }

    void everybody_isTold()
    {
        const CliPlace place;
        addPassword(place, 0600);
        QJsonObject mailSettings = mail(m_servers.port(NotifyServers::Smtps));
        mailSettings.insert(u"password_file"_s, place.path(u"password"_s));
        addSettings(place,
                    {{u"mail"_s, mailSettings},
                     {u"webhook"_s, u"http://127.0.0.1:%1/hook"_s.arg(m_servers.port(NotifyServers::Http))},
                     {u"command"_s, QJsonArray{u"sh"_s, u"-c"_s, u"cat >\"$1\""_s, u"sh"_s, place.path(u"told"_s)}}});
        const Run run = convert(place, true);
        QCOMPARE(run.status, 1);
        const QList<QJsonObject> mails = received(u"mail"_s);
        QCOMPARE(mails.size(), 1);
        QVERIFY(mails[0].value("tls"_L1).toBool());
        const QByteArray content = mails[0].value("content"_L1).toString().toUtf8();
        const QByteArray body = QByteArray::fromBase64(content.mid(content.indexOf("\r\n\r\n") + 4));
        QVERIFY2(body.contains("1 done, 1 failed") && body.contains("its last words"), body.constData());
        const QList<QJsonObject> posts = received(u"post"_s);
        QCOMPARE(posts.size(), 1);
        QCOMPARE(posts[0].value("type"_L1).toString(), u"application/json"_s);
        const QJsonObject report = posts[0].value("body"_L1).toObject();
        QCOMPARE(report.value("convoy_report"_L1).toInt(), 1);
        QCOMPARE(report.value("jobs"_L1).toArray().size(), 2);
        QCOMPARE(readJson(place.path(u"told"_s)).value("failed"_L1).toInt(), 1);
    }

    void deadServers_failNothing_data()
    {
        QTest::addColumn<int>("port");
        QTest::newRow("nobody there") << 1;
        QTest::newRow("never answers") << m_servers.port(NotifyServers::Silent);
        QTest::newRow("speaks another language") << m_servers.port(NotifyServers::Http);
    }
    void deadServers_failNothing()
    {
        QFETCH(int, port);
        const CliPlace place;
        addPassword(place, 0600);
        QJsonObject mailSettings = mail(port);
        mailSettings.insert(u"password_file"_s, place.path(u"password"_s));
        addSettings(place,
                    {{u"mail"_s, mailSettings},
                     {u"webhook"_s, u"http://127.0.0.1:%1/"_s.arg(port == m_servers.port(NotifyServers::Http) ? 1 : port)},
                     {u"command"_s, QJsonArray{u"no-such-program"_s}}});
        QElapsedTimer timer;
        timer.start();
        const Run run = convert(place, false);
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(place.files(u"out"_s), (QStringList{u"1.txt"_s, u"2.txt"_s}));
        for (const char *what : {"The mail could not be sent", "did not take the report", "no-such-program"})
            QVERIFY2(run.err.contains(what), run.err.constData());
    }

    void passwordFile_mustBePrivate_data()
    {
        QTest::addColumn<int>("mode");
        for (const int mode : {0640, 0604, 0660, 0666, 0644})
            QTest::addRow("%o", unsigned(mode)) << mode;
    }
    void passwordFile_mustBePrivate()
    {
        QFETCH(int, mode);
        const CliPlace place;
        addPassword(place, mode_t(mode));
        QJsonObject mailSettings = mail(m_servers.port(NotifyServers::Smtps));
        mailSettings.insert(u"password_file"_s, place.path(u"password"_s));
        addSettings(place, {{u"mail"_s, mailSettings}});
        const Run run = convert(place, false);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains("0600"), run.err.constData());
        QVERIFY(!QFile::exists(place.path(u"out"_s)));
        QVERIFY(received(u"mail"_s).isEmpty());
    }

    /// A session of its own with a real keyring: the password goes in, and a mail goes out with it.
    void keyring_keepsThePassword()
    {
        for (const QString &needed : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
            if (QStandardPaths::findExecutable(needed).isEmpty())
                QSKIP("no dbus-run-session or gnome-keyring-daemon is installed");
        }
        const CliPlace place;
        addSettings(place, {{u"mail"_s, mail(m_servers.port(NotifyServers::Smtps))}});
        QDir().mkpath(place.path(u"run"_s));
        ::chmod(place.path(u"run"_s).toUtf8().constData(), 0700);
        QProcess session;
        QProcessEnvironment environment = place.environment();
        environment.insert(u"HOME"_s, place.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, place.path(u"run"_s));
        session.setProcessEnvironment(environment);
        session.setWorkingDirectory(place.path());
        session.setProcessChannelMode(QProcess::MergedChannels);
        session.start(u"dbus-run-session"_s,
                      {u"--"_s, u"sh"_s, u"-c"_s,
                       u"printf unlocked | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
                       "echo 's3cret word' | \"$1\" notify password notify.json && \"$1\" notify test notify.json"_s,
                       u"sh"_s, CliPlace::program()});
        QVERIFY(session.waitForFinished(60'000));
        const QByteArray said = session.readAll();
        QVERIFY2(session.exitCode() == 0, said.constData());
        QCOMPARE(received(u"mail"_s).size(), 1);
        QCOMPARE(received(u"mail"_s)[0].value("user"_L1).toString(), u"convoy"_s);
        // It is nowhere in plain words.
        for (const QString &file : place.files(QString()))
            QVERIFY2(!CliPlace::read(place.path(file)).contains("s3cret word"), qPrintable(file));
    }

    void keyring_isNotThere()
    {
        const CliPlace place;
        addSettings(place, {{u"mail"_s, mail(m_servers.port(NotifyServers::Smtps))}});
        addShellProfile(place, u"p"_s, u"echo x >\"$1\""_s, {u"{output}"_s});
        QProcess process;
        place.prepare(process,
                      {u"convert"_s, u"--profile"_s, u"p.json"_s, u"--output-dir"_s, u"out"_s, u"--range"_s, u"1-1"_s,
                       u"--notify"_s, u"notify.json"_s});
        QProcessEnvironment environment = place.environment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + place.path(u"nobody"_s));
        process.setProcessEnvironment(environment);
        process.start();
        QVERIFY(process.waitForFinished(30'000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("No mail will be sent"), said.constData());
        QCOMPARE(place.files(u"out"_s), QStringList{u"1.txt"_s});
    }
};

QTEST_GUILESS_MAIN(TestCliNotify)
#include "tst_cli_notify.moc"
