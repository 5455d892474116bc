// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuegroups.h"

#include "ui/queuefixture.h"
#include "ui/widgets/queueview.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestQueueGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<QueueModel>();
        m_model->setProfiles(testProfiles());
        m_proxy = std::make_unique<QueueProxy>(*m_model);
        m_groups = std::make_unique<QueueGroups>(*m_model, *m_proxy);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_groups.get());
        m_model->append({file(1, "/a/one.png"), file(2, "/b/two.mp4", MediaKind::Video), file(3, "/a/three.png"),
                         file(4, "/b/four.png")});
    }

    void cleanup()
    {
        m_tester.reset();
        m_groups.reset();
        m_proxy.reset();
        m_model.reset();
    }

    void folders_gatherTheirFiles()
    {
        m_groups->setGrouping(Grouping::Folder);
        QCOMPARE(shown(),
                 (QStringList{u"/a (2 file(s))"_s, u"one.png"_s, u"three.png"_s, u"/b (2 file(s))"_s, u"two.mp4"_s,
                              u"four.png"_s}));
        QCOMPARE(m_groups->headings(), (QList<int>{0, 3}));
        QCOMPARE(m_groups->ids(3), (QList<RowId>{2, 4}));
    }

    void profiles_gatherTheirFilesAndFollowChanges()
    {
        m_groups->setGrouping(Grouping::Profile);
        QCOMPARE(m_groups->headings().size(), 2);
        QCOMPARE(m_groups->ids(0), (QList<RowId>{1, 3, 4}));
        m_model->setChoices({{.id = 4, .profileId = u"tool"_s, .overrides = {}}});
        QTRY_COMPARE(m_groups->headings().size(), 3);
        QCOMPARE(m_groups->ids(0), (QList<RowId>{1, 3}));
    }

    void folded_filesAreAwayAndComeBack()
    {
        m_groups->setGrouping(Grouping::Folder);
        m_groups->setFolded(0, true);
        QCOMPARE(shown(), (QStringList{u"/a (2 file(s))"_s, u"/b (2 file(s))"_s, u"two.mp4"_s, u"four.png"_s}));
        QCOMPARE(m_groups->rowOf(0), -1);
        QCOMPARE(m_groups->ids(0), (QList<RowId>{1, 3})); // a folded group still stands for its files
        m_groups->setFolded(0, false);
        QCOMPARE(m_groups->rowCount(), 6);
    }

    void headings_speak()
    {
        m_groups->setGrouping(Grouping::Folder);
        const auto spoken = [this] { return m_groups->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
        QCOMPARE(spoken(), u"Group /a, 2 file(s), unfolded"_s);
        m_groups->setFolded(0, true);
        QCOMPARE(spoken(), u"Group /a, 2 file(s), folded"_s);
    }

    void files_thatComeAndGoAreFollowed()
    {
        m_groups->setGrouping(Grouping::Folder);
        m_model->append({file(5, "/c/five.png")});
        QTRY_COMPARE(m_groups->headings().size(), 3);
        m_model->take({2, 4});
        QTRY_COMPARE(m_groups->headings().size(), 2);
        m_proxy->setText(u"five"_s);
        QTRY_COMPARE(shown(), (QStringList{u"/c (1 file(s))"_s, u"five.png"_s}));
    }

    void view_keepsTheSelectionThroughGroupingAndFolding()
    {
        QueueView view(*m_model);
        view.resize(600, 400);
        view.selectRows({3, 4});
        view.setGrouping(Grouping::Folder);
        QCOMPARE(view.selectedRows(), (QList<RowId>{3, 4}));
        m_model->append({file(5, "/c/five.png")});
        QTRY_COMPARE(view.model()->rowCount(), 8);
        QCOMPARE(view.selectedRows(), (QList<RowId>{3, 4}));
        view.setGrouping(Grouping::None);
        QCOMPARE(view.selectedRows(), (QList<RowId>{3, 4}));
    }

    void view_headingSelectsItsGroup()
    {
        QueueView view(*m_model);
        view.setGrouping(Grouping::Folder);
        view.selectRow(3);
        QCOMPARE(view.selectedRows(), (QList<RowId>{2, 4}));
        QVERIFY(!view.isInListOrder());
    }

    void view_foldsByKey()
    {
        QueueView view(*m_model);
        view.setGrouping(Grouping::Folder);
        view.setCurrentIndex(view.model()->index(0, 0));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.model()->rowCount(), 4);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(view.model()->rowCount(), 6);
    }

private:
    static QueueRow file(RowId id, const char *path, MediaKind kind = MediaKind::Image)
    {
        QueueRow row = testRow(id, "x", kind);
        row.input.path = Path(path);
        return row;
    }

    QStringList shown() const
    {
        QStringList names;
        for (int i = 0; i < m_groups->rowCount(); ++i)
            names << m_groups->index(i, 0).data().toString();
        return names;
    }

    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<QueueProxy> m_proxy;
    std::unique_ptr<QueueGroups> m_groups;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestQueueGroups)
#include "tst_queuegroups.moc"
