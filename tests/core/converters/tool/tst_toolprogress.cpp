// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolprogress.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestToolProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feed_readsLines_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<qint64>("durationMs");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("percent with carriage returns")
            << u"(\\d+)%"_s << 0LL << QByteArray("1% done\r50% done\r100% done\n") << QList<double>{0.01, 0.5, 1};
        QTest::newRow("percent without sign")
            << u"at ([\\d.]+)"_s << 0LL << QByteArray("at 25\nat 75.5\n") << QList<double>{0.25, 0.755};
        QTest::newRow("fraction") << u"at ([\\d.]+)"_s << 0LL << QByteArray("at 0.25\nat 0.75\n")
                                  << QList<double>{0.25, 0.75};
        QTest::newRow("count") << u"(\\d+) of (\\d+)"_s << 0LL << QByteArray("1 of 4\n3 of 4\n")
                               << QList<double>{0.25, 0.75};
        QTest::newRow("never back") << u"(\\d+)%"_s << 0LL << QByteArray("50%\n20%\n60%\n") << QList<double>{0.5, 0.6};
        QTest::newRow("not beyond the end") << u"(\\d+)%"_s << 0LL << QByteArray("250%\n") << QList<double>{1};
        QTest::newRow("ffmpeg") << QString() << 4000LL
                                << QByteArray("frame=10\nout_time_us=1000000\nprogress=continue\nout_time_us=4000000\n")
                                << QList<double>{0.25, 1};
        QTest::newRow("ffmpeg, length unknown")
            << QString() << 0LL << QByteArray("out_time_us=1000000\n") << QList<double>{};
        QTest::newRow("no line end, no line") << u"(\\d+)%"_s << 0LL << QByteArray("50%") << QList<double>{};
        QTest::newRow("nothing in it") << u"(\\d*)%"_s << 0LL << QByteArray("%\nx\n") << QList<double>{};
    }
    void feed_readsLines()
    {
        QFETCH(QString, pattern);
        QFETCH(qint64, durationMs);
        QFETCH(QByteArray, said);
        QFETCH(QList<double>, expected);
        for (const qsizetype piece : {qsizetype(1), qsizetype(7), said.size()}) {
            QList<double> reported;
            ToolProgress progress({.pattern = pattern, .key = {}, .total = {}, .durationMs = durationMs},
                                  [&reported](double fraction) { reported.append(fraction); });
            for (qsizetype i = 0; i < said.size(); i += piece)
                progress.feed(QByteArrayView(said).sliced(i, std::min(piece, said.size() - i)));
            QCOMPARE(reported, expected);
        }
    }

    void feed_readsKeys_data()
    {
        QTest::addColumn<QString>("total");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("fraction") << QString() << QByteArray("other=9\nframe=0.5\n") << QList<double>{0.5};
        QTest::newRow("percent") << QString() << QByteArray("frame = 25 %\nframe=100%\n") << QList<double>{0.25, 1};
        QTest::newRow("of a number") << u"200"_s << QByteArray("frame=50\nframe=150\n") << QList<double>{0.25, 0.75};
        QTest::newRow("of a key") << u"frames"_s << QByteArray("frame=1\nframes=4\nframe=2\n") << QList<double>{0.5};
        QTest::newRow("no number") << QString() << QByteArray("frame=N/A\nframe\n=5\n") << QList<double>{};
    }
    void feed_readsKeys()
    {
        QFETCH(QString, total);
        QFETCH(QByteArray, said);
        QFETCH(QList<double>, expected);
        QList<double> reported;
        ToolProgress progress({.pattern = {}, .key = u"frame"_s, .total = total, .durationMs = 0},
                              [&reported](double fraction) { reported.append(fraction); });
        progress.feed(said);
        QCOMPARE(reported, expected);
    }

    void feed_endlessLineNeedsNoMemory()
    {
        ToolProgress progress({.pattern = u"^(\\d+)%"_s, .key = {}, .total = {}, .durationMs = 0},
                              [](double) { QFAIL("there was no line"); });
        const QByteArray chunk(1 << 20, 'x');
        for (int i = 0; i < 256; ++i)
            progress.feed(chunk);
    }
};

QTEST_APPLESS_MAIN(TestToolProgress)
#include "tst_toolprogress.moc"
