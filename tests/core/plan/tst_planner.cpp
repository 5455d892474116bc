// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

/// The plan of a batch: every name and every refusal before a byte is written.
class TestPlanner : public QObject
{
    Q_OBJECT

private:
    Path add(const Path &name, const std::string &content = "x")
    {
        const Path path = m_folder / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path) << content;
        return path;
    }

    PlanItem item(const Path &path, ConflictRule rule = ConflictRule::Rename, const QString &extension = u"flac"_s)
    {
        auto settings = std::make_shared<ConversionSettings>();
        settings->converter = u"audio"_s;
        settings->extension = extension;
        settings->conflict = rule;
        PlanItem item{{path, {}, {}}, {}, {}, settings, u"{stem}"_s};
        if (const Result<SourceIdentity> identity = sourceIdentity(path))
            item.input.identity = *identity;
        item.info.kind = MediaKind::Audio;
        return item;
    }

    std::vector<JobPlan> plan(std::vector<PlanItem> items) { return planJobs(std::move(items), {m_out}); }

    static QByteArray target(const JobPlan &plan)
    {
        if (plan.refusal)
            return QByteArray(errorKindName(plan.refusal->kind).data());
        return toBytes(plan.outputFolder.filename()
                       / outputNames(plan.outputStem, plan.settings->extension, 1).front().toStdString());
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    Path m_folder;
    Path m_out;

private Q_SLOTS:
    void frames_haveTheirNumberWhereTheTemplateSays()
    {
        PlanItem series = item(add("a.dcm"));
        series.nameTemplate = u"{stem} frame {frame:02}"_s;
        const JobPlan planned = plan({series})[0];
        QVERIFY(!planned.refusal);
        QCOMPARE(outputNames(planned.outputStem, u"png"_s, 1), (std::vector<QByteArray>{"a frame 01.png"}));
        QCOMPARE(outputNames(planned.outputStem, u"png"_s, 3),
                 (std::vector<QByteArray>{"a frame 01.png", "a frame 02.png", "a frame 03.png"}));
        add("out/a frame 01.flac");
        QCOMPARE(outputNames(plan({series})[0].outputStem, u"png"_s, 2)[1], "a frame 02 (2).png"_ba);
    }

    /// One batch has one rule for names, times, and when to stop, whichever profile serves.
    void settings_ofTheFallback()
    {
        const QTemporaryDir folder;
        ProfileStore store(toPath(folder.path()));
        const Profile second{.id = u"second"_s, .name = u"Second"_s, .converter = u"audio"_s, .extension = u"wav"_s};
        QVERIFY(store.save(second));
        Profile first{.id = u"first"_s,
                      .name = u"First"_s,
                      .converter = u"audio"_s,
                      .extension = u"flac"_s,
                      .conflict = ConflictRule::Skip,
                      .fallback = second.id,
                      .onError = OnError::Stop};
        const auto settings = makeSettings(first, {}, {.profiles = &store, .batch = {.keepTimes = true}});
        QVERIFY2(bool(settings), settings ? "" : qPrintable(settings.error().message));
        QCOMPARE((*settings)->batch.halt, (HaltRule{.when = HaltRule::When::Soon, .failures = 1}));
        QVERIFY((*settings)->fallback);
        QCOMPARE((*settings)->fallback->extension, u"wav"_s);
        QCOMPARE((*settings)->fallback->conflict, ConflictRule::Skip);
        QCOMPARE((*settings)->fallback->batch, (*settings)->batch);
        // What a person asks for goes before what the profile says.
        const BatchOptions asked{.halt = {.when = HaltRule::When::Now, .failures = 5}};
        QCOMPARE((*makeSettings(first, {}, {.profiles = &store, .batch = asked}))->batch.halt, asked.halt);
        first.fallback = first.id;
        QVERIFY(!makeSettings(first, {}, {.profiles = &store}));
    }

    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = toPath(m_temporary->path());
        m_out = m_folder / "out";
        fs::create_directory(m_out);
    }
    void cleanup()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored); // QTemporaryDir cannot remove names that are not text
    }

    void conflictRule_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QByteArray>("there");  // where the name is on disk
        QTest::addColumn<QByteArray>("second"); // where two inputs want it
        QTest::newRow("rename") << int(ConflictRule::Rename) << "out/a (2).flac"_ba
                                << "out/A (2).flac"_ba;
        QTest::newRow("skip") << int(ConflictRule::Skip) << "output-exists"_ba
                              << "output-exists"_ba;
        QTest::newRow("fail") << int(ConflictRule::Fail) << "output-exists"_ba
                              << "output-exists"_ba;
        QTest::newRow("overwrite") << int(ConflictRule::Overwrite) << "out/a.flac"_ba
                                   << "out/A (2).flac"_ba;
    }

    void conflictRule()
    {
        QFETCH(int, rule);
        QFETCH(QByteArray, there);
        QFETCH(QByteArray, second);
        const auto conflict = static_cast<ConflictRule>(rule);
        // Names that differ in case only clash on exFAT and NTFS.
        const std::vector<PlanItem> pair{item(add("1/a.wav"), conflict), item(add("2/A.wav"), conflict)};
        std::vector<JobPlan> plans = plan(pair);
        QCOMPARE(target(plans[0]), "out/a.flac"_ba);
        QCOMPARE(target(plans[1]), second);
        add("out/a.flac");
        plans = plan({pair[0]});
        QCOMPARE(target(plans[0]), there);
    }

    void names_clashInUnicodeFormsToo()
    {
        const std::vector<JobPlan> plans = plan(
            {item(add("1/\xc3\xa9.wav")), item(add("2/e\xcc\x81.wav")), item(add("3/\xff.wav")), item(add("4/\xff.wav"))});
        QCOMPARE(target(plans[1]), "out/e\xcc\x81 (2).flac"_ba);
        QCOMPARE(target(plans[2]), "out/\xff.flac"_ba);
        QCOMPARE(target(plans[3]), "out/\xff (2).flac"_ba);
    }

    void danglingLink_isATakenName()
    {
        fs::create_symlink("nowhere", m_out / "a.flac");
        QCOMPARE(target(plan({item(add("1/a.wav"))})[0]), "out/a (2).flac"_ba);
    }

    void source_isNeverReplaced()
    {
        const Path flac = add("a.flac", "flac");
        const Path wave = add("a.wav", "wave");
        m_out.clear(); // beside each source
        QCOMPARE(target(plan({item(flac, ConflictRule::Overwrite)})[0]), "output-exists"_ba);
        // The source of another job of the batch is a source as well.
        const std::vector<JobPlan> both = plan({item(wave, ConflictRule::Overwrite), item(flac, ConflictRule::Overwrite)});
        QCOMPARE(target(both[0]), "output-exists"_ba);
        // However the folder is spelled.
        fs::create_directory_symlink(m_folder, m_folder / "link");
        m_out = m_folder / "link";
        QCOMPARE(target(plan({item(flac, ConflictRule::Overwrite)})[0]), "output-exists"_ba);
        m_out.clear();
        QCOMPARE(toBytes(Path(plan({item(flac)})[0].outputStem.toStdString())), "a (2)"_ba);
    }

    void wrongKind_isRefused()
    {
        PlanItem picture = item(add("1/a.png"));
        picture.info.kind = MediaKind::Image;
        PlanItem broken = item(add("1/b.wav"));
        broken.refusal = Error{ErrorKind::DamagedInput, u"broken"_s, {}};
        PlanItem brokenPicture = item(add("1/cover.jpg"));
        brokenPicture.info.kind = MediaKind::Image;
        brokenPicture.refusal = broken.refusal;
        const std::vector<JobPlan> plans = plan({picture, broken, item(add("1/c.wav")), brokenPicture});
        QCOMPARE(target(plans[0]), "unsupported-format"_ba);
        QCOMPARE(target(plans[1]), "damaged-input"_ba);
        QCOMPARE(plans[1].outputStem, "b"_ba); // so that it can be tried again
        QCOMPARE(plans[1].outputFolder, m_out);
        QCOMPARE(target(plans[2]), "out/c.flac"_ba);
        QCOMPARE(plans[2].number, 3);
        QCOMPARE(target(plans[3]), "unsupported-format"_ba); // no failure of an album
    }

    void folder_unwritable()
    {
        m_out = add("file") / "sub";
        QCOMPARE(target(plan({item(add("1/a.wav"))})[0]), "output-unwritable"_ba);
        if (::geteuid() == 0)
            return; // may write everywhere
        m_out = m_folder / "closed";
        fs::create_directory(m_out);
        fs::permissions(m_out, fs::perms::owner_read);
        QCOMPARE(target(plan({item(add("1/a.wav"))})[0]), "output-unwritable"_ba);
    }

    void folders_ofTheSourceAndTheTemplate()
    {
        PlanItem nested = item(add("in/x/a.wav"));
        nested.input.relativeFolder = "x";
        nested.nameTemplate = u"{ext}/{n:02}"_s;
        const Path folder = plan({nested})[0].outputFolder;
        QCOMPARE(folder, m_out / "x" / "flac");
        QVERIFY(!fs::exists(folder)); // nothing is made yet
        QCOMPARE(plan({nested})[0].outputStem, "01"_ba);
        QCOMPARE(planJobs({nested}, {m_out, false})[0].outputFolder, m_out / "flac");
        // An album's tracks come together, whatever folders they were in.
        nested.info.tags = {{u"artist"_s, u"Ann"_s}, {u"album"_s, u"Songs"_s}};
        nested.nameTemplate = u"{artist}/{album}/{n:02}"_s;
        QCOMPARE(plan({nested})[0].outputFolder, m_out / "Ann" / "Songs");
        nested.nameTemplate = u"flac/{album} {n:02}"_s;
        QCOMPARE(plan({nested})[0].outputFolder, m_out / "x" / "flac");
    }

    void frames_areNumbered()
    {
        PlanItem series = item(add("1/a.dcm"), ConflictRule::Rename, u"png"_s);
        auto settings = std::make_shared<ConversionSettings>(*series.settings);
        settings->converter = u"dicom"_s;
        series.settings = settings;
        series.info.kind = MediaKind::Dicom;
        series.info.frames = 3;
        QCOMPARE(plan({series})[0].outputStem, "a"_ba);
        add("out/a-0001.png");
        QCOMPARE(plan({series})[0].outputStem, "a (2)"_ba);
        QCOMPARE(outputNames("a", u"png"_s, 3), (std::vector<QByteArray>{"a-0001.png", "a-0002.png", "a-0003.png"}));
    }

    void manyFilesOfOneName_areLinear()
    {
        constexpr int count = 20'000;
        std::vector<PlanItem> items(count, item(add("1/track.wav")));
        for (int i = 0; i < count; ++i)
            items[size_t(i)].input.path = "/nowhere/" + std::to_string(i) + "/track.wav";
        QElapsedTimer timer;
        timer.start();
        const std::vector<JobPlan> plans = plan(std::move(items));
        QVERIFY2(timer.elapsed() < 10'000,
                 qPrintable(QString::number(timer.elapsed()))); // 200 million names would take minutes
        QSet<QByteArray> names;
        for (const JobPlan &one : plans)
            names.insert(target(one));
        QCOMPARE(names.size(), count);
        QVERIFY(names.contains("out/track (20000).flac"));
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
