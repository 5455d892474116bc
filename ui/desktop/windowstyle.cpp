// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/windowstyle.h"

#include "ui/desktop/theme.h"
#include "ui/widgets/mnemonics.h"
#include "ui/widgets/profilecombo.h"

#include <QDialog>
#include <QMainWindow>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>
#include <QTreeView>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int cellMargin = 6;
constexpr int rowPadding = 8;
constexpr int buttonPadding = 12; // beside the words of a button, both sides
constexpr int gap = 4;

/// Over what Fusion has drawn there. What is disabled may be faint.
void outline(QPainter &painter, const QStyleOption &option, QRect rect, bool focusShows = true)
{
    const bool focused = focusShows && option.state & QStyle::State_HasFocus;
    if (!(option.state & QStyle::State_Enabled) || rect.width() < 4 || rect.height() < 4)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const qreal width = focused ? 2 : 1;
    painter.setPen(QPen(focused ? focusColor(option.palette) : outlineColor(option.palette), width));
    const qreal half = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), 2, 2);
    if (focused && option.state & QStyle::State_On) { // blue on blue would not be seen
        painter.setPen(option.palette.color(QPalette::ButtonText));
        painter.drawRect(QRectF(rect).adjusted(3.5, 3.5, -3.5, -3.5));
    }
    painter.restore();
}

bool isFramed(const QStyleOption &option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    return frame && frame->lineWidth > 0;
}

} // namespace

WindowStyle::WindowStyle() : QProxyStyle(u"fusion"_s) {}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_HeaderMargin)
        return cellMargin;
    const bool hasHeadings = qobject_cast<const QTableView *>(widget) || qobject_cast<const QTreeView *>(widget);
    if (metric == PM_FocusFrameHMargin && hasHeadings)
        return cellMargin - 1; // one is added: words stand below those of their heading
    return QProxyStyle::pixelMetric(metric, option, widget);
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_PanelLineEdit:
        if (isFramed(*option))
            outline(*painter, *option, option->rect);
        break;
    case PE_PanelButtonCommand: outline(*painter, *option, option->rect); break;
    case PE_PanelButtonTool:
        if (!(option->state & State_AutoRaise))
            outline(*painter, *option, option->rect, option->state & State_KeyboardFocusChange);
        break;
    case PE_IndicatorCheckBox: outline(*painter, *option, option->rect, false); break;
    default: break;
    }
}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_Slider) {
        outline(*painter, *option, proxy()->subControlRect(control, option, SC_SliderHandle, widget));
        return;
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if ((control == CC_SpinBox && spin && spin->frame) || (control == CC_ComboBox && combo && combo->frame))
        outline(*painter, *option, option->rect);
}

/// From right to left, Qt 6.4 tears the picture of a push button and its text apart; a long choice in a narrow box it cuts
/// within a letter.
void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (element == CE_ProgressBarContents && bar && bar->maximum > bar->minimum && bar->progress <= bar->minimum)
        return; // from right to left, a splinter of it would be drawn
    if (element == CE_ProgressBarGroove) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return outline(*painter, *option, option->rect, false);
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); element == CE_ComboBoxLabel && combo) {
        const QRect field = proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        QStyleOptionComboBox shown(*combo);
        shown.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, field.width() - 2);
        return QProxyStyle::drawControl(element, &shown, painter, widget);
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element != CE_PushButtonLabel || !button || button->direction != Qt::RightToLeft || button->icon.isNull()
        || button->text.isEmpty())
        return QProxyStyle::drawControl(element, option, painter, widget);
    const bool enabled = button->state & State_Enabled;
    const int textWidth = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int width = qMin(textWidth + gap + button->iconSize.width(), button->rect.width());
    const QRect all(button->rect.center().x() - width / 2, button->rect.top(), width, button->rect.height());
    QRect icon({}, button->iconSize);
    icon.moveCenter(all.center());
    icon.moveRight(all.right());
    button->icon.paint(painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    drawItemText(painter, QRect(all.topLeft(), QPoint(icon.left() - gap, all.bottom())),
                 int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextShowMnemonic, button->palette, enabled,
                 button->text, QPalette::ButtonText);
}

void WindowStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<const QMainWindow *>(widget) || qobject_cast<const QDialog *>(widget))
        giveMnemonics(*widget);
    if (const auto *menu = qobject_cast<const QMenu *>(widget))
        connect(menu, &QMenu::aboutToShow, menu, [menu] { giveMnemonics(*menu); }); // what is in it changes
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const int padding = type == CT_PushButton && button && !button->text.isEmpty() ? buttonPadding : 0;
    const QSize own = QProxyStyle::sizeFromContents(type, option, size + QSize(padding, 0), widget);
    const bool isRow = type == CT_ItemViewItem && qobject_cast<const QTreeView *>(widget);
    return isRow ? own + QSize(0, rowPadding) : own;
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returned) const
{
    // The list of profiles hangs below its box and does not cover it.
    if (hint == SH_ComboBox_Popup && qobject_cast<const ProfileCombo *>(widget))
        return 0;
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace convoy
