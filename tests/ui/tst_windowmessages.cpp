// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryhome.h"
#include "ui/windowmessages.h"

#include "ui/batchcontroller.h"
#include "ui/desktop/windowaccessible.h"
#include "ui/queuefixture.h"
#include "ui/widgets/messagebar.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestWindowMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_home.isValid()); }

    void confinement_isSaidOnceForEachKernel()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        QueueModel model;
        QueueEditor editor(model);
        BatchController controller(model, editor, settings);
        const QString note = u"This kernel confines less (1, not 3)."_s;
        {
            Place place(controller, settings);
            Q_EMIT controller.confinementNoted(note);
            QCOMPARE(place.sentences(), QStringList{note});
        }
        Place place(controller, settings); // the next start
        Q_EMIT controller.confinementNoted(note);
        QCOMPARE(place.sentences(), QStringList{});
        Q_EMIT controller.confinementNoted(u"This kernel confines less (2, not 3)."_s);
        QCOMPARE(place.sentences().size(), 1);
    }

    void unknownFiles_areSaidApart()
    {
        Settings settings(m_home.filePath(u"convoy.ini"_s));
        QueueModel model;
        model.setProfiles(testProfiles());
        QueueEditor editor(model);
        BatchController controller(model, editor, settings);
        Place place(controller, settings);
        QSignalSpy wanted(&place.messages, &WindowMessages::unknownWanted);
        QueueRow unknown = testRow(1, "a.xyz", MediaKind::Unknown);
        unknown.profileId.clear();
        unknown.refusal = Error{ErrorKind::UnsupportedFormat, u"Nobody knows this."_s, {}};
        editor.add({unknown, testRow(2, "b.png")}, 1);
        Q_EMIT controller.stateChanged();
        QCOMPARE(place.sentences().size(), 1);
        Q_EMIT controller.stateChanged(); // and not again
        QCOMPARE(place.sentences().size(), 1);
        place.press(u"Show them"_s);
        QCOMPARE(wanted.size(), 1);
        place.press(u"Take them off the list"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.at(0).id, 2u);
        Q_EMIT controller.stateChanged();
        QTRY_COMPARE(place.sentences().size(), 0);
        editor.stack().undo();
        QCOMPARE(model.rowCount(), 2);
    }

    /// Whoever cannot see the window hears it.
    void message_isAnAlert()
    {
        installWindowAccessible();
        MessageBar bar(MessageBar::Tone::Trouble, u"The disk is full."_s, {}, {});
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&bar);
        QCOMPARE(heard->role(), QAccessible::AlertMessage);
        QCOMPARE(heard->text(QAccessible::Name), u"The disk is full."_s);
    }

    /// Of a name that looks like HTML: Qt would read files that it asks for.
    void message_isNoMarkup()
    {
        MessageBar bar(MessageBar::Tone::Trouble, u"“<img src='file:x'>.jpg” cannot be read."_s, u"<img src='file:x'>"_s,
                       {});
        const auto *label = bar.findChild<QLabel *>();
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(label->toolTip().contains("&lt;img"_L1), qPrintable(label->toolTip()));
    }

private:
    struct Place {
        Place(BatchController &controller, Settings &settings)
            : layout(new QVBoxLayout(&widget)),
              messages(controller, settings, *layout)
        {
        }

        QStringList sentences() const
        {
            QStringList texts;
            for (const QLabel *label : widget.findChildren<QLabel *>())
                texts << label->text();
            return texts;
        }

        void press(const QString &text) const
        {
            for (QPushButton *button : widget.findChildren<QPushButton *>()) {
                if (button->text() == text)
                    return button->click();
            }
            QFAIL(qPrintable(text));
        }

        QWidget widget;
        QVBoxLayout *layout;
        WindowMessages messages;
    };

    TemporaryHome m_home;
};

QTEST_MAIN(TestWindowMessages)
#include "tst_windowmessages.moc"
