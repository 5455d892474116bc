// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queueproxy.h"
#include "ui/queuefixture.h"
#include "ui/widgets/batchbar.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<RowId> idsOf(const QueueModel &model)
{
    QList<RowId> ids;
    for (int i = 0; i < model.rowCount(); ++i)
        ids.append(model.at(i).id);
    return ids;
}

QString text(const QueueModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

JobStatus status(JobState state, double fraction = 0)
{
    JobStatus result;
    result.state = state;
    result.fraction = fraction;
    return result;
}

} // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<QueueModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setProfiles(testProfiles());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void toolTip_isNoMarkup()
    {
        m_model->append({testRow(1, "<img src='file:x'>.png"), testRow(2, "a.png")});
        const QString tip = text(*m_model, 0, QueueModel::NameColumn, Qt::ToolTipRole);
        QVERIFY2(tip.contains("&lt;img"_L1) && !tip.contains("<img"_L1), qPrintable(tip));
        QVERIFY(text(*m_model, 1, QueueModel::NameColumn, Qt::ToolTipRole).endsWith("/a.png"_L1));
    }

    void append_showsFileAndProfile()
    {
        m_model->append({testRow(1, "a.png")});
        QCOMPARE(text(*m_model, 0, QueueModel::NameColumn), u"a.png"_s);
        QCOMPARE(text(*m_model, 0, QueueModel::ProfileColumn), u"Photos"_s);
        QCOMPARE(text(*m_model, 0, QueueModel::OutputColumn), u"a.jpg"_s);
        QCOMPARE(text(*m_model, 0, QueueModel::StateColumn), u"ready"_s);
        QCOMPARE(m_model->counts().startable(), 1);
    }

    /// What a tool has counted is a column, and numbers sort as numbers.
    /// Its column is hidden where there is little room, and the picture before the name cannot be heard.
    void kind_canBeHeardWithTheName()
    {
        m_model->append({testRow(1, "a.mp4", MediaKind::Video)});
        const QModelIndex name = m_model->index(0, QueueModel::NameColumn);
        QCOMPARE(name.data(Qt::AccessibleTextRole).toString(), u"a.mp4"_s);
        QCOMPARE(name.data(Qt::AccessibleDescriptionRole).toString(), u"video"_s);
    }

    /// Beside its source, an output that would have its name gets another one: nobody has to fear for the source.
    void output_neverHasTheNameOfItsSource()
    {
        m_model->append({testRow(1, "a.jpg"), testRow(2, "b.png")});
        QCOMPARE(text(*m_model, 0, QueueModel::OutputColumn), u"a (2).jpg"_s);
        QCOMPARE(text(*m_model, 1, QueueModel::OutputColumn), u"b.jpg"_s);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setBesideSources(false);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(text(*m_model, 0, QueueModel::OutputColumn), u"a.jpg"_s);
        m_model->setBesideSources(true);
        std::vector<Profile> overwriting = testProfiles();
        overwriting[0].conflict = ConflictRule::Overwrite;
        m_model->setProfiles(overwriting);
        QCOMPARE(text(*m_model, 0, QueueModel::OutputColumn), u"a.jpg"_s);
    }

    void results_areColumnsThatSort()
    {
        std::vector<Profile> profiles = testProfiles();
        profiles.front().options = {{u"columns"_s, QJsonArray{u"lines=(\\d+) lines"_s}}};
        m_model->setProfiles(profiles);
        m_model->append({testRow(1, "a.txt"), testRow(2, "b.txt"), testRow(3, "c.txt")});
        QueueProxy proxy(*m_model);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_model->columnCount(), int(QueueModel::ColumnCount));
        m_model->setJobs({{1, 11, "a", {}}, {2, 12, "b", {}}, {3, 13, "c", {}}});
        JobStatus few = status(JobState::Done);
        few.columns = {{u"lines"_s, 9LL}, {u"words"_s, 1.5}};
        JobStatus many = status(JobState::Done);
        many.columns = {{u"lines"_s, 10LL}, {u"what"_s, u"text"_s}};
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::columnsInserted);
        m_model->updateJobs({{11, many}, {12, few}});
        QCOMPARE(inserted.size(), 3);
        const int lines = QueueModel::ColumnCount;
        QCOMPARE(m_model->headerData(lines, Qt::Horizontal, Qt::DisplayRole).toString(), u"lines"_s);
        QCOMPARE(text(*m_model, 0, lines), u"10"_s);
        QCOMPARE(text(*m_model, 2, lines), QString());
        for (int row = 0; row < 3; ++row)
            QVERIFY(!text(*m_model, row, lines, Qt::AccessibleTextRole).isEmpty());
        const auto order = [&proxy](Qt::SortOrder how) {
            proxy.sort(QueueModel::ColumnCount, how);
            QStringList cells;
            for (int row = 0; row < proxy.rowCount(); ++row)
                cells.append(proxy.index(row, QueueModel::ColumnCount).data().toString());
            return cells;
        };
        QCOMPARE(order(Qt::AscendingOrder), (QStringList{QString(), u"9"_s, u"10"_s}));
        QCOMPARE(order(Qt::DescendingOrder), (QStringList{u"10"_s, u"9"_s, QString()}));
        m_model->take({1, 2, 3});
        m_model->append({testRow(4, "d.txt")});
        QCOMPARE(m_model->columnCount(), int(QueueModel::ColumnCount)); // a new list begins
    }

    void everyCell_hasTextForAssistiveTechnology()
    {
        QueueRow bare = testRow(1, "a.png", MediaKind::Unknown);
        bare.profileId.clear();
        bare.refusal = Error{ErrorKind::UnsupportedFormat, u"Nobody knows this."_s, {}};
        m_model->append({bare, testRow(2, "b.png")});
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < QueueModel::ColumnCount; ++column)
                QVERIFY2(!text(*m_model, row, column, Qt::AccessibleTextRole).isEmpty(),
                         qPrintable(u"column %1"_s.arg(column)));
        }
    }

    void running_saysPercent()
    {
        m_model->append({testRow(1, "a.png")});
        m_model->setJobs({{.id = 1, .job = 7, .stem = "a", .status = status(JobState::Running, 0.42)}});
        QCOMPARE(text(*m_model, 0, QueueModel::StateColumn, Qt::AccessibleTextRole), u"running, 42 percent"_s);
    }

    /// It has no slot any more: "running" would be more files than there are cores.
    void written_isFinishing()
    {
        m_model->append(testRows(2));
        m_model->setJobs({{.id = 1, .job = 7, .stem = "a", .status = status(JobState::Running, 1)},
                          {.id = 2, .job = 8, .stem = "b", .status = status(JobState::Running, 0.99)}});
        QCOMPARE(text(*m_model, 0, QueueModel::StateColumn), u"finishing"_s);
        QCOMPARE(text(*m_model, 0, QueueModel::StateColumn, Qt::AccessibleTextRole), u"finishing"_s);
        QCOMPARE(m_model->counts()[RowState::Running], 1);
        QCOMPARE(countsText(m_model->counts()), u"1 running, 1 finishing · 0 done, 0 failed, 0 skipped"_s);
        QCOMPARE(m_model->counts().active(), 2);
    }

    void done_saysWhatCameOut()
    {
        m_model->append({testRow(1, "a.png")});
        JobStatus done = status(JobState::Done, 1);
        done.outputBytes = 480;
        m_model->setJobs({{.id = 1, .job = 7, .stem = "a", .status = done}});
        QCOMPARE(text(*m_model, 0, QueueModel::StateColumn), u"done"_s);
        QCOMPARE(text(*m_model, 0, QueueModel::ResultColumn), u"480 bytes, 48 %"_s);
        QCOMPARE(m_model->index(0, QueueModel::ResultColumn).data(QueueModel::SortRole).toInt(), 480);
    }

    void failed_saysWhyInTheRow()
    {
        m_model->append({testRow(1, "a.png")});
        JobStatus failed = status(JobState::Failed);
        failed.error = Error{ErrorKind::DamagedInput, u"This picture is damaged."_s, u"bad chunk"_s};
        m_model->setJobs({{.id = 1, .job = 7, .stem = "a", .status = failed}});
        QCOMPARE(text(*m_model, 0, QueueModel::StateColumn), u"failed: This picture is damaged."_s);
        QCOMPARE(m_model->counts().failed(), 1);
    }

    void unknownKind_isListedAndSkipped()
    {
        QueueRow row = testRow(1, "a.xyz", MediaKind::Unknown);
        row.profileId.clear();
        row.refusal = Error{ErrorKind::UnsupportedFormat, u"Nobody knows this."_s, {}};
        m_model->append({row});
        QCOMPARE(m_model->stateAt(0), RowState::Ignored);
        QCOMPARE(text(*m_model, 0, QueueModel::StateColumn), u"skipped: Nobody knows this."_s);
        QCOMPARE(m_model->counts().skipped(), 1);
        m_model->setChoices({{1, u"tool"_s, {}}});
        QCOMPARE(m_model->stateAt(0), RowState::Ready); // a tool takes anything
    }

    void wrongProfile_isAProblem()
    {
        m_model->append({testRow(1, "a.png")});
        m_model->setChoices({{1, u"video"_s, {}}});
        QCOMPARE(m_model->stateAt(0), RowState::Problem);
    }

    void setProbed_correctsTheKind()
    {
        m_model->setDefaultProfile([](MediaKind kind) { return kind == MediaKind::Video ? u"video"_s : u"photo"_s; });
        QueueRow row = testRow(1, "a.ogg", MediaKind::Video);
        row.probed = false;
        m_model->append({row});
        QCOMPARE(m_model->stateAt(0), RowState::Reading);
        ProbedFile probed{.id = 1};
        probed.info.kind = MediaKind::Audio;
        m_model->setProbed({probed});
        QCOMPARE(m_model->at(0).kind, MediaKind::Audio);
        QCOMPARE(m_model->at(0).profileId, u"photo"_s);
    }

    void setProbed_waitsForItsRow()
    {
        ProbedFile probed{.id = 1};
        probed.info.kind = MediaKind::Image;
        m_model->setProbed({probed});
        QueueRow row = testRow(1, "a.png");
        row.probed = false;
        m_model->append({row});
        QCOMPARE(m_model->stateAt(0), RowState::Ready);
    }

    void take_put_restoresTheOrder_data()
    {
        QTest::addColumn<QList<RowId>>("taken");
        QTest::newRow("first") << QList<RowId>{1};
        QTest::newRow("last") << QList<RowId>{9, 10};
        QTest::newRow("scattered") << QList<RowId>{8, 2, 5};
        QTest::newRow("all") << QList<RowId>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        QTest::newRow("unknown") << QList<RowId>{99};
    }

    void take_put_restoresTheOrder()
    {
        QFETCH(QList<RowId>, taken);
        m_model->append(testRows(10));
        const QList<RowId> before = idsOf(*m_model);
        std::vector<PlacedRow> rows = m_model->take(taken);
        for (const RowId id : taken)
            QVERIFY(!m_model->find(id));
        for (int i = 0; i < m_model->rowCount(); ++i)
            QCOMPARE(m_model->indexOf(m_model->at(i).id), i);
        m_model->put(std::move(rows));
        QCOMPARE(idsOf(*m_model), before);
        QCOMPARE(m_model->counts().startable(), 10);
    }

    void updateJobs_announcesOneRangeForNeighbours()
    {
        m_model->append(testRows(10));
        std::vector<QueueModel::Submission> submissions;
        for (RowId id = 1; id <= 10; ++id)
            submissions.push_back({.id = id, .job = 100 + id, .stem = "x", .status = status(JobState::Queued)});
        m_model->setJobs(submissions);
        QSignalSpy spy(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->updateJobs({{104, status(JobState::Done)}, {103, status(JobState::Done)}, {108, status(JobState::Failed)}});
        QCOMPARE(spy.count(), 2);
        QCOMPARE(m_model->counts().done(), 2);
        QCOMPARE(m_model->counts().failed(), 1);
        QCOMPARE(m_model->counts()[RowState::Queued], 7);
    }

    void setChoices_leavesRunningRowsAlone()
    {
        m_model->append({testRow(1, "a.png")});
        m_model->setJobs({{.id = 1, .job = 7, .stem = "a", .status = status(JobState::Running)}});
        m_model->setChoices({{1, u"tool"_s, {}}});
        QCOMPARE(m_model->at(0).profileId, u"photo"_s);
        m_model->updateJobs({{7, status(JobState::Failed)}});
        QSignalSpy released(m_model.get(), &QueueModel::jobsReleased);
        m_model->setChoices({{1, u"tool"_s, {}}});
        QCOMPARE(m_model->stateAt(0), RowState::Ready); // to be converted again
        QCOMPARE(released.count(), 1);
    }

    void contains_knowsPathsByBytes()
    {
        m_model->append({testRow(1, "caf\xe9.png")});
        QVERIFY(m_model->contains(Path("/in/caf\xe9.png")));
        QVERIFY(!m_model->contains(Path("/in/caf\xc3\xa9.png")));
        (void)m_model->take({1});
        QVERIFY(!m_model->contains(Path("/in/caf\xe9.png")));
    }

    void proxy_sortsSizesAsNumbersAndFilters()
    {
        m_model->append(testRows(12));
        QueueProxy proxy(*m_model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.sort(QueueModel::DetailsColumn, Qt::DescendingOrder);
        QCOMPARE(proxy.index(0, 0).data(QueueModel::IdRole).toULongLong(), 12u);
        QCOMPARE(proxy.index(11, 0).data(QueueModel::IdRole).toULongLong(), 1u);
        proxy.setText(u"PICTURE1"_s);
        QCOMPARE(proxy.rowCount(), 4); // 1, 10, 11, 12
        proxy.setStates(StateFilter::Done);
        QCOMPARE(proxy.rowCount(), 0);
    }

    /// Checksums of an album stand in the details, not between the columns that everybody needs.
    void results_thatNobodyAskedForAreNoColumns()
    {
        m_model->append({testRow(1, "a.wav")});
        m_model->setJobs({{1, 11, "a", {}}});
        JobStatus done = status(JobState::Done);
        done.columns = {{u"md5"_s, u"1f"_s}};
        m_model->updateJobs({{11, done}});
        QCOMPARE(m_model->columnCount(), int(QueueModel::ColumnCount));
    }

    void proxy_sortsALongListBesideTheWindow()
    {
        m_tester.reset();
        m_model->append(testRows(20000));
        QueueProxy proxy(*m_model);
        const auto first = [&proxy] { return proxy.index(0, 0).data(QueueModel::IdRole).toULongLong(); };
        QElapsedTimer time;
        time.start();
        proxy.sort(QueueModel::DetailsColumn, Qt::DescendingOrder);
        QVERIFY(proxy.isBusy());
        QCOMPARE(first(), 1u); // as before, until the order is known
        QVERIFY2(time.elapsed() < 50, qPrintable(QString::number(time.elapsed())));
        m_model->append({testRow(30000, "late.png")}); // comes while the others are sorted
        QTRY_COMPARE(first(), 30000u);
        QCOMPARE(proxy.index(1, 0).data(QueueModel::IdRole).toULongLong(), 20000u);
        proxy.setText(u"picture1999"_s);
        QTRY_COMPARE(proxy.rowCount(), 11);
        QCOMPARE(first(), 19999u);
        proxy.setText({});
        QTRY_COMPARE(proxy.rowCount(), 20001);
        proxy.sort(-1);
        QCOMPARE(first(), 1u);
    }

    void proxy_followsEveryChange_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("short list") << 60;
        QTest::newRow("long list") << 1300;
    }

    /// Whatever happens in whatever order: what is shown is what the filter takes of the list, in the order asked for.
    void proxy_followsEveryChange()
    {
        QFETCH(int, rows);
        QueueProxy proxy(*m_model);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->append(testRows(rows));
        QRandomGenerator random(7);
        std::vector<PlacedRow> away;
        RowId next = RowId(rows);
        for (int step = 0; step < 150; ++step) {
            const auto any = [&] { return m_model->at(random.bounded(m_model->rowCount())).id; };
            const QPersistentModelIndex kept = proxy.rowCount() > 0 ? proxy.index(proxy.rowCount() / 2, 0) : QModelIndex();
            const RowId keptId = kept.isValid() ? kept.data(QueueModel::IdRole).toULongLong() : 0;
            switch (random.bounded(8)) {
            case 0:
                m_model->append({testRow(next + 1, "new" + QByteArray::number(next)), testRow(next + 2, "picture")});
                next += 2;
                break;
            case 1: away = m_model->take({any(), any(), any()}); break;
            case 2: m_model->put(std::exchange(away, {})); break;
            case 3: m_model->arrange({{any(), random.bounded(m_model->rowCount())}}); break;
            case 4: {
                const RowId id = any();
                m_model->setJobs({{id, id, "x", status(random.bounded(2) ? JobState::Running : JobState::Done)}});
                break;
            }
            case 5: proxy.setText(random.bounded(2) ? QString() : QString::number(random.bounded(10))); break;
            case 6: proxy.setStates(random.bounded(2) ? StateFilter::All : StateFilter::Waiting); break;
            case 7: proxy.sort(random.bounded(-1, int(QueueModel::ColumnCount)), Qt::SortOrder(random.bounded(2))); break;
            }
            if (random.bounded(3) > 0)
                continue; // also several changes before anything has been worked out
            QTRY_VERIFY(isRight(proxy));
            if (kept.isValid())
                QCOMPARE(kept.data(QueueModel::IdRole).toULongLong(), keptId);
        }
    }

    void hundredThousandRows()
    {
        m_tester.reset(); // it looks at every row, which is what must not happen
        QueueProxy proxy(*m_model);
        for (int lot = 0; lot < 200; ++lot) {
            std::vector<QueueRow> rows;
            for (int i = 0; i < 500; ++i)
                rows.push_back(testRow(RowId(lot * 500 + i + 1), QByteArray::number(lot * 500 + i)));
            m_model->append(std::move(rows));
        }
        QCOMPARE(proxy.rowCount(), 100000);
        std::vector<QueueModel::Submission> submissions;
        for (RowId id = 1; id <= 100000; id += 1000)
            submissions.push_back({.id = id, .job = id, .stem = "x", .status = status(JobState::Running)});
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setJobs(submissions);
        // What is told to the views grows with what has changed, not with what there is.
        QVERIFY(changes.size() <= 100);
        proxy.setStates(StateFilter::Running);
        QCOMPARE(proxy.rowCount(), 100);
    }

private:
    /// The right rows, each once, the mapping there and back, and the order.
    bool isRight(const QueueProxy &proxy) const
    {
        if (proxy.isBusy())
            return false;
        QSet<int> shown;
        for (int row = 0; row < proxy.rowCount(); ++row) {
            const QModelIndex source = proxy.mapToSource(proxy.index(row, 0));
            if (shown.contains(source.row()) || proxy.mapFromSource(source).row() != row)
                return false;
            shown.insert(source.row());
            if (row > 0 && proxy.sortColumn() < 0 && source.row() < proxy.sourceRow(row - 1))
                return false;
        }
        QueueProxy fresh(*m_model);
        fresh.setStates(proxy.states());
        fresh.setText(proxy.text());
        fresh.sort(proxy.sortColumn(), proxy.sortOrder());
        if (!QTest::qWaitFor([&fresh] { return !fresh.isBusy(); }) || fresh.rowCount() != proxy.rowCount())
            return false;
        for (int row = 0; row < fresh.rowCount(); ++row) {
            if (fresh.sourceRow(row) != proxy.sourceRow(row))
                return false;
        }
        return true;
    }

    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
