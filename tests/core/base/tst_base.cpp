// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/fileio.h"
#include "core/base/path.h"
#include "core/base/result.h"

#include <QSet>
#include <QTemporaryFile>
#include <QTest>

#include <cerrno>
#include <pwd.h>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// Errors, results and paths.
class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void xdgFolder_isBelowTheHome()
    {
        const QByteArray before = qgetenv("HOME");
        qunsetenv("XDG_STATE_HOME");
        qputenv("HOME", "/h\xff");
        QCOMPARE(toBytes(xdgFolder("XDG_STATE_HOME", ".local/state")), QByteArray("/h\xff/.local/state"));
        const QByteArray own = QByteArray(::getpwuid(::getuid())->pw_dir) + "/.local/state";
        for (const bool isSet : {false, true}) {
            if (isSet)
                qputenv("HOME", "");
            else
                qunsetenv("HOME");
            QCOMPARE(toBytes(xdgFolder("XDG_STATE_HOME", ".local/state")), own);
        }
        qputenv("HOME", before);
    }

    // None of them may be taken for an empty file, nor end the program.
    void readWholeFile_whatIsNone_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("a folder") << QByteArray("/usr");
        QTest::newRow("nothing") << QByteArray("/usr/no such file");
        QTest::newRow("without an end") << QByteArray("/dev/zero");
        QTest::newRow("says no when it is read") << QByteArray("/proc/self/mem");
    }
    void readWholeFile_whatIsNone()
    {
        QFETCH(QByteArray, path);
        const Result<QByteArray> content = readWholeFile(toPath(path));
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::InvalidOption);
        QVERIFY(content.error().message.contains(QString::fromUtf8(path)));
    }

    void readWholeFile_everyByte()
    {
        const QByteArray bytes = QByteArray("a\0\xFF\n", 4).repeated(100'000);
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(bytes) == bytes.size() && file.flush());
        const Result<QByteArray> content = readWholeFile(toPath(file.fileName().toUtf8()));
        QVERIFY(content);
        QCOMPARE(*content, bytes);
    }

    void readHead_tellsNothingFromNone()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QVERIFY(readHead(file.handle(), 4).isEmpty());
        QVERIFY(!readHead(file.handle(), 4).isNull());
        QVERIFY(file.write("abcdef") == 6 && file.flush());
        QCOMPARE(readHead(file.handle(), 4), QByteArray("abcd"));
        QCOMPARE(readHead(file.handle(), 9), QByteArray("abcdef"));
        QVERIFY(readHead(-1, 4).isNull());
    }

    void writeAt_leavesThePlace()
    {
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("abcdef") == 6 && file.flush());
        QVERIFY(writeAt(file.handle(), "XY", 2, 3));
        QCOMPARE(::lseek(file.handle(), 0, SEEK_CUR), off_t(6));
        QCOMPARE(readHead(file.handle(), 9), QByteArray("abcXYf"));
        QVERIFY(!writeAt(-1, "XY", 2, 3));
        QCOMPARE(errno, EBADF);
    }

    void errorKindName_isAContract()
    {
        const QStringList names{u"unsupported-format"_s, u"unreadable-input"_s,
                                u"damaged-input"_s,      u"limit-exceeded"_s,
                                u"output-exists"_s,      u"no-space"_s,
                                u"output-unwritable"_s,  u"invalid-option"_s,
                                u"missing-tool"_s,       u"tool-failed"_s,
                                u"worker-crashed"_s,     u"timed-out"_s,
                                u"out-of-memory"_s,      u"verification-failed"_s,
                                u"cancelled"_s,          u"internal"_s};
        QSet<ErrorKind> kinds;
        for (const QString &name : names) {
            const std::optional<ErrorKind> kind = errorKindFromName(name);
            QVERIFY2(kind.has_value(), qPrintable(name));
            QCOMPARE(QString(errorKindName(*kind)), name);
            kinds.insert(*kind);
        }
        QCOMPARE(kinds.size(), int(ErrorKind::Internal) + 1);
        QVERIFY(!errorKindFromName(u"Internal"));
        QVERIFY(!errorKindFromName(u""));
    }

    void systemError_choosesTheKind()
    {
        QCOMPARE(systemError(ENOSPC, ErrorKind::Internal, {}).kind, ErrorKind::NoSpace);
        QCOMPARE(systemError(EDQUOT, ErrorKind::Internal, {}).kind, ErrorKind::NoSpace);
        QCOMPARE(systemError(ENOMEM, ErrorKind::Internal, {}).kind, ErrorKind::OutOfMemory);
        const Error other = systemError(EACCES, ErrorKind::UnreadableInput, u"No."_s);
        QCOMPARE(other.kind, ErrorKind::UnreadableInput);
        QCOMPARE(other.message, u"No."_s);
        QVERIFY(!other.detail.isEmpty());
    }

    void result_holdsOneOrTheOther()
    {
        Result<QString> good = u"value"_s;
        QVERIFY(good);
        QCOMPARE(*good, u"value"_s);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(good.error()), std::bad_variant_access);
        const Result<QString> bad = Error{ErrorKind::TimedOut, u"late"_s, {}};
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::TimedOut);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(*bad), std::bad_variant_access);
        const std::unique_ptr<int> moved = *Result<std::unique_ptr<int>>(std::make_unique<int>(7));
        QCOMPARE(*moved, 7);
        QVERIFY(Result<void>());
        QVERIFY(!Result<void>(bad.error()));
    }

    void path_keepsEveryByte()
    {
        const QByteArray bytes("/tmp/\xff\xfe\n%[x] -.wav");
        QCOMPARE(toBytes(toPath(bytes)), bytes);
        QVERIFY(!isText(toPath(bytes)));
        QVERIFY(isText(toPath("/tmp/gr\xc3\xbc\xc3\x9f"_ba)));
        const QString shown = displayName(toPath(bytes));
        QVERIFY(shown.contains(QChar(QChar::ReplacementCharacter)));
        QVERIFY(!shown.contains(u'\n'));
        QVERIFY(shown.endsWith(u"%[x] -.wav"_s));
        QVERIFY(!displayName(toPath("photo\u202egpj.exe"_ba)).contains(QChar(0x202E)));
    }

    void fileUrl_canBeTakenBack()
    {
        const QByteArray bytes("/a b/\xff%#?\xc3\xbc");
        const QString url = fileUrl(toPath(bytes));
        QCOMPARE(url, u"file:///a%20b/%FF%25%23%3F%C3%BC"_s);
        QCOMPARE(QByteArray::fromPercentEncoding(url.mid(7).toLatin1()), bytes);
    }

    void absolutePath_isNormal()
    {
        QCOMPARE(absolutePath("/a/./b/../c"), Path("/a/c"));
        QCOMPARE(absolutePath("/a/b/"), Path("/a/b"));
        QCOMPARE(absolutePath("/"), Path("/"));
        QCOMPARE(absolutePath("x"), std::filesystem::current_path() / "x");
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
