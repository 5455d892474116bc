// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/windowaccessible.h"

#include "ui/widgets/messagebar.h"

#include <QAccessibleWidget>
#include <QMainWindow>
#include <QMenu>

#include <algorithm>

namespace convoy {

namespace {

class WindowAccessible : public QAccessibleWidget
{
public:
    explicit WindowAccessible(QWidget *window) : QAccessibleWidget(window, QAccessible::Window) {}

    int childCount() const override { return QAccessibleWidget::childCount() + int(menus().size()); }

    QAccessibleInterface *child(int index) const override
    {
        const int own = QAccessibleWidget::childCount();
        return index < own ? QAccessibleWidget::child(index)
                           : QAccessible::queryAccessibleInterface(menus().value(index - own));
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *menu = child ? qobject_cast<QMenu *>(child->object()) : nullptr;
        const qsizetype place = menu ? menus().indexOf(menu) : -1;
        return place >= 0 ? QAccessibleWidget::childCount() + int(place) : QAccessibleWidget::indexOfChild(child);
    }

private:
    /// Qt has those below their entry.
    static bool isSubMenu(const QMenu &menu)
    {
        const QList<QObject *> places = menu.menuAction()->associatedObjects();
        return std::ranges::any_of(places,
                                   [](const QObject *place) { return qobject_cast<const QMenu *>(place) != nullptr; });
    }

    QList<QMenu *> menus() const
    {
        QList<QMenu *> open;
        for (QMenu *menu : widget()->findChildren<QMenu *>()) {
            if (menu->isVisible() && !isSubMenu(*menu))
                open.append(menu);
        }
        return open;
    }
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    if (auto *window = qobject_cast<QMainWindow *>(object))
        return new WindowAccessible(window);
    if (auto *message = qobject_cast<MessageBar *>(object))
        return new QAccessibleWidget(message, QAccessible::AlertMessage, message->accessibleName());
    return nullptr;
}

} // namespace

void installWindowAccessible()
{
    QAccessible::installFactory(make);
}

} // namespace convoy
