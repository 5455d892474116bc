// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/stagedfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_StagedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void dropped_leavesNothing();
    void publish_givesTheName();
    void publish_neverReplaces();
    void publish_overwriteReplacesThatName();
    void publish_notOverAFolder();
    void openForReading_cannotWrite();
    void adopt_toolOutput();
    void adopt_droppedLeavesNothing();
    void create_unwritableFolder();
    void sweep_onlyDeadProcesses();

private:
    Path folder() const { return toPath(m_folder->path()); }
    StagedFile staged(const QByteArray &content) const
    {
        Result<StagedFile> file = StagedFile::create(folder(), 0);
        if (!file || ::write(file->fd(), content.constData(), size_t(content.size())) != content.size())
            qFatal("no staged file");
        return std::move(*file);
    }
    QByteArray content(const char *name) const
    {
        QFile file(folder() / name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList entries() const { return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_StagedFile::dropped_leavesNothing()
{
    {
        const StagedFile file = staged("x");
        QVERIFY(file.hiddenPath().empty() ? entries().isEmpty() : entries().front().startsWith(u".convoy-"));
    }
    QVERIFY(entries().isEmpty());
}

void tst_StagedFile::publish_givesTheName()
{
    StagedFile file = staged("new");
    QVERIFY(file.publish("caf\xE9.png", false));
    QCOMPARE(entries().size(), 1);
    QCOMPARE(content("caf\xE9.png"), "new"_ba);
    struct stat status{};
    QCOMPARE(::stat((folder() / "caf\xE9.png").c_str(), &status), 0);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    QCOMPARE(status.st_mode & 0777, 0666 & ~mask);
}

void tst_StagedFile::publish_neverReplaces()
{
    QVERIFY(staged("old").publish("a", false));
    StagedFile file = staged("new");
    const Result<void> result = file.publish("a", false);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::OutputExists);
    QCOMPARE(content("a"), "old"_ba);
    QVERIFY(file.publish("b", false)); // and can still get another name
    QCOMPARE(content("b"), "new"_ba);
}

void tst_StagedFile::publish_overwriteReplacesThatName()
{
    QVERIFY(staged("old").publish("a", false));
    QVERIFY(staged("other").publish("b", false));
    QVERIFY(staged("new").publish("a", true));
    QCOMPARE(content("a"), "new"_ba);
    QCOMPARE(content("b"), "other"_ba);
    QCOMPARE(entries(), (QStringList{u"a"_s, u"b"_s}));
}

void tst_StagedFile::publish_notOverAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"a"_s));
    QVERIFY(!staged("new").publish("a", true));
    QCOMPARE(entries(), QStringList{u"a"_s});
}

void tst_StagedFile::openForReading_cannotWrite()
{
    const StagedFile file = staged("x");
    const Result<FileDescriptor> reader = file.openForReading();
    QVERIFY(reader);
    char byte = 0;
    QCOMPARE(::read(reader->fd(), &byte, 1), 1);
    QCOMPARE(byte, 'x');
    QCOMPARE(::write(reader->fd(), "y", 1), -1);
}

void tst_StagedFile::adopt_toolOutput()
{
    Result<std::unique_ptr<StagingFolder>> made = StagingFolder::create(folder());
    QVERIFY(made);
    const std::shared_ptr<StagingFolder> staging = std::move(*made);
    QFile tool(staging->path() / "out.txt");
    QVERIFY(tool.open(QIODevice::WriteOnly) && tool.write("said") == 4);
    tool.close();
    {
        Result<StagedFile> file = StagedFile::adopt(staging, "out.txt");
        QVERIFY(file);
        QCOMPARE(file->folder(), folder());
        QVERIFY(file->publish("a.txt", false));
    }
    QCOMPARE(content("a.txt"), "said"_ba);
    QVERIFY(!StagedFile::adopt(staging, "missing"));
}

void tst_StagedFile::adopt_droppedLeavesNothing()
{
    {
        Result<std::unique_ptr<StagingFolder>> staging = StagingFolder::create(folder());
        QVERIFY(staging);
        QFile tool((*staging)->path() / "out.txt");
        QVERIFY(tool.open(QIODevice::WriteOnly));
    }
    QVERIFY(entries().isEmpty());
}

void tst_StagedFile::create_unwritableFolder()
{
    const Result<StagedFile> file = StagedFile::create("/proc", 0);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::OutputUnwritable);
}

void tst_StagedFile::sweep_onlyDeadProcesses()
{
    // No process has number 2^22 + 1: the kernel's highest is 2^22 (proc(5), pid_max).
    const QString dead = u".convoy-4194305-abcdef"_s;
    const QString alive = u".convoy-%1-abcdef"_s.arg(::getpid());
    for (const QString &name : {dead, alive, u".other"_s}) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    sweepStaging(folder());
    QCOMPARE(entries(), (QStringList{alive, u".other"_s}));
}

QTEST_APPLESS_MAIN(tst_StagedFile)
#include "tst_stagedfile.moc"
