// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/profilelist.h"

#include <QStyledItemDelegate>

namespace convoy {

namespace {

constexpr int rowPadding = 8;
constexpr int sidePadding = 24;
constexpr int indent = 8;
/// How many rows higher than need be a list becomes for columns that begin with headings.
constexpr int spareRows = 4;

/// All rows of one size, profiles a little to the right of their heading.
class ProfileDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    int width = 0;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {width, option.fontMetrics.height() + rowPadding};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (ProfileList::isHeading(index))
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {indent, 1};
    }
};

} // namespace

ProfileList::ProfileList(QWidget *parent) : QListView(parent)
{
    setFlow(TopToBottom);
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new ProfileDelegate(this));
}

QList<bool> ProfileList::shownHeadings() const
{
    QList<bool> headings;
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (!isRowHidden(row))
            headings.append(isHeading(model()->index(row, 0)));
    }
    return headings;
}

int ProfileList::rowsOfColumn(const QList<bool> &isHeading, int columns)
{
    const int rows = int(isHeading.size());
    const int least = (rows + columns - 1) / columns;
    int harmless = 0;
    for (int height = least; height <= least + spareRows && (height < rows || columns == 1); ++height) {
        bool areBegun = true, areWhole = true;
        for (int first = height; first < rows; first += height) {
            areBegun = areBegun && isHeading[first];
            areWhole = areWhole && !isHeading[first - 1];
        }
        if (areBegun)
            return height;
        if (areWhole && harmless == 0)
            harmless = height;
    }
    return harmless > 0 ? harmless : least;
}

QSize ProfileList::arrange(QSize room, int leastWidth)
{
    const QList<bool> headings = shownHeadings();
    const int rowHeight = fontMetrics().height() + rowPadding;
    const int most = qMax(1, room.height() / rowHeight);
    QFont bold = font();
    bold.setBold(true);
    int width = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        width = qMax(width, QFontMetrics(bold).horizontalAdvance(model()->index(row, 0).data().toString()));
    width += sidePadding;
    int columns = 1;
    int rows = rowsOfColumn(headings, columns);
    while (rows > most && (columns + 1) * width <= room.width())
        rows = rowsOfColumn(headings, ++columns);
    // A bar that may come takes its room beforehand: only where there is no other way.
    setHorizontalScrollBarPolicy(rows > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    rows = qMin(rows, most);
    width = qMax(width, leastWidth / columns);
    static_cast<ProfileDelegate *>(itemDelegate())->width = width;
    scheduleDelayedItemsLayout();
    const int frame = 2 * frameWidth();
    // A pixel more: a row that would end where the list ends goes to the next column.
    return {columns * width + frame, rows * rowHeight + 1 + frame};
}

} // namespace convoy
