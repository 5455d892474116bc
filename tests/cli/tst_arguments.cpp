// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_mixesOptionsAndPaths()
    {
        const std::vector<QByteArray> words{"convert", "a",     "--profile", "p",          "--set=x=1",
                                            "b",       "--set", "y=2",       "--recursive"};
        const Result<Arguments> arguments = parseArguments(words);
        QVERIFY(arguments);
        QCOMPARE(arguments->command, QByteArray("convert"));
        QCOMPARE(arguments->operands, (std::vector<QByteArray>{"a", "b"}));
        QCOMPARE(arguments->value("--profile"), QByteArray("p"));
        QCOMPARE(arguments->values("--set"), (std::vector<QByteArray>{"x=1", "y=2"}));
        QVERIFY(arguments->has("--recursive"));
        QVERIFY(!arguments->has("--dry-run"));
    }

    void parse_endsOptionsAtTwoDashes()
    {
        const std::vector<QByteArray> words{"convert", "--", "--profile", "--", "-x"};
        const Result<Arguments> arguments = parseArguments(words);
        QVERIFY(arguments);
        QCOMPARE(arguments->operands, (std::vector<QByteArray>{"--profile", "--", "-x"}));
    }

    void parse_keepsBytes()
    {
        const std::vector<QByteArray> words{"probe", "\xff\xfe\n"};
        const Result<Arguments> arguments = parseArguments(words);
        QVERIFY(arguments);
        QCOMPARE(arguments->operands.front(), QByteArray("\xff\xfe\n"));
    }

    void parse_keepsAValueThatLooksLikeAnOption()
    {
        const std::vector<QByteArray> words{"convert", "--files-from", "-", "--name", "--x"};
        const Result<Arguments> arguments = parseArguments(words);
        QVERIFY(arguments);
        QCOMPARE(arguments->value("--files-from"), QByteArray("-"));
        QCOMPARE(arguments->value("--name"), QByteArray("--x"));
    }

    void parse_refuses_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<QString>("named");
        QTest::newRow("nothing") << QByteArrayList{} << QString();
        QTest::newRow("unknown command") << QByteArrayList{"transform"} << QStringLiteral("transform");
        QTest::newRow("unknown option") << QByteArrayList{"convert", "--colour"} << QStringLiteral("--colour");
        QTest::newRow("option of another command")
            << QByteArrayList{"resume", "--profile", "x"} << QStringLiteral("--profile");
        QTest::newRow("value missing") << QByteArrayList{"convert", "--profile"} << QStringLiteral("--profile");
        QTest::newRow("value too many") << QByteArrayList{"convert", "--null=yes"} << QStringLiteral("--null");
        QTest::newRow("dash as a path") << QByteArrayList{"convert", "-"} << QStringLiteral("-");
        QTest::newRow("dash behind two dashes") << QByteArrayList{"convert", "--", "-"} << QStringLiteral("-");
    }

    void parse_refuses()
    {
        QFETCH(QByteArrayList, words);
        QFETCH(QString, named);
        const Result<Arguments> arguments = parseArguments(std::vector<QByteArray>(words.begin(), words.end()));
        QVERIFY(!arguments);
        QCOMPARE(arguments.error().kind, ErrorKind::InvalidOption);
        QVERIFY2(arguments.error().message.contains(named), qPrintable(arguments.error().message));
    }

    /// 80 × 24, with the prompt below it.
    void helpText_fitsAScreen()
    {
        QByteArrayList commands{{}};
        for (const CommandRow &command : commandTable())
            commands.append(command.name);
        QByteArrayList topics{{}};
        for (const TopicRow &topic : topicTable())
            topics.append(topic.name);
        for (const QByteArray &command : commands) {
            for (const QByteArray &topic : topics) {
                const QStringList lines = helpText(command, topic).split(u'\n');
                QVERIFY2(lines.size() <= 24, command + ' ' + topic);
                for (const QString &line : lines)
                    QVERIFY2(line.size() <= 80, qPrintable(line));
            }
        }
    }

    void helpText_topicsHoldEveryOption()
    {
        for (const CommandRow &command : commandTable()) {
            QString parts = helpText(command.name);
            for (const TopicRow &topic : topicTable())
                parts += helpText(command.name, topic.name);
            for (const char *option : command.options) {
                const QString name = u"  "_s + QString::fromUtf8(option);
                QVERIFY2(parts.contains(name), option);
                QVERIFY2(helpText(command.name, "all").contains(name), option);
            }
        }
    }

    void help_takesATopic_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<QByteArray>("topic");
        QTest::newRow("none") << QByteArrayList{"convert", "--help"} << QByteArray();
        QTest::newRow("behind") << QByteArrayList{"convert", "a", "--help", "files"} << QByteArray("files");
        QTest::newRow("short") << QByteArrayList{"convert", "-h", "all"} << QByteArray("all");
        QTest::newRow("in front") << QByteArrayList{"help", "convert", "order"} << QByteArray("order");
    }
    void help_takesATopic()
    {
        QFETCH(QByteArrayList, words);
        const Result<Arguments> arguments = parseArguments(std::vector<QByteArray>(words.begin(), words.end()));
        QVERIFY(arguments);
        QCOMPARE(arguments->command, QByteArray("convert"));
        QVERIFY(arguments->has("--help"));
        QTEST(arguments->value("--help"), "topic");
    }
};

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
