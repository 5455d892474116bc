// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "support/filestate.h"
#include "support/mutation.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace convoy::test;

namespace {

constexpr int timeoutS = 10;
constexpr qint64 largestSeed = 256 * 1024;

/// Small files with these names: the generated ones, and real ones where the corpus is there.
QList<QByteArray> seedsNamed(const QStringList &patterns)
{
    QStringList roots{qEnvironmentVariable("CONVOY_TEST_DATA")};
    QDir up = QDir::current();
    QString corpus = qEnvironmentVariable("CONVOY_CORPUS");
    while (corpus.isEmpty() && !up.isRoot() && up.cdUp()) {
        if (up.exists(u"shared/data"_s))
            corpus = up.filePath(u"shared/data"_s);
    }
    if (!corpus.isEmpty())
        roots.append(corpus);
    QStringList files;
    for (const QString &root : roots) {
        QDirIterator it(root, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            if (it.fileInfo().size() <= largestSeed)
                files.append(it.filePath());
        }
    }
    files.sort();
    QList<QByteArray> seeds;
    for (const QString &file : files)
        seeds.append(CliPlace::read(file));
    return seeds;
}

} // namespace

/// Files with random faults in them, through every family: each ends in time with an output or a reason, and nothing
/// else happens.
class TestMutants : public QObject
{
    Q_OBJECT

private:
    /// One line for each thing that is wrong with how the batch went.
    static QStringList problems(const QList<QJsonObject> &finished, const QStringList &files,
                                const QMap<QString, QByteArray> &sources)
    {
        QStringList problems;
        if (finished.size() != sources.size())
            problems.append(u"a job has no end"_s);
        qsizetype outputs = 0;
        for (const QJsonObject &event : finished) {
            const QJsonObject error = event.value("error"_L1).toObject();
            outputs += event.value("outputs"_L1).toArray().size();
            if (!error.isEmpty() && error.value("message"_L1).toString().isEmpty())
                problems.append(u"a failure without a reason"_s);
            if (event.value("seconds"_L1).toDouble() > timeoutS + 1)
                problems.append(u"a job came to no end in time"_s);
        }
        if (files.size() > outputs)
            problems.append(u"outputs nobody reported"_s);
        else if (files.size() < outputs)
            problems.append(u"reported outputs are not there"_s);
        for (auto it = sources.cbegin(); it != sources.cend(); ++it) {
            if (stateOf(it.key().toUtf8()) != it.value())
                problems.append(u"a source was touched"_s);
        }
        return problems;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(CliPlace::program()))
            QSKIP("convoy-cli is not built.");
    }

    void everyMutant_endsInTime_data()
    {
        QTest::addColumn<QStringList>("seeds");
        QTest::addColumn<QByteArray>("profile");
        const auto profile = [](const QString &converter, const QString &extension) {
            return QJsonDocument(QJsonObject{{u"convoy_profile"_s, 1},
                                             {u"id"_s, u"mutants"_s},
                                             {u"name"_s, u"Mutants"_s},
                                             {u"converter"_s, converter},
                                             {u"output"_s, QJsonObject{{u"extension"_s, extension}}},
                                             {u"timeout_s"_s, timeoutS}})
                .toJson();
        };
        QTest::newRow("dicom") << QStringList{u"*.dcm"_s} << profile(u"dicom"_s, u"png"_s);
        QTest::newRow("image") << QStringList{u"*.jp*g"_s, u"*.png"_s,  u"*.gif"_s,  u"*.tif*"_s, u"*.bmp"_s,
                                              u"*.webp"_s, u"*.avif"_s, u"*.hei?"_s, u"*.jxl"_s}
                               << profile(u"image"_s, u"png"_s);
        QTest::newRow("video") << QStringList{u"*.mp4"_s, u"*.mkv"_s, u"*.mov"_s, u"*.ts"_s,
                                              u"*.flv"_s, u"*.3gp"_s, u"*.webm"_s}
                               << profile(u"video"_s, u"mkv"_s);
        QTest::newRow("audio") << QStringList{u"*.wav"_s, u"*.flac"_s, u"*.aif*"_s} << profile(u"audio"_s, u"flac"_s);
    }

    void everyMutant_endsInTime()
    {
        QFETCH(QStringList, seeds);
        QFETCH(QByteArray, profile);
        const int count = qEnvironmentVariableIsSet("CONVOY_FAULT_ALL") ? 2500 : 100;
        const QList<QByteArray> good = seedsNamed(seeds);
        QVERIFY(!good.isEmpty());
        const CliPlace place;
        place.add("mutants.json", profile);
        std::mt19937 random(20260101);
        QMap<QString, QByteArray> sources;
        for (int i = 0; i < count; ++i) {
            const QByteArray bytes = mutated(good.at(qsizetype(random() % size_t(good.size()))), good, random);
            const QByteArray file = place.add("in/" + QByteArray::number(i), bytes);
            setAttribute(file, QByteArray::number(i));
            sources.insert(QString::fromUtf8(file), stateOf(file));
        }

        QProcess process;
        place.prepare(process,
                      {u"convert"_s, u"--profile"_s, u"mutants.json"_s, u"--events"_s, u"json"_s, u"--output-dir"_s,
                       u"out"_s, u"in"_s});
        process.start();
        QVERIFY(process.waitForFinished(1'200'000));
        const Run run{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                      process.readAllStandardOutput(), process.readAllStandardError()};
        QVERIFY2(run.status == 0 || run.status == 1, run.err.constData());

        const QList<QJsonObject> finished = run.events(u"job-finished"_s);
        QMap<QString, int> ends;
        for (const QJsonObject &event : finished) {
            const QJsonObject error = event.value("error"_L1).toObject();
            ++ends[error.isEmpty() ? u"done"_s : error.value("kind"_L1).toString()];
        }
        for (auto it = ends.cbegin(); it != ends.cend(); ++it)
            qInfo("%s: %d", qPrintable(it.key()), it.value());
        const QStringList files = place.files(u"out"_s);
        QCOMPARE(problems(finished, files, sources), QStringList());
        QVERIFY(ends.size() > 1); // else the faults were none, or nothing is taken at all

        // The control: what is wrong with such a batch is seen.
        QCOMPARE(problems(finished.sliced(1), files, sources).first(), u"a job has no end"_s);
        QCOMPARE(problems(finished, files + QStringList{u"left"_s}, sources), QStringList{u"outputs nobody reported"_s});
        QJsonObject late = finished.first();
        late.insert(u"seconds"_s, timeoutS + 2);
        QList<QJsonObject> changed = finished;
        changed.first() = late;
        QCOMPARE(problems(changed, files, sources), QStringList{u"a job came to no end in time"_s});
        late.insert(u"seconds"_s, 1);
        late.insert(u"error"_s, QJsonObject{{u"kind"_s, u"internal"_s}});
        changed.first() = late;
        QCOMPARE(problems(changed, files, sources), QStringList{u"a failure without a reason"_s});
        QVERIFY(QFile::setPermissions(sources.firstKey(), QFileDevice::ReadOwner));
        QCOMPARE(problems(finished, files, sources), QStringList{u"a source was touched"_s});
    }
};

QTEST_GUILESS_MAIN(TestMutants)
#include "tst_mutants.moc"
