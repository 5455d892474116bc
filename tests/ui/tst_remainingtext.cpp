// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuerow.h"
#include "ui/widgets/remainingtext.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestRemainingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The plural forms of English are a translation, too.
        if (m_english.load(u":/i18n/convoy_en.qm"_s))
            QCoreApplication::installTranslator(&m_english);
    }

    void remainingText_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QRegularExpression>("expected");
        const auto exactly = [](const QString &text) {
            return QRegularExpression(QRegularExpression::anchoredPattern(text));
        };
        QTest::newRow("unknown") << 0.0 << 0.0 << exactly(u""_s);
        QTest::newRow("seconds") << 3.0 << 8.0 << exactly(u"a few seconds left"_s);
        QTest::newRow("under a minute") << 20.0 << 45.0 << exactly(u"less than a minute left"_s);
        QTest::newRow("one minute") << 50.0 << 60.0 << exactly(u"about 1 minute(\\(s\\))? left"_s);
        QTest::newRow("range") << 245.0 << 290.0 << exactly(u"4 to 5 min left"_s);
        QTest::newRow("wide") << 40.0 << 170.0 << exactly(u"less than 3 minute(s|\\(s\\)) left"_s);
        QTest::newRow("hours") << 4200.0 << 5400.0 << exactly(u"1 h 10 min to 1 h 30 min left"_s);
        QTest::newRow("full hours") << 7200.0 << 10800.0 << exactly(u"2 h to 3 h left"_s);
        QTest::newRow("same") << 7200.0 << 7300.0 << exactly(u"about 2 h left"_s);
    }

    void remainingText()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QRegularExpression, expected);
        const QString text = convoy::remainingText({low, high});
        QVERIFY2(expected.match(text).hasMatch(), qPrintable(text));
    }

    void sizeText_hasThreeDigits_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << qint64(0) << u"0 bytes"_s;
        QTest::newRow("one") << qint64(1) << u"1 byte"_s;
        QTest::newRow("few") << qint64(999) << u"999 bytes"_s;
        QTest::newRow("kilo") << qint64(1540) << u"1.5 kB"_s;
        QTest::newRow("hundreds") << qint64(154'000) << u"154 kB"_s;
        QTest::newRow("giga") << qint64(12'340'000'000) << u"12.3 GB"_s;
    }

    void sizeText_hasThreeDigits()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, expected);
        QCOMPARE(sizeText(bytes), expected);
    }

private:
    QTranslator m_english;
};

QTEST_GUILESS_MAIN(TestRemainingText)
#include "tst_remainingtext.moc"
