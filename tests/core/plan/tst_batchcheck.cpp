// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batchplace.h"

#include "core/plan/batchcheck.h"

#include <QJsonArray>
#include <QTest>

#include <sys/statvfs.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

/// The whole batch, looked over before byte one.
class TestBatchCheck : public QObject
{
    Q_OBJECT

private:
    PlanItem item(const std::string &name, ConflictRule rule = ConflictRule::Rename)
    {
        auto settings = std::make_shared<ConversionSettings>(*m_place->settings);
        settings->conflict = rule;
        PlanItem item;
        item.input.path = m_place->add(name);
        item.input.identity = *sourceIdentity(item.input.path);
        item.info.kind = MediaKind::Audio;
        item.settings = settings;
        return item;
    }

    BatchCheck check(std::vector<PlanItem> items, const RateEstimate &rates = {}, const Path &out = {})
    {
        std::vector<NameClash> clashes;
        const auto plans = planJobs(std::move(items), {.outputFolder = out.empty() ? m_place->out() : out}, &clashes);
        return checkBatch(plans, clashes, rates);
    }

    static const BatchProblem *find(const BatchCheck &check, BatchProblem::Kind kind)
    {
        const auto it = std::ranges::find(check.problems, kind, &BatchProblem::kind);
        return it == check.problems.end() ? nullptr : &*it;
    }

