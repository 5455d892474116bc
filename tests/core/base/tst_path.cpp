// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/path.h"

#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Path : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_areKept();
    void displayName_showsOneLine();
    void fileUrl_escapesBytes();
    void absolutePath_normal();
};

void tst_Path::bytes_areKept()
{
    const QByteArray name("/tmp/caf\xE9\n\xFF.wav");
    QCOMPARE(toBytes(toPath(name)), name);
    QVERIFY(!isText(toPath(name)));
    QVERIFY(isText(toPath("/tmp/café"_ba)));
}

void tst_Path::displayName_showsOneLine()
{
    const QString shown = displayName(toPath("a\nb\xFF"_ba));
    QVERIFY(!shown.contains(u'\n'));
    QCOMPARE(shown.size(), 4);
}

void tst_Path::fileUrl_escapesBytes()
{
    QCOMPARE(fileUrl(toPath("/a b/\xFF%.png"_ba)), u"file:///a%20b/%FF%25.png"_s);
}

void tst_Path::absolutePath_normal()
{
    QCOMPARE(absolutePath("/a/b/../c/./d"), Path("/a/c/d"));
    QCOMPARE(absolutePath("/a/b/"), Path("/a/b"));
    QCOMPARE(absolutePath("/"), Path("/"));
    QVERIFY(absolutePath("x").is_absolute());
}

QTEST_APPLESS_MAIN(tst_Path)
#include "tst_path.moc"
