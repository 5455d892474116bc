// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queueeditor.h"
#include "ui/queuefixture.h"

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
        m_editor->add({testRow(1, "a.png")}, 1);
        m_editor->add({testRow(2, "b.png"), testRow(3, "c.png")}, 1);
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

QTEST_GUILESS_MAIN(TestQueueEditor)
#include "tst_queueeditor.moc"
