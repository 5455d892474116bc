// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressline.h"

#include <QTest>

#include <clocale>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestProgressLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!std::setlocale(LC_ALL, "C.UTF-8"))
            QSKIP("There is no UTF-8 locale here: widths of characters are not known.");
    }

    void progressLine_saysEverything()
    {
        const EngineProgress progress{
            .fraction = 0.429, .remaining = {70, 170}, .queued = 5, .running = 2, .done = 3, .failed = 1};
        const QString line = progressLine(progress, {u"a.wav"_s, u"b.wav"_s}, 200);
        QVERIFY2(line.contains(u"42 %"_s), qPrintable(line));
        QVERIFY2(line.contains(u"1–3 min left"_s), qPrintable(line));
        QVERIFY2(line.contains(u"3 done, 1 failed  7 to do"_s), qPrintable(line));
        QVERIFY2(line.endsWith(u"a.wav, b.wav"_s), qPrintable(line));
    }

    /// Of a terminal of 40 columns the bar takes a quarter, so that the time left can be read.
    void progressLine_saysMuchInLittle()
    {
        const EngineProgress progress{.fraction = 0.429, .remaining = {70, 170}, .queued = 5, .done = 3};
        const QString line = progressLine(progress, {}, 39);
        QVERIFY2(line.startsWith(u" 42 % "_s) && line.endsWith(u"1–3 min left  3 done…"_s), qPrintable(line));
    }

    void progressLine_staysWithinTheTerminal()
    {
        const EngineProgress progress{.fraction = 1, .remaining = {70, 170}, .done = 12345};
        for (int columns = 1; columns < 120; ++columns) {
            const QString line = progressLine(progress, {u"一枚の写真.dcm"_s, QString(300, u'x')}, columns);
            QVERIFY2(cellCount(line) <= columns, qPrintable(line));
        }
    }

    /// What a list calls its rows.
    void progressLine_commandsNoTerminal()
    {
        const QString line = progressLine({.fraction = 1}, {u"\x1b]0;mine\x07\x1b[2J"_s}, 200);
        QVERIFY2(line.contains("]0;mine"_L1) && !line.contains(u'\x1b') && !line.contains(u'\x07'), qPrintable(line));
    }

    void cellCount_knowsWideCharacters()
    {
        QCOMPARE(cellCount(u"abc"_s), 3);
        QCOMPARE(cellCount(u"写真"_s), 4);
        QCOMPARE(cellCount(u"e\u0301"_s), 1);
    }

    void remainingText_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << 0.0 << 0.0 << QString();
        QTest::newRow("under a second") << 0.1 << 0.4 << u"about 1 s"_s;
        QTest::newRow("seconds") << 10.0 << 25.0 << u"10–25 s"_s;
        QTest::newRow("minutes") << 100.0 << 290.0 << u"1–5 min"_s;
        QTest::newRow("hours") << 7200.0 << 8000.0 << u"2–3 h"_s;
        QTest::newRow("sure") << 180.0 << 180.0 << u"about 3 min"_s;
    }

    void remainingText()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QTEST(convoy::remainingText({low, high}), "text");
    }
};

QTEST_APPLESS_MAIN(TestProgressLine)
#include "tst_progressline.moc"
