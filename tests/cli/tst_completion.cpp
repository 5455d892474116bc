// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QStandardPaths>
#include <QTest>

using namespace convoy::test;

/// The scripts that are installed, each run by its shell.
class TestCompletion : public QObject
{
    Q_OBJECT

private:
    static QString script(const QString &name) { return QStringLiteral(COMPLETIONS) + u'/' + name; }

    /// With convoy-cli in PATH, as it is where it is installed.
    static QByteArray run(const CliPlace &place, const QString &program, const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = place.environment();
        environment.insert(u"PATH"_s, qEnvironmentVariable("CONVOY_BIN") + u':' + environment.value(u"PATH"_s));
        environment.insert(u"HOME"_s, place.path());
        environment.insert(u"TERM"_s, u"dumb"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(place.path());
        process.start(program, arguments);
        process.waitForFinished(30'000);
        return process.readAllStandardOutput();
    }

    static QStringList bash(const CliPlace &place, const QStringList &words)
    {
        const QByteArray out = run(place, u"bash"_s,
                                   QStringList{u"--norc"_s, u"-c"_s,
                                               u"source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                                               "_convoy_cli; printf '%s\\n' \"${COMPREPLY[@]}\""_s,
                                               u"bash"_s, script(u"convoy-cli"_s), u"convoy-cli"_s}
                                       + words);
        return QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
    }

    static QStringList fish(const CliPlace &place, const QString &line)
    {
        const QByteArray out = run(place, u"fish"_s,
                                   {u"--no-config"_s, u"-c"_s,
                                    u"source %1; complete -C 'convoy-cli %2'"_s.arg(script(u"convoy-cli.fish"_s), line)});
        QStringList words;
        for (const QString &answer : QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts))
            words.append(answer.section(u'\t', 0, 0));
        return words;
    }

    static QString zsh(const CliPlace &place, const QString &line)
    {
        const QString answer = place.path(u"answer"_s);
        run(place, u"zsh"_s,
            {u"-f"_s, QStringLiteral(COMPLETE_ZSH), QStringLiteral(COMPLETIONS), u"convoy-cli "_s + line, answer});
        return QString::fromUtf8(CliPlace::read(answer)).trimmed().mid(11);
    }

    /// What every shell is asked: the words typed so far, and one that it must find.
    static void questions()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<QString>("found");
        const QStringList convert{u"convert"_s};
        QTest::newRow("command") << QStringList{u"resu"_s} << u"resume"_s;
        QTest::newRow("option") << convert + QStringList{u"--keep-o"_s} << u"--keep-order"_s;
        QTest::newRow("option of watch") << QStringList{u"watch"_s, u"--sett"_s} << u"--settle"_s;
        QTest::newRow("word") << convert + QStringList{u"--conflict"_s, u"over"_s} << u"overwrite"_s;
        QTest::newRow("profile") << convert + QStringList{u"--profile"_s, u"tool-w"_s} << u"tool-wc"_s;
        QTest::newRow("key") << convert + QStringList{u"--set"_s, u"success_"_s} << u"success_exit_codes="_s;
        QTest::newRow("file") << convert + QStringList{u"--report"_s, u"only"_s} << u"only.json"_s;
        QTest::newRow("folder") << convert + QStringList{u"--output-dir"_s, u"pla"_s} << u"place"_s;
        QTest::newRow("path") << convert + QStringList{u"onl"_s} << u"only.json"_s;
        QTest::newRow("operand") << QStringList{u"profiles"_s, u"val"_s} << u"validate"_s;
        QTest::newRow("shell") << QStringList{u"completion"_s, u"fi"_s} << u"fish"_s;
        QTest::newRow("topic") << convert + QStringList{u"--help"_s, u"saf"_s} << u"safety"_s;
    }

    static void prepare(const CliPlace &place)
    {
        place.add("only.json", "{}");
        QDir().mkpath(place.path(u"place"_s));
    }

private Q_SLOTS:
    void installed_isWhatTheProgramPrints_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("bash") << u"convoy-cli"_s;
        QTest::newRow("zsh") << u"_convoy-cli"_s;
        QTest::newRow("fish") << u"convoy-cli.fish"_s;
    }
    void installed_isWhatTheProgramPrints()
    {
        QFETCH(QString, file);
        const CliPlace place;
        const Run printed = place.run({u"completion"_s, QString::fromLatin1(QTest::currentDataTag())});
        QCOMPARE(printed.status, 0);
        QVERIFY2(printed.out == CliPlace::read(script(file)),
                 "write it anew: convoy-cli completion SHELL >packaging/completions/FILE");
    }

    void bash_completes_data() { questions(); }
    void bash_completes()
    {
        QFETCH(QStringList, typed);
        QFETCH(QString, found);
        const CliPlace place;
        prepare(place);
        QCOMPARE(bash(place, typed), QStringList{found});
    }

    void bash_offersOnlyWhatACommandTakes()
    {
        const CliPlace place;
        const QStringList options = bash(place, {u"resume"_s, u"--"_s});
        QVERIFY(options.contains(u"--retry-failed"_s));
        QVERIFY(!options.contains(u"--profile"_s));
    }

    void fish_completes_data() { questions(); }
    void fish_completes()
    {
        QFETCH(QStringList, typed);
        QFETCH(QString, found);
        if (QStandardPaths::findExecutable(u"fish"_s).isEmpty())
            QSKIP("fish is not installed");
        const CliPlace place;
        prepare(place);
        QStringList words = fish(place, typed.join(u' '));
        words.replaceInStrings(u"place/"_s, u"place"_s);
        QVERIFY2(words.contains(found), qPrintable(words.join(u' ')));
    }

    void zsh_completes_data() { questions(); }
    void zsh_completes()
    {
        QFETCH(QStringList, typed);
        QFETCH(QString, found);
        if (QStandardPaths::findExecutable(u"zsh"_s).isEmpty())
            QSKIP("zsh is not installed");
        const CliPlace place;
        prepare(place);
        QString line = zsh(place, typed.join(u' '));
        if (line.endsWith(u'/'))
            line.chop(1);
        typed.last() = found;
        QCOMPARE(line.trimmed(), typed.join(u' '));
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
