// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pastbatches.h"

#include "core/engine/enginehost.h"
#include "core/plan/planner.h"
#include "ui/dialogs/historydialog.h"

#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestPastBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_STATE_HOME", m_home.path().toUtf8());
        auto journal = Journal::open(journalFile(defaultStateFolder()));
        QVERIFY(bool(journal));
        QVERIFY((*journal)->addBatch(
            {.id = u"first"_s, .profile = u"Photos"_s, .plans = {plan(1, "here.png"), plan(2, "gone.png")}}));
        QVERIFY((*journal)->setStatus(u"first"_s, 1, {.state = JobState::Done, .attempts = 1}));
        QVERIFY((*journal)->setStatus(
            u"first"_s, 2,
            {.state = JobState::Failed, .error = Error{ErrorKind::DamagedInput, u"It is <damaged>."_s, {}}, .attempts = 1}));
        QVERIFY((*journal)->endBatch(u"first"_s));
        QVERIFY((*journal)->addBatch({.id = u"second"_s, .profile = u"Photos"_s, .plans = {plan(1, "here.png")}}));
        QFile here(m_home.filePath(u"here.png"_s));
        QVERIFY(here.open(QIODevice::WriteOnly));
        here.write("abc");
    }

    void load_knowsTheSourcesAsTheyAreNow()
    {
        PastBatches past;
        QSignalSpy loaded(&past, &PastBatches::loaded);
        past.load(u"first"_s);
        QVERIFY(loaded.wait());
        const auto plans = loaded.first().first().value<std::shared_ptr<std::vector<JobPlan>>>();
        QCOMPARE(plans->size(), 2u);
        QVERIFY(!plans->at(0).refusal);
        QCOMPARE(plans->at(0).input.identity.size, 3);
        QCOMPARE(plans->at(0).settings->profileId, u"photo-jpeg"_s);
        QVERIFY(plans->at(1).refusal.has_value());
    }

    void report_isAPageOfEveryFile()
    {
        PastBatches past;
        QSignalSpy written(&past, &PastBatches::reportWritten);
        past.report({u"first"_s});
        QVERIFY(written.wait());
        QFile page(displayName(written.first().first().value<Path>()));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(html.contains("here.png") && html.contains("gone.png"));
        QVERIFY(html.contains("It is &lt;damaged&gt;."));
    }

    void dialog_listsWhatWasDoneAndOffersWhatFits()
    {
        PastBatches past;
        HistoryDialog dialog(past);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *list = dialog.findChild<QTreeWidget *>();
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        const auto button = [&dialog](const QString &text) {
            for (QPushButton *one : dialog.findChildren<QPushButton *>()) {
                if (one->text() == text)
                    return one;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        for (int i = 0; i < 2; ++i) {
            list->setCurrentItem(list->topLevelItem(i));
            const bool interrupted = list->topLevelItem(i)->text(3).startsWith("interrupted"_L1);
            QCOMPARE(list->topLevelItem(i)->text(3), interrupted ? u"interrupted: 0 done"_s : u"1 done, 1 failed"_s);
            QCOMPARE(button(u"Go on with it"_s)->isEnabled(), interrupted);
            QVERIFY(button(u"Add the files again"_s)->isEnabled());
        }
        QSignalSpy loaded(&past, &PastBatches::loaded);
        button(u"Add the files again"_s)->click();
        QVERIFY(loaded.wait());
    }

private:
    JobPlan plan(int number, const char *name) const
    {
        JobPlan made;
        made.number = number;
        made.input.path = toPath(m_home.path()) / name;
        made.settings = std::make_shared<const ConversionSettings>(
            ConversionSettings{.profileId = u"photo-jpeg"_s, .profileName = u"Photos"_s, .converter = u"image"_s});
        made.outputFolder = toPath(m_home.path());
        return made;
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestPastBatches)
#include "tst_pastbatches.moc"
