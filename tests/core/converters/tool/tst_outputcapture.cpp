// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/outputcapture.h"

#include <QTest>

using namespace convoy;

class TestOutputCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isWholeWhereItFits_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size :
             {qsizetype(0), qsizetype(1), OutputCapture::kept, OutputCapture::kept + 1, 2 * OutputCapture::kept})
            QTest::addRow("%lld", qint64(size)) << size;
    }
    void text_isWholeWhereItFits()
    {
        QFETCH(qsizetype, size);
        QByteArray said(size, Qt::Uninitialized);
        for (qsizetype i = 0; i < size; ++i)
            said[i] = char('a' + i % 26);
        OutputCapture capture;
        for (qsizetype i = 0; i < size; i += 1000)
            capture.append(QByteArrayView(said).sliced(i, std::min<qsizetype>(1000, size - i)));
        QCOMPARE(capture.text(), said);
        QCOMPARE(capture.size(), size);
    }

    void text_keepsBothEndsOfAFlood()
    {
        OutputCapture capture;
        const QByteArray chunk(100'000, 'x');
        capture.append("first line\n");
        for (int i = 0; i < 1000; ++i)
            capture.append(chunk);
        capture.append("last line\n");
        const QByteArray text = capture.text();
        QVERIFY(text.startsWith("first line\n"));
        QVERIFY(text.endsWith("last line\n"));
        QVERIFY(text.size() <= 2 * OutputCapture::kept + 200);
        const qint64 leftOut = capture.size() - 2 * OutputCapture::kept;
        QVERIFY(text.contains(QByteArray::number(leftOut)));
    }
};

QTEST_APPLESS_MAIN(TestOutputCapture)
#include "tst_outputcapture.moc"
