// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/scan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Scan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scan_folder();
    void scan_recursive();
    void scan_namesAreBytes();
    void scan_duplicatesOnce();
    void scan_refusals();
    void scan_linksToFoldersAreNotFollowed();
    void scan_stops();

private:
    void make(const QByteArray &name) const
    {
        QFile file(toPath(m_folder->path().toUtf8() + '/' + name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    }
    std::vector<ScannedFile> scan(const std::vector<Path> &paths, bool recursive) const
    {
        std::vector<ScannedFile> files;
        scanPaths(paths, recursive, {}, [&files](ScannedFile file) { files.push_back(std::move(file)); });
        return files;
    }
    Path root() const { return toPath(m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Scan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkpath(u"sub/deeper"_s);
    make("b");
    make("a");
    make(".hidden");
    make("sub/c");
    make("sub/deeper/d");
}

void tst_Scan::scan_folder()
{
    const auto files = scan({root()}, false);
    QCOMPARE(files.size(), 2u);
    QCOMPARE(files[0].file.path, root() / "a");
    QCOMPARE(files[1].file.path, root() / "b");
    QCOMPARE(files[0].file.identity.size, 1);
}

void tst_Scan::scan_recursive()
{
    const auto files = scan({root()}, true);
    QCOMPARE(files.size(), 4u);
    QCOMPARE(files[3].file.path, root() / "sub/deeper/d");
    QCOMPARE(files[3].file.relativeFolder, Path("sub/deeper"));
    QCOMPARE(files[0].file.relativeFolder, Path());
}

void tst_Scan::scan_namesAreBytes()
{
    const QByteArray name("caf\xE9\n-%[.wav");
    make(name);
    const auto files = scan({root()}, false);
    QCOMPARE(files.size(), 3u);
    QCOMPARE(toBytes(files[2].file.path.filename()), name);
    QVERIFY(!files[2].refusal);
}

void tst_Scan::scan_duplicatesOnce()
{
    QCOMPARE(scan({root() / "a", root() / "a", root() / "sub/../a", root()}, false).size(), 2u);
}

void tst_Scan::scan_refusals()
{
    QCOMPARE(::mkfifo((root() / "pipe").c_str(), 0600), 0);
    const auto files = scan({root() / "pipe", root() / "missing", "/dev/null"}, false);
    QCOMPARE(files.size(), 3u);
    for (const ScannedFile &file : files) {
        QVERIFY(file.refusal);
        QCOMPARE(file.refusal->kind, ErrorKind::UnreadableInput);
    }
}

void tst_Scan::scan_linksToFoldersAreNotFollowed()
{
    QCOMPARE(::symlink(root().c_str(), (root() / "sub/loop").c_str()), 0);
    QCOMPARE(::symlink((root() / "a").c_str(), (root() / "link").c_str()), 0);
    // The loop is left out; the link to a file is a file of its own name.
    QCOMPARE(scan({root()}, true).size(), 5u);
}

void tst_Scan::scan_stops()
{
    std::stop_source stop;
    int found = 0;
    scanPaths({root()}, true, stop.get_token(), [&](const ScannedFile &) {
        ++found;
        stop.request_stop();
    });
    QCOMPARE(found, 1);
}

QTEST_APPLESS_MAIN(tst_Scan)
#include "tst_scan.moc"
