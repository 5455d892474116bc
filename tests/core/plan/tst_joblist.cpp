// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/joblist.h"
#include "core/plan/naming.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestJobList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_tables_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("format");
        const int csv = int(ListFormat::Csv);
        QTest::newRow("csv") << QByteArray("name,Slice No,description\na,1,\"first, of \"\"two\"\"\"\nb,2,\"two\nlines\"\n")
                             << csv;
        QTest::newRow("crlf, mark, no end")
            << QByteArray("\xEF\xBB\xBFname,slice no,description\r\na,1,\"first, of \"\"two\"\"\"\r\n"
                          "\r\nb,2,\"two\nlines\"")
            << csv;
        QTest::newRow("semicolons") << QByteArray("name;slice_no;description\na;1;first, of \"two\"\nb;2;\"two\nlines\"\n")
                                    << csv;
        QTest::newRow("tsv") << QByteArray("name\tslice_no\tdescription\na\t1\tfirst, of \"two\"\nb\t2\t\"two\nlines\"\n")
                             << int(ListFormat::Tsv);
        QTest::newRow("json") << QByteArray("[{\"name\":\"a\",\"slice_no\":1,\"description\":\"first, of \\\"two\\\"\"},"
                                            "{\"name\":\"b\",\"slice_no\":\"2\",\"description\":\"two\\nlines\"}]")
                              << int(ListFormat::Json);
    }
    void parse_tables()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, format);
        const Result<JobList> list = parseJobList(content, ListFormat(format));
        QVERIFY2(list, list ? "" : qPrintable(list.error().message));
        QCOMPARE(QSet<QString>(list->columns.begin(), list->columns.end()),
                 (QSet<QString>{u"name"_s, u"slice_no"_s, u"description"_s}));
        QCOMPARE(list->rows.size(), size_t(2));
        QCOMPARE(list->rows[0],
                 (ListRow{{u"name"_s, u"a"_s}, {u"slice_no"_s, u"1"_s}, {u"description"_s, u"first, of \"two\""_s}}));
        QCOMPARE(list->rows[1].value(u"description"_s), u"two\nlines"_s);
    }

    void parse_refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("says");
        const int csv = int(ListFormat::Csv);
        const int json = int(ListFormat::Json);
        QTest::newRow("empty") << QByteArray() << csv << u"column"_s;
        QByteArray columns("c0");
        for (int i = 1; i <= 256; ++i)
            columns += ",c" + QByteArray::number(i);
        QTest::newRow("too many columns") << columns << csv << u"256 columns"_s;
        QTest::newRow("no rows") << QByteArray("a,b\n") << csv << u"no rows"_s;
        QTest::newRow("too few cells") << QByteArray("a,b\n1,2\n3\n") << csv << u"Line 3"_s;
        QTest::newRow("line after a cell of two") << QByteArray("a,b\n\"1\n1\",2\n3\n") << csv << u"Line 4"_s;
        QTest::newRow("quote left open") << QByteArray("a\n\"1\n") << csv << u"Line 2"_s;
        QTest::newRow("text after quote") << QByteArray("a\n\"1\"2\n") << csv << u"Line 2"_s;
        QTest::newRow("same name") << QByteArray("a,A\n1,2\n") << csv << u"“a”"_s;
        QTest::newRow("bad name") << QByteArray("a}{,b\n1,2\n") << csv << u"a}{"_s;
        QTest::newRow("not text") << QByteArray("a\n\xff\xfe\n") << csv << u"UTF-8"_s;
        QTest::newRow("zero byte") << QByteArray("a\n1\0002\n", 6) << csv << u"UTF-8"_s;
        QTest::newRow("json object") << QByteArray("{}") << json << u"array"_s;
        QTest::newRow("json broken") << QByteArray("[{") << json << u"array"_s;
        QTest::newRow("json element") << QByteArray("[{\"a\":1},2]") << json << u"Element 2"_s;
        QTest::newRow("json nested") << QByteArray("[{\"a\":[1]}]") << json << u"Element 1"_s;
    }
    void parse_refuses()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, format);
        QFETCH(QString, says);
        const Result<JobList> list = parseJobList(content, ListFormat(format));
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::InvalidOption);
        QVERIFY2(list.error().message.contains(says), qPrintable(list.error().message));
    }

    void parse_jsonRowsHaveEveryColumn()
    {
        const Result<JobList> list = parseJobList("[{\"a\":1.5},{\"b\":true}]", ListFormat::Json);
        QVERIFY(list);
        QCOMPARE(list->rows[0], (ListRow{{u"a"_s, u"1.5"_s}, {u"b"_s, QString()}}));
        QCOMPARE(list->rows[1], (ListRow{{u"a"_s, QString()}, {u"b"_s, u"true"_s}}));
    }

    void range_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QStringList>("numbers");
        QTest::newRow("up") << u"8-11"_s << QStringList{u"8"_s, u"9"_s, u"10"_s, u"11"_s};
        QTest::newRow("down") << u"2..0"_s << QStringList{u"2"_s, u"1"_s, u"0"_s};
        QTest::newRow("step") << u"0-10:5"_s << QStringList{u"0"_s, u"5"_s, u"10"_s};
        QTest::newRow("below zero") << u"-1-1"_s << QStringList{u"-1"_s, u"0"_s, u"1"_s};
        QTest::newRow("one") << u"5-5"_s << QStringList{u"5"_s};
        for (const char *bad : {"", "5", "a-b", "0-", "0-9:0", "0-1000000", "0-999999999", "1-2-3"})
            QTest::newRow(bad) << QString::fromUtf8(bad) << QStringList();
    }
    void range()
    {
        QFETCH(QString, range);
        QFETCH(QStringList, numbers);
        const Result<JobList> list = rangeJobList(range);
        QCOMPARE(bool(list), !numbers.isEmpty());
        QStringList found;
        for (size_t i = 0; list && i < list->rows.size(); ++i)
            found.append(list->rows[i].value(u"i"_s));
        QCOMPARE(found, numbers);
    }

    void read_goesByExtension()
    {
        const QTemporaryDir folder;
        const Path place = toPath(folder.path());
        std::ofstream(place / "a\xff.tsv") << "name\tfile\nx\tsub/in.wav\n";
        const Result<JobList> list = readJobList(place / "a\xff.tsv");
        QVERIFY(list);
        QCOMPARE(fileOfRow(list->rows[0], place), place / "sub/in.wav");
        QCOMPARE(fileOfRow({{u"file"_s, u"/abs/in.wav"_s}}, place), Path("/abs/in.wav"));
        QVERIFY(fileOfRow({{u"name"_s, u"x"_s}}, place).empty());
        QVERIFY(!readJobList(place / "a.txt"));
        QVERIFY(!readJobList(place / "missing.csv"));
    }

    void rows_nameOutputs()
    {
        NameValues values{{}, "png", 4, withRow({}, {{u"name"_s, u"../slice.1"_s}, {u"i"_s, u"7"_s}})};
        QCOMPARE(*expandNameTemplate(u"{stem}-{i:03}", values), Path("_.._slice.1-007"));
        QVERIFY(!expandNameTemplate(u"{j}", values));
        QVERIFY(checkNameTemplate(u"{i}", {u"i"_s}));
        QVERIFY(!checkNameTemplate(u"{i}"));
        values.info = withRow({}, {{u"i"_s, u"7"_s}});
        QCOMPARE(*expandNameTemplate(u"{stem}", values), Path("4"));
        QCOMPARE(rowTitle(withRow({}, {{u"name"_s, u"n"_s}, {u"description"_s, u"two\nlines"_s}})), u"two lines"_s);
        QCOMPARE(rowTitle(withRow({}, {{u"name"_s, u"n"_s}})), u"n"_s);
        QCOMPARE(rowTitle(MediaInfo()), QString());
    }
};

QTEST_APPLESS_MAIN(TestJobList)
#include "tst_joblist.moc"
