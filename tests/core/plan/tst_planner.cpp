// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Planner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void plan_besideTheSource();
    void plan_keepsFolders();
    void plan_conflictOnDisk_data();
    void plan_conflictOnDisk();
    void plan_clashInBatch();
    void plan_neverOverItsSource();
    void plan_wrongKind();
    void plan_unwritableFolder();
    void plan_manyOfOneName();
    void outputNames_ofFrames();

private:
    Path folder() const { return toPath(m_folder->path()); }
    static PlanItem item(const Path &path, ConflictRule rule = ConflictRule::Rename)
    {
        ConversionSettings settings;
        settings.converter = u"image"_s;
        settings.extension = u"png"_s;
        settings.profileName = u"Test"_s;
        settings.conflict = rule;
        PlanItem item;
        item.input.path = path;
        item.info.kind = MediaKind::Image;
        item.settings = std::make_shared<const ConversionSettings>(settings);
        return item;
    }
    void touch(const char *name) const
    {
        QFile file(folder() / name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Planner::plan_besideTheSource()
{
    const auto plans = planJobs({item(folder() / "a.jpg")}, {});
    QCOMPARE(plans.size(), 1u);
    QVERIFY(!plans[0].refusal);
    QCOMPARE(plans[0].outputFolder, folder());
    QCOMPARE(plans[0].outputStem, "a"_ba);
    QCOMPARE(plans[0].number, 1);
}

void tst_Planner::plan_keepsFolders()
{
    PlanItem nested = item("/in/sub/a.jpg");
    nested.input.relativeFolder = "sub";
    QCOMPARE(planJobs({nested}, {.outputFolder = folder()})[0].outputFolder, folder() / "sub");
    QCOMPARE(planJobs({nested}, {.outputFolder = folder(), .keepFolders = false})[0].outputFolder, folder());
}

void tst_Planner::plan_conflictOnDisk_data()
{
    QTest::addColumn<ConflictRule>("rule");
    QTest::addColumn<QByteArray>("stem");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("rename") << ConflictRule::Rename << QByteArray("a (2)") << false;
    QTest::newRow("skip") << ConflictRule::Skip << QByteArray("a") << true;
    QTest::newRow("overwrite") << ConflictRule::Overwrite << QByteArray("a") << false;
    QTest::newRow("fail") << ConflictRule::Fail << QByteArray("a") << true;
}

void tst_Planner::plan_conflictOnDisk()
{
    QFETCH(ConflictRule, rule);
    QFETCH(QByteArray, stem);
    QFETCH(bool, isRefused);
    touch("a.png");
    const auto plans = planJobs({item("/in/a.jpg", rule)}, {.outputFolder = folder()});
    QCOMPARE(plans[0].outputStem, stem);
    QCOMPARE(plans[0].refusal.has_value(), isRefused);
    if (isRefused)
        QCOMPARE(plans[0].refusal->kind, ErrorKind::OutputExists);
}

void tst_Planner::plan_clashInBatch()
{
    // Two of one name, a third that only differs in case and a fourth only in Unicode form: a stick may not tell them apart.
    const auto plans = planJobs({item("/1/Ä.jpg", ConflictRule::Overwrite), item("/2/Ä.jpg", ConflictRule::Overwrite), item("/3/ä.jpg"),
                                 item("/4/A\u0308.jpg")},
                                {.outputFolder = folder()});
    std::set<QByteArray> folded;
    for (const JobPlan &plan : plans) {
        QVERIFY(!plan.refusal);
        folded.insert(QString::fromUtf8(plan.outputStem).normalized(QString::NormalizationForm_C).toCaseFolded().toUtf8());
    }
    QCOMPARE(folded.size(), 4u);
}

void tst_Planner::plan_neverOverItsSource()
{
    touch("a.png");
    const auto plans = planJobs({item(folder() / "a.png", ConflictRule::Overwrite)}, {});
    QVERIFY(plans[0].refusal);
    QCOMPARE(plans[0].refusal->kind, ErrorKind::OutputExists);
}

void tst_Planner::plan_wrongKind()
{
    PlanItem video = item("/in/a.mp4");
    video.info.kind = MediaKind::Video;
    const auto plans = planJobs({video}, {.outputFolder = folder()});
    QVERIFY(plans[0].refusal);
    QCOMPARE(plans[0].refusal->kind, ErrorKind::UnsupportedFormat);
}

void tst_Planner::plan_unwritableFolder()
{
    touch("file");
    const auto plans = planJobs({item("/in/a.jpg")}, {.outputFolder = folder() / "file/sub"});
    QVERIFY(plans[0].refusal);
    QCOMPARE(plans[0].refusal->kind, ErrorKind::OutputUnwritable);
}

void tst_Planner::plan_manyOfOneName()
{
    // 4,000 cameras that call every picture the same: each plan gets a name, and none is tried 4,000 times.
    std::vector<PlanItem> items;
    for (int i = 0; i < 4000; ++i)
        items.push_back(item(Path("/in") / std::to_string(i) / "IMG.jpg"));
    std::set<QByteArray> stems;
    for (const JobPlan &plan : planJobs(std::move(items), {.outputFolder = folder()}))
        stems.insert(plan.outputStem);
    QCOMPARE(stems.size(), 4000u);
}

void tst_Planner::outputNames_ofFrames()
{
    QCOMPARE(outputNames("a", u"png"_s, 1), std::vector<QByteArray>{"a.png"});
    const auto frames = outputNames("a", u"png"_s, 12);
    QCOMPARE(frames.size(), 12u);
    QCOMPARE(frames[0], "a-0001.png"_ba);
    QCOMPARE(frames[11], "a-0012.png"_ba);
}

QTEST_GUILESS_MAIN(tst_Planner)
#include "tst_planner.moc"
