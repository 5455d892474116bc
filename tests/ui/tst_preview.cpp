// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/compareview.h"
#include "ui/preview/cropcontrols.h"
#include "ui/preview/cropview.h"
#include "ui/preview/trimcontrols.h"
#include "ui/preview/windowcontrols.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crop_keepsItsShape_data()
    {
        QTest::addColumn<QPoint>("from"); // on the screen, a picture of 400 × 300 in 416 × 316
        QTest::addColumn<QPoint>("by");
        QTest::newRow("right edge") << QPoint(208, 108) << QPoint(40, 0);
        QTest::newRow("bottom edge") << QPoint(158, 158) << QPoint(0, 30);
        QTest::newRow("top left corner") << QPoint(108, 58) << QPoint(-20, -5);
    }

    void crop_keepsItsShape()
    {
        QFETCH(QPoint, from);
        QFETCH(QPoint, by);
        CropView view;
        view.resize(416, 316);
        view.setPicture(QImage(400, 300, QImage::Format_RGB32), {400, 300});
        view.setCrop(QRect(100, 50, 100, 100));
        view.setAspect(1);
        QSignalSpy edited(&view, &CropView::cropEdited);
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        QTest::mouseMove(&view, from + by);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, from + by);
        QVERIFY(!edited.isEmpty());
        const QRect crop = edited.last().first().toRect();
        QCOMPARE(crop.width(), crop.height());
        QVERIFY(crop.width() != 100);
        QVERIFY(QRect(0, 0, 400, 300).contains(crop));
    }

    void crop_shapeFitsIntoThePicture()
    {
        CropView view;
        view.resize(416, 316);
        view.setPicture(QImage(400, 300, QImage::Format_RGB32), {400, 300});
        view.setCrop(QRect(0, 0, 0, 0));
        QSignalSpy edited(&view, &CropView::cropEdited);
        view.setAspect(1);
        QCOMPARE(edited.last().first().toRect(), QRect(0, 0, 300, 300));
    }

    void crop_isMovedAndResizedByKeys()
    {
        CropView view;
        view.setPicture(QImage(400, 300, QImage::Format_RGB32), {400, 300});
        view.setCrop(QRect(100, 50, 100, 100));
        QSignalSpy edited(&view, &CropView::cropEdited);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(&view, key, with);
            return edited.last().first().toRect();
        };
        QCOMPARE(press(Qt::Key_Right), QRect(101, 50, 100, 100));
        QCOMPARE(press(Qt::Key_Down, Qt::ShiftModifier), QRect(101, 60, 100, 100));
        QCOMPARE(press(Qt::Key_Right, Qt::ControlModifier), QRect(101, 60, 101, 100));
        QCOMPARE(press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier), QRect(101, 60, 101, 90));
        view.setCrop(QRect(300, 50, 100, 100));
        const qsizetype before = edited.size();
        press(Qt::Key_Right); // not out of the picture
        QCOMPARE(edited.size(), before);
    }

    void crop_isTypedAndGivenToAll()
    {
        CropControls controls;
        controls.setSourceSize({400, 300});
        controls.setCrop(QRect(100, 50, 0, 100));
        QSignalSpy edited(&controls, &CropControls::cropEdited);
        QSignalSpy aspect(&controls, &CropControls::aspectChosen);
        QSignalSpy all(&controls, &CropControls::applyToAll);
        for (QSpinBox *box : controls.findChildren<QSpinBox *>()) {
            if (box->accessibleName() == "Crop: Width"_L1) {
                QCOMPARE(box->text(), u"to the edge"_s);
                box->setValue(1000);
            }
        }
        QCOMPARE(edited.last().first().toRect(), QRect(100, 50, 400, 100)); // as wide as the picture at most
        auto *shapes = controls.findChild<QComboBox *>();
        shapes->setCurrentIndex(shapes->findText(u"3 : 2"_s));
        Q_EMIT shapes->activated(shapes->currentIndex());
        QCOMPARE(aspect.last().first().toDouble(), 1.5);
        controls.findChild<QToolButton *>()->click();
        QCOMPARE(all.size(), 1);
    }

    void rightButton_changesTheWindow()
    {
        CropView view;
        WindowControls controls;
        connect(&view, &CropView::windowDragBegan, &controls, &WindowControls::startDrag);
        connect(&view, &CropView::windowDragged, &controls, &WindowControls::drag);
        view.resize(416, 316);
        view.setPicture(QImage(400, 300, QImage::Format_RGB32), {400, 300});
        view.setWindowDraggable(true);
        controls.present(u"40/300"_s, {});
        QSignalSpy edited(&controls, &WindowControls::windowEdited);
        QTest::mousePress(&view, Qt::RightButton, {}, {100, 100});
        QTest::mouseMove(&view, {110, 95});
        QTest::mouseRelease(&view, Qt::RightButton, {}, {110, 95});
        QVERIFY(!edited.isEmpty());
        QCOMPARE(edited.last().first().toString(), u"35/310"_s); // a pixel is a three hundredth of the width
    }

    void window_readsAndWritesTheOption()
    {
        QCOMPARE(grayWindowFrom(u"-600.5/1500"_s), (GrayWindow{-600.5, 1500}));
        QCOMPARE(grayWindowFrom(u"auto"_s).width, 0);
        QCOMPARE(grayWindowText({-600.4, 1500}), u"-600/1500"_s);
    }

    void divider_followsMouseAndKeys()
    {
        CompareView view;
        view.resize(416, 316);
        view.setBefore(QImage(400, 300, QImage::Format_RGB32));
        view.setAfter(QImage(400, 300, QImage::Format_RGB32));
        QTest::mousePress(&view, Qt::LeftButton, {}, {108, 100});
        QCOMPARE(view.divider(), 0.25);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(qAbs(view.divider() - 0.3) < 1e-9);
        QCOMPARE(view.accessibleDescription(), u"The divider is at 30 percent"_s);
    }

    void divider_partsThePictures()
    {
        CompareView view;
        view.resize(416, 316);
        QImage black(400, 300, QImage::Format_RGB32), white = black;
        black.fill(Qt::black);
        white.fill(Qt::white);
        view.setBefore(black);
        view.setAfter(white);
        const QImage shown = view.grab().toImage();
        QCOMPARE(shown.pixelColor(100, 200), QColor(Qt::black));
        QCOMPARE(shown.pixelColor(300, 200), QColor(Qt::white));
    }

    void marks_giveTheTimeThatIsShown()
    {
        TrimControls controls;
        controls.present(0, 0, 60);
        QSignalSpy trimmed(&controls, &TrimControls::trimmed);
        const auto press = [&controls](const QString &text) {
            for (QToolButton *button : controls.findChildren<QToolButton *>()) {
                if (button->text() == text)
                    button->click();
            }
        };
        controls.setTime(12.345);
        press(u"Start here"_s);
        QCOMPARE(trimmed.last().first().toJsonObject(),
                 (QJsonObject{{u"offset"_s, 12.35}, {u"end"_s, 0.0}, {u"duration"_s, 0.0}}));
        controls.present(12.35, 0, 60);
        controls.setTime(20);
        press(u"End here"_s);
        QCOMPARE(trimmed.last().first().toJsonObject().value(u"offset"_s).toDouble(), 12.35);
        QCOMPARE(trimmed.last().first().toJsonObject().value(u"end"_s).toDouble(), 20);
        controls.present(12.35, 20, 60);
        controls.setTime(40); // a beginning after the end takes the end away
        press(u"Start here"_s);
        QCOMPARE(trimmed.last().first().toJsonObject().value(u"end"_s).toDouble(), 0);
    }
};

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
