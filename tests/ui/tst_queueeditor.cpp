// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queueeditor.h"
#include "ui/queuefixture.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestQueueEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<QueueModel>();
        m_model->setProfiles(testProfiles());
        m_editor = std::make_unique<QueueEditor>(*m_model);
    }

    void add_ofOneDropIsUndoneTogether()
    {
        const std::unique_ptr<QAction> undo(m_editor->stack().createUndoAction(nullptr, u"Undo"_s));
        m_editor->add({testRow(1, "a.png")}, 1);
        m_editor->add({testRow(2, "b.png"), testRow(3, "c.png")}, 1);
        QCOMPARE(undo->text(), u"Undo adding 3 file(s)"_s);
        m_editor->add({testRow(4, "d.png")}, 2);
        QCOMPARE(m_editor->stack().count(), 2);
        m_editor->stack().undo();
        QCOMPARE(m_model->rowCount(), 3);
        m_editor->stack().undo();
        QCOMPARE(m_model->rowCount(), 0);
        m_editor->stack().redo();
        m_editor->stack().redo();
        QCOMPARE(m_model->rowCount(), 4);
        QCOMPARE(m_model->at(1).id, 2u);
    }

    void remove_comesBackWithoutItsJob()
    {
        m_editor->add({testRow(1, "a.png"), testRow(2, "b.png")}, 1);
        m_model->setJobs({{.id = 1, .job = 7, .stem = "a", .status = {}}});
        QSignalSpy removed(m_editor.get(), &QueueEditor::removed);
        m_editor->remove({1});
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().at(1).value<QList<JobId>>(), QList<JobId>{7});
        QCOMPARE(m_model->rowCount(), 1);
        m_editor->stack().undo();
        QCOMPARE(m_model->at(0).id, 1u);
        QCOMPARE(m_model->stateAt(0), RowState::Ready);
    }

    void move_isUndoneAndDone_data()
    {
        QTest::addColumn<QList<RowId>>("ids");
        QTest::addColumn<int>("before");
        QTest::addColumn<QList<RowId>>("after");
        QTest::newRow("to the top") << QList<RowId>{3} << 0 << QList<RowId>{3, 1, 2, 4, 5};
        QTest::newRow("several, in list order") << QList<RowId>{5, 2} << 0 << QList<RowId>{2, 5, 1, 3, 4};
        QTest::newRow("down") << QList<RowId>{1, 2} << 4 << QList<RowId>{3, 4, 1, 2, 5};
        QTest::newRow("to the end") << QList<RowId>{1, 3} << 5 << QList<RowId>{2, 4, 5, 1, 3};
        QTest::newRow("around the place") << QList<RowId>{1, 5} << 2 << QList<RowId>{2, 1, 5, 3, 4};
    }

    void move_isUndoneAndDone()
    {
        QFETCH(QList<RowId>, ids);
        QFETCH(int, before);
        QFETCH(QList<RowId>, after);
        m_editor->add(
            {testRow(1, "a.png"), testRow(2, "b.png"), testRow(3, "c.png"), testRow(4, "d.png"), testRow(5, "e.png")}, 1);
        const QPersistentModelIndex third = m_model->index(2, 0);
        const auto all = [](RowState) { return true; };
        m_editor->move(ids, before);
        QCOMPARE(m_model->rowsWhere(all), after);
        QCOMPARE(m_model->at(third.row()).id, 3u); // what was selected stays selected
        QCOMPARE(m_model->indexOf(3), third.row());
        QVERIFY(m_model->isArranged());
        m_editor->stack().undo();
        QCOMPARE(m_model->rowsWhere(all), (QList<RowId>{1, 2, 3, 4, 5}));
        m_editor->stack().redo();
        QCOMPARE(m_model->rowsWhere(all), after);
    }

    void move_nowhereIsNoStep()
    {
        m_editor->add({testRow(1, "a.png"), testRow(2, "b.png")}, 1);
        m_editor->move({1}, 0);
        m_editor->move({1}, 1);
        QCOMPARE(m_editor->stack().count(), 1);
    }

    void setProfile_dropsOverridesAndIsUndone()
    {
        m_editor->add({testRow(1, "a.png")}, 1);
        m_editor->setOption({1}, u"quality"_s, 50);
        m_editor->setProfile({1}, u"tool"_s);
        QVERIFY(m_model->at(0).overrides.isEmpty());
        m_editor->stack().undo();
        QCOMPARE(m_model->at(0).profileId, u"photo"_s);
        QCOMPARE(m_model->at(0).overrides.value(u"quality"_s).toInt(), 50);
    }

    void setOption_mergesWhileTyping()
    {
        m_editor->add({testRow(1, "a.png")}, 1);
        const int before = m_editor->stack().count();
        m_editor->setOption({1}, u"quality"_s, 50);
        m_editor->setOption({1}, u"quality"_s, 51);
        m_editor->setOption({1}, u"gamma"_s, 2.0);
        QCOMPARE(m_editor->stack().count(), before + 2);
        m_editor->stack().undo();
        m_editor->stack().undo();
        QVERIFY(m_model->at(0).overrides.isEmpty());
    }

    void setOption_undefinedPutsTheProfilesBack()
    {
        m_editor->add({testRow(1, "a.png")}, 1);
        m_editor->setOption({1}, u"quality"_s, 50);
        m_editor->setOption({1}, u"quality"_s, QJsonValue(QJsonValue::Undefined));
        QVERIFY(m_model->at(0).overrides.isEmpty());
    }

    void duplicate_isAnotherRowOfTheSameFile()
    {
        m_editor->add({testRow(1, "a.png")}, 1);
        const QList<RowId> copies = m_editor->duplicate({1});
        QCOMPARE(copies.size(), 1);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->at(1).input.path, m_model->at(0).input.path);
        m_editor->setProfile(copies, u"tool"_s);
        QCOMPARE(m_model->at(0).profileId, u"photo"_s);
    }

private:
    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<QueueEditor> m_editor;
};

QTEST_MAIN(TestQueueEditor)
#include "tst_queueeditor.moc"
