// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/windowstyle.h"

#include "ui/widgets/profilecombo.h"

#include <QPainter>
#include <QStyleOption>
#include <QTreeView>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int cellMargin = 6;
constexpr int rowPadding = 8;
constexpr int gap = 4;

} // namespace

WindowStyle::WindowStyle() : QProxyStyle(u"fusion"_s) {}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_HeaderMargin ? cellMargin : QProxyStyle::pixelMetric(metric, option, widget);
}

/// From right to left, Qt 6.4 tears the picture of a push button and its text apart.
void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
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

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
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
