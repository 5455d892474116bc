// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/naming.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Naming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expand_data();
    void expand();
    void expand_neverLeavesTheFolder_data();
    void expand_neverLeavesTheFolder();
    void expand_keepsBytes();
    void check_data();
    void check();
    void safeFileName_data();
    void safeFileName();
    void safeFileName_isShort();

private:
    static NameValues values()
    {
        NameValues values{.input = "/music/Kind of Blue/track01.cdda.wav", .extension = "flac", .number = 7, .info = {}};
        values.info.width = 1568;
        values.info.height = 2048;
        values.info.tags = {{u"artist"_s, u"AC/DC"_s}, {u"track"_s, u"3/12"_s}, {u"title"_s, u".."_s}};
        return values;
    }
};

void tst_Naming::expand_data()
{
    QTest::addColumn<QString>("nameTemplate");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("stem") << u"{stem}"_s << QByteArray("track01.cdda");
    QTest::newRow("name") << u"{name}"_s << QByteArray("track01.cdda.wav");
    QTest::newRow("extension") << u"x-{ext}"_s << QByteArray("x-flac");
    QTest::newRow("parent") << u"{parent}"_s << QByteArray("Kind of Blue");
    QTest::newRow("number") << u"{n}"_s << QByteArray("7");
    QTest::newRow("padded number") << u"{n:03}"_s << QByteArray("007");
    QTest::newRow("size") << u"{width}x{height}"_s << QByteArray("1568x2048");
    QTest::newRow("track of a total") << u"{track:02}"_s << QByteArray("03");
    QTest::newRow("folder from a literal") << u"{parent}/{stem}"_s << QByteArray("Kind of Blue/track01.cdda");
    QTest::newRow("no folder from a value") << u"{artist}"_s << QByteArray("AC_DC");
    QTest::newRow("missing tag") << u"a{album}b"_s << QByteArray("ab");
    QTest::newRow("literal") << u"über"_s << "über"_ba;
}

void tst_Naming::expand()
{
    QFETCH(QString, nameTemplate);
    QFETCH(QByteArray, name);
    const Result<Path> path = expandNameTemplate(nameTemplate, values());
    QVERIFY(path);
    QCOMPARE(toBytes(*path), name);
}

void tst_Naming::expand_neverLeavesTheFolder_data()
{
    QTest::addColumn<QString>("nameTemplate");
    for (const char *text : {"../{stem}", "/etc/passwd", "{title}/x", "a/../../b", "./..", "//", "{title}"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_Naming::expand_neverLeavesTheFolder()
{
    QFETCH(QString, nameTemplate);
    const Result<Path> path = expandNameTemplate(nameTemplate, values());
    QVERIFY(path);
    QVERIFY(path->is_relative());
    QVERIFY(!path->empty());
    for (const Path &component : *path)
        QVERIFY2(component != ".." && component != "." && !component.empty(), path->c_str());
}

void tst_Naming::expand_keepsBytes()
{
    const Result<Path> path = expandNameTemplate(u"{stem}", {.input = toPath("/x/caf\xE9.wav"_ba), .extension = "flac", .number = 1, .info = {}});
    QVERIFY(path);
    QCOMPARE(toBytes(*path), "caf\xE9"_ba);
}

void tst_Naming::check_data()
{
    QTest::addColumn<QString>("nameTemplate");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << u"{album}/{track:02} {title}"_s << true;
    QTest::newRow("unknown") << u"{nonsense}"_s << false;
    QTest::newRow("unclosed") << u"{stem"_s << false;
    QTest::newRow("bad padding") << u"{n:xx}"_s << false;
    QTest::newRow("empty padding") << u"{n:}"_s << false;
    QTest::newRow("empty") << u"  "_s << false;
}

void tst_Naming::check()
{
    QFETCH(QString, nameTemplate);
    QFETCH(bool, isGood);
    const Result<void> result = checkNameTemplate(nameTemplate);
    QCOMPARE(bool(result), isGood);
    if (!isGood)
        QCOMPARE(result.error().kind, ErrorKind::InvalidOption);
}

void tst_Naming::safeFileName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("safe");
    QTest::newRow("slash") << QByteArray("a/b") << QByteArray("a_b");
    QTest::newRow("windows") << QByteArray("a<b>:\"|?*\\") << QByteArray("a_b_______");
    QTest::newRow("control") << QByteArray("a\nb") << QByteArray("a_b");
    QTest::newRow("dots") << QByteArray("..") << QByteArray("_");
    QTest::newRow("hidden") << QByteArray(".a") << QByteArray("_.a");
    QTest::newRow("dash") << QByteArray("-rf") << QByteArray("_-rf");
    QTest::newRow("trailing") << QByteArray("a. ") << QByteArray("a");
    QTest::newRow("device") << QByteArray("nul.txt") << QByteArray("_nul.txt");
    QTest::newRow("not a device") << QByteArray("com.txt") << QByteArray("com.txt");
    QTest::newRow("empty") << QByteArray() << QByteArray("_");
}

void tst_Naming::safeFileName()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, safe);
    QCOMPARE(convoy::safeFileName(name), safe);
}

void tst_Naming::safeFileName_isShort()
{
    const QByteArray name = convoy::safeFileName(QByteArray("ä").repeated(200), 10);
    QVERIFY(name.size() <= 245);
    QVERIFY(QString::fromUtf8(name).endsWith(u'ä')); // no half character
}

QTEST_APPLESS_MAIN(tst_Naming)
#include "tst_naming.moc"