    std::unique_ptr<BatchPlace> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<BatchPlace>(); }

    void good_hasNoProblems()
    {
        const BatchCheck result = check({item("a.wav"), item("b.wav")});
        QVERIFY(result.isDoable());
        QVERIFY(result.problems.empty());
        QCOMPARE(result.doable, 2);
        QCOMPARE(result.space.size(), size_t(1));
        QCOMPARE(result.space[0].neededBytes, qint64(12)); // "source" twice
        QVERIFY(result.space[0].freeBytes > 0);
    }

    void names_caseAndUnicodeFormDoNotTellThemApart()
    {
        // "ä" as one character and as two; "A" and "a".
        const BatchCheck result = check({item("Lied.wav"), item("lied.mp3"), item("\xc3\xa4.wav"), item("a\xcc\x88.mp3")});
        const BatchProblem *clash = find(result, BatchProblem::Kind::NameInBatch);
        QVERIFY(clash);
        QCOMPARE(clash->jobs, (std::vector<int>{2, 4}));
        QVERIFY(!clash->isBlocking && !clash->fix.isEmpty());
        QVERIFY(result.isDoable());
    }

    void names_onDisk_byRule()
    {
        m_place->add("out/a.txt");
        for (const ConflictRule rule :
             {ConflictRule::Rename, ConflictRule::Skip, ConflictRule::Overwrite, ConflictRule::Fail}) {
            const BatchCheck result = check({item("a.wav", rule)});
            QVERIFY(find(result, BatchProblem::Kind::NameOnDisk));
            QCOMPARE(result.isDoable(), rule != ConflictRule::Fail);
        }
    }

    void space_perFileSystem()
    {
        PlanItem huge = item("a.wav");
        huge.input.identity.size = qint64(1) << 60;
        const BatchCheck result = check({huge, item("b.wav")});
        const BatchProblem *full = find(result, BatchProblem::Kind::NoSpace);
        QVERIFY(full);
        QVERIFY(full->isBlocking && !result.isDoable());
        QCOMPARE(full->jobs.size(), size_t(2));
    }

    void space_byWhatOutputsWereSoFar()
    {
        RateEstimate rates;
        rates.learnSize(u"test"_s, 1000, 100);
        PlanItem large = item("a.wav");
        large.input.identity.size = 1'000'000;
        QCOMPARE(check({large}, rates).space[0].neededBytes, qint64(100'000));
    }

    void inputs_andFolders()
    {
        PlanItem gone = item("gone.wav");
        gone.refusal = Error{ErrorKind::UnreadableInput, u"There is no such file."_s, {}};
        PlanItem picture = item("p.wav");
        picture.info.kind = MediaKind::Image;
        const BatchCheck result = check({gone, picture, item("a.wav")});
        QCOMPARE(find(result, BatchProblem::Kind::UnreadableInput)->jobs, std::vector<int>{1});
        QCOMPARE(find(result, BatchProblem::Kind::Unsupported)->jobs, std::vector<int>{2});
        QCOMPARE(result.doable, 1);
        const BatchCheck nowhere = check({item("b.wav"), item("c.wav")}, {}, m_place->add("no folder") / "x");
        QVERIFY(find(nowhere, BatchProblem::Kind::UnwritableFolder));
        QCOMPARE(find(nowhere, BatchProblem::Kind::UnwritableFolder)->jobs, (std::vector<int>{1, 2}));
        QVERIFY(!nowhere.isDoable());
    }

    /// Root may write there as far as rights tell, and there is no room: but that is not why it does not go.
    void folder_ofTheKernel()
    {
        for (const char *folder : {"/proc/nowhere", "/proc", "/sys/x"}) {
            const BatchCheck result = check({item("a.wav")}, {}, folder);
            QVERIFY2(find(result, BatchProblem::Kind::UnwritableFolder), folder);
            QVERIFY2(!find(result, BatchProblem::Kind::NoSpace), folder);
        }
    }

    void space_thatIsNotToldIsNotZero()
    {
        struct statvfs system = {};
        if (::statvfs("/dev/pts", &system) != 0 || system.f_blocks != 0)
            QSKIP("No file system here that tells no size.");
        QVERIFY(!find(check({item("a.wav")}, {}, "/dev/pts"), BatchProblem::Kind::NoSpace));
    }

    void tool_missing()
    {
        const auto withCommand = [this](const QString &program) {
            PlanItem tool = item("t.txt");
            auto settings = std::make_shared<ConversionSettings>(*tool.settings);
            settings->converter = u"tool"_s;
            settings->options = OptionValues(
                {{u"command"_s, QStringList{program, u"{input}"_s}}, {u"required_package"_s, u"some-package"_s}});
            tool.settings = settings;
            return tool;
        };
        const BatchCheck result = check({withCommand(u"no-such-program-anywhere"_s), withCommand(u"cat"_s)});
        const BatchProblem *missing = find(result, BatchProblem::Kind::MissingTool);
        QVERIFY(missing);
        QCOMPARE(missing->jobs, std::vector<int>{1});
        QVERIFY(missing->fix.contains("some-package"_L1));
        QCOMPARE(check({withCommand(u"/nowhere/tool"_s)}).doable, 0);
    }

    void tool_inThePathOfItsProfile()
    {
        const Path tool = m_place->add("own-tool");
        fs::permissions(tool, fs::perms::owner_all);
        PlanItem row = item("t.txt");
        auto settings = std::make_shared<ConversionSettings>(*row.settings);
        settings->converter = u"tool"_s;
        settings->options = OptionValues(
            {{u"command"_s, QStringList{u"own-tool"_s, u"{input}"_s}},
             {u"environment"_s, QStringList{u"PATH="_s + QString::fromStdString(tool.parent_path().native())}}});
        row.settings = settings;
        QVERIFY(!find(check({row}), BatchProblem::Kind::MissingTool));
    }

    void json_andLines()
    {
        const BatchCheck result = check({item("a.wav"), item("a.mp3")});
        const QJsonObject object = batchCheckToJson(result);
        QCOMPARE(object["doable"_L1].toInt(), 2);
        const QJsonObject problem = object["problems"_L1].toArray()[0].toObject();
        QCOMPARE(problem["kind"_L1].toString(), u"name-in-batch"_s);
        QCOMPARE(problem["jobs"_L1].toArray()[0].toInt(), 2);
        QVERIFY(batchCheckLines(result)[0].contains(result.problems[0].fix));
    }
};

QTEST_APPLESS_MAIN(TestBatchCheck)
#include "tst_batchcheck.moc"
