// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/profilecombo.h"

#include "ui/models/queuerow.h"
#include "ui/widgets/profilelist.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QStandardItemModel>

#include <algorithm>

namespace convoy {

ProfileCombo::ProfileCombo(QWidget *parent) : QComboBox(parent), m_list(new ProfileList), m_search(new QLineEdit)
{
    setPlaceholderText(tr("By kind of file"));
    setToolTip(tr("How the selected files are converted; with none selected, all that wait"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setView(m_list);
    m_search->setPlaceholderText(tr("Search profiles"));
    m_search->setAccessibleName(tr("Search profiles"));
    m_search->setParent(this);
    m_search->hide();
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ProfileCombo::search);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const QString id = itemData(index).toString();
        if (!id.isEmpty())
            Q_EMIT chosen(id);
    });
}

/// The list's own window gets a line above the list, and a place where all of it is in view: below this box or above it,
/// never over it.
void ProfileCombo::showPopup()
{
    m_search->clear();
    search({});
    QComboBox::showPopup();
    QWidget *popup = m_list->parentWidget();
    auto *column = qobject_cast<QBoxLayout *>(popup->layout());
    if (!column)
        return;
    if (m_search->parentWidget() != popup)
        column->insertWidget(0, m_search);
    m_search->show();
    place(*popup);
    m_list->scrollTo(m_list->currentIndex());
    m_search->setFocus(Qt::PopupFocusReason);
}

void ProfileCombo::place(QWidget &popup)
{
    const QRect box(mapToGlobal(QPoint(0, 0)), size());
    const QRect screen = this->screen()->availableGeometry();
    const int below = screen.bottom() - box.bottom(), above = box.top() - screen.top();
    const QMargins edge = popup.layout()->contentsMargins();
    const QSize frame = popup.size() - popup.contentsRect().size();
    const QSize around = frame
        + QSize(edge.left() + edge.right(), edge.top() + edge.bottom() + m_search->sizeHint().height());
    const QSize room(screen.width() - around.width(), qMax(below, above) - around.height());
    const QSize size = m_list->arrange(room, box.width() - around.width()) + around;
    const bool isBelow = size.height() <= below || below >= above;
    // Begins where the box begins, or ends where it ends if it would leave the window else.
    const int left = box.left(), right = box.right() + 1 - size.width();
    const QRect window = this->window()->geometry();
    const int x = isRightToLeft() ? (right < window.left() ? left : right)
                                  : (left + size.width() > window.right() + 1 ? right : left);
    popup.setGeometry(QRect(QPoint(qBound(screen.left(), x, screen.right() + 1 - size.width()),
                                   isBelow ? box.bottom() + 1 : box.top() - size.height()),
                            size));
}

/// Hides what does not have all the words, and headings with nothing below them.
void ProfileCombo::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    int heading = -1, first = -1;
    for (int row = 0; row < count(); ++row) {
        if (isHeading(row)) {
            heading = row;
            m_list->setRowHidden(row, true);
            continue;
        }
        const QString said = itemText(heading) + u' ' + itemText(row) + u' ' + itemData(row, Qt::ToolTipRole).toString();
        const bool fits = std::ranges::all_of(words,
                                              [&](const QString &word) { return said.contains(word, Qt::CaseInsensitive); });
        m_list->setRowHidden(row, !fits);
        if (!fits)
            continue;
        m_list->setRowHidden(heading, false);
        first = first < 0 ? row : first;
    }
    if (!words.isEmpty())
        m_list->setCurrentIndex(model()->index(first, 0));
}

/// Keys that mean the list go there; the rest is typed.
bool ProfileCombo::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (!m_search->text().isEmpty())
                break;
            [[fallthrough]];
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Escape:
        case Qt::Key_Tab: QCoreApplication::sendEvent(m_list, event); return true;
        default: break;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

void ProfileCombo::setProfiles(std::vector<Profile> profiles)
{
    std::ranges::sort(profiles, [](const Profile &a, const Profile &b) { return a.name.localeAwareCompare(b.name) < 0; });
    const QString current = currentData().toString();
    clear();
    auto *items = qobject_cast<QStandardItemModel *>(model());
    for (const ConverterInfo &converter : converterTable()) {
        bool headed = false;
        for (const Profile &profile : profiles) {
            if (profile.converter != converter.id)
                continue;
            if (!headed) {
                addItem(converter.name);
                QStandardItem *heading = items->item(count() - 1);
                heading->setFlags(Qt::NoItemFlags);
                QFont bold = font();
                bold.setBold(true);
                heading->setFont(bold);
                headed = true;
            }
            addItem(profile.name, profile.id);
            setItemData(count() - 1, plainTip(profile.description), Qt::ToolTipRole);
        }
    }
    setCurrentProfile(current);
}

void ProfileCombo::setCurrentProfile(const QString &id)
{
    setCurrentIndex(id.isEmpty() ? -1 : findData(id));
}

} // namespace convoy
