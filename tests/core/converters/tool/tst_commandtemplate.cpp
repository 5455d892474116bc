// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/commandtemplate.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestCommandTemplate : public QObject
{
    Q_OBJECT

private:
    const Placeholders m_values{
        {u"input"_s, "/music/a b; rm -rf ~.wav"}, {u"stem"_s, "-rf"}, {u"n"_s, "7"}, {u"odd"_s, "\xFF{n}\xFE"}};

private Q_SLOTS:
    void expandTemplate_replacesPlaceholders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("none") << u"plain"_s << QByteArray("plain");
        QTest::newRow("inside") << u"<{n}>"_s << QByteArray("<7>");
        QTest::newRow("twice") << u"{n}{n}"_s << QByteArray("77");
        QTest::newRow("zeros") << u"page-{n:03}.png"_s << QByteArray("page-007.png");
        QTest::newRow("braces") << u"{{print ${n}}}"_s << QByteArray("{print $7}");
        QTest::newRow("values are not expanded again") << u"{odd}"_s << QByteArray("\xFF{n}\xFE");
    }
    void expandTemplate_replacesPlaceholders()
    {
        QFETCH(QString, text);
        const Result<QByteArray> expanded = expandTemplate(text, m_values, u"command"_s);
        QVERIFY(expanded);
        QTEST(*expanded, "expected");
    }

    void expandTemplate_refusesAndNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << u"{nonsense}"_s << u"{nonsense}"_s;
        QTest::newRow("empty") << u"{}"_s << u"{}"_s;
        QTest::newRow("opened") << u"a{n"_s << u"a{n"_s;
        QTest::newRow("closed") << u"a}"_s << u"a}"_s;
        QTest::newRow("width of a text") << u"{stem:03}"_s << u"{stem:03}"_s;
        QTest::newRow("bad width") << u"{n:x}"_s << u"{n:x}"_s;
    }
    void expandTemplate_refusesAndNames()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const Result<QByteArray> expanded = expandTemplate(text, m_values, u"command"_s);
        QVERIFY(!expanded);
        QCOMPARE(expanded.error().kind, ErrorKind::InvalidOption);
        QVERIFY2(expanded.error().message.startsWith("command: "_L1), qPrintable(expanded.error().message));
        QVERIFY2(expanded.error().message.contains(named), qPrintable(expanded.error().message));
    }

    void expandCommand_valueIsOneArgument()
    {
        const Result<QByteArrayList> arguments = expandCommand({u"wc"_s, u"-l"_s, u"{input}"_s}, m_values, u"command"_s);
        QVERIFY(arguments);
        QCOMPARE(*arguments, QByteArrayList({"wc", "-l", "/music/a b; rm -rf ~.wav"}));
    }

    void expandCommand_guardsLeadingDash()
    {
        const Result<QByteArrayList> arguments = expandCommand({u"rm"_s, u"{stem}"_s, u"-{n}"_s, u"x{stem}"_s}, m_values,
                                                               u"command"_s);
        QVERIFY(arguments);
        QCOMPARE(*arguments, QByteArrayList({"rm", "./-rf", "-7", "x-rf"}));
    }

    void expandCommand_refusesNothing()
    {
        QCOMPARE(expandCommand({}, m_values, u"command"_s).error().kind, ErrorKind::InvalidOption);
        QCOMPARE(expandCommand({QString()}, m_values, u"command"_s).error().kind, ErrorKind::InvalidOption);
    }

    void usesPlaceholder_knowsBraces()
    {
        QVERIFY(usesPlaceholder({u"a"_s, u"--to={output}"_s}, u"output"));
        QVERIFY(!usesPlaceholder({u"{{output}}"_s}, u"output"));
    }
};

QTEST_APPLESS_MAIN(TestCommandTemplate)
#include "tst_commandtemplate.moc"
