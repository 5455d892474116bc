// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/batchcheck.h"
#include "fault/mountplace.h"

#include <QTest>

using namespace convoy::test;

/// A disk that is full at any moment of a batch: what has a name is whole, nothing else is left, and with room again the
/// batch is resumed to its end.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
        if (!m_ownMounts)
            QSKIP("Nothing may be mounted here (no user namespaces).");
        if (QProcess::execute(u"flac"_s, {u"--version"_s}) != 0)
            QSKIP("The independent decoder (package flac) is not installed.");
    }

    void disk_isFullAtAnySize_data()
    {
        QTest::addColumn<int>("kilobytes");
        const int sizes = qEnvironmentVariableIsSet("CONVOY_FAULT_ALL") ? 40 : 8;
        for (int i = 0; i < sizes; ++i) // from hardly one file to nearly all of them
            QTest::addRow("size %d", i) << 8 + i * 720 / sizes;
    }

    void disk_isFullAtAnySize()
    {
        QFETCH(int, kilobytes);
        const CheckedBatch batch(6);
        QVERIFY(QDir().mkpath(batch.place.path(u"out"_s)));
        const Mount disk("none", batch.place.path(u"out"_s).toUtf8(), "tmpfs",
                         "size=" + QByteArray::number(kilobytes) + "k");
        if (!disk.isMounted())
            QSKIP("No tmpfs can be mounted here.");
        const Run run = batch.place.run(batch.arguments());
        QVERIFY2(run.status == 0 || run.status == 3, run.err.constData());
        const QStringList problems = batch.problems();
        for (const QString &problem : problems)
            QVERIFY2(problem.startsWith(u"lost"), qPrintable(problem));
        QCOMPARE(run.status == 0, problems.isEmpty());
        m_full += run.status == 3;
        for (const QJsonObject &event : run.events(u"job-finished"_s)) {
            const QJsonObject error = event.value("error"_L1).toObject();
            QVERIFY2(error.isEmpty() || error.value("kind"_L1) == "no-space"_L1 || error.value("kind"_L1) == "cancelled"_L1,
                     QJsonDocument(event).toJson());
        }

        QVERIFY(disk.changeOptions("size=64m"));
        const Run rest = batch.place.run({u"resume"_s, u"--events"_s, u"json"_s});
        QVERIFY2(rest.status == 0, rest.err.constData());
        QCOMPARE(batch.problems(), QStringList());
    }

    /// The control: the disks were small enough for that.
    void disks_wereFull() { QVERIFY(m_full > 4); }

private:
    int m_full = 0;

public:
    bool m_ownMounts = false;
};

int main(int argc, char **argv)
{
    TestFullDisk test;
    test.m_ownMounts = enterOwnMounts();
    const QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
