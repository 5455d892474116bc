// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/statedelegate.h"

#include "ui/desktop/theme.h"
#include "ui/models/queuegroups.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QTableView>

namespace convoy {

namespace {

constexpr int iconSize = 16;
constexpr int gap = 6;
constexpr int barHeight = 8;

void paintBackground(QPainter *painter, QStyleOptionViewItem option)
{
    option.text.clear();
    option.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
}

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void paintBar(QPainter *painter, const QRect &rect, double fraction, const QColor &fill, const QColor &track,
              Qt::LayoutDirection direction)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(track);
    painter->drawRoundedRect(rect, barHeight / 2.0, barHeight / 2.0);
    QRect part = rect;
    part.setWidth(qMax(barHeight, int(rect.width() * qBound(0.0, fraction, 1.0))));
    painter->setBrush(fill);
    painter->drawRoundedRect(QStyle::visualRect(direction, rect, part), barHeight / 2.0, barHeight / 2.0);
}

/// The bar, the percent and the time left of a row that runs; of a paused one the bar and the word.
void paintProgress(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect rest,
                   const QColor &color)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool paused = RowState(index.data(QueueModel::StateRole).toInt()) == RowState::Paused;
    const double fraction = index.data(QueueModel::FractionRole).toDouble();
    const double left = index.data(QueueModel::SecondsLeftRole).toDouble();
    QString said = paused ? option.text : StateDelegate::tr("%1 %").arg(int(fraction * 100));
    QString widest = paused ? option.text : StateDelegate::tr("%1 %").arg(100);
    if (!paused && left >= 0) {
        said = StateDelegate::tr("%1 · %2", "percent, time left").arg(said, durationText(left));
        widest = StateDelegate::tr("%1 · %2", "percent, time left").arg(widest, durationText(qMax(left, 600.0)));
    }
    const int width = option.fontMetrics.horizontalAdvance(widest) + gap;
    const QRect bar(rest.left(), rest.center().y() - barHeight / 2 + 1, qMax(20, rest.width() - width - gap), barHeight);
    QColor track = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    track.setAlpha(40);
    paintBar(&painter, mirrored(option, bar), fraction, color, track, option.direction);
    rest.setLeft(bar.right() + gap);
    painter.setPen(selected ? color : option.palette.color(QPalette::Text));
    painter.drawText(mirrored(option, rest), int(Qt::AlignVCenter | Qt::AlignRight), said);
}

/// The picture at the beginning of a cell. Returns what is left beside it.
QRect paintPicture(QPainter &painter, const QStyleOptionViewItem &option, QLatin1StringView name)
{
    QRect rest = option.rect.adjusted(gap, 0, -gap, 0);
    const bool onDark = option.state & QStyle::State_Selected || isDark(option.palette);
    const QPixmap icon = themedPixmap(name, iconSize, painter.device()->devicePixelRatioF(), onDark);
    if (icon.isNull())
        return rest;
    const QRect place(rest.left(), rest.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    painter.drawPixmap(mirrored(option, place).topLeft(), icon);
    rest.setLeft(rest.left() + iconSize + gap);
    return rest;
}

/// With the painter's pen and font.
void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rest, const QString &text,
               Qt::TextElideMode mode)
{
    painter.drawText(mirrored(option, rest),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignVCenter | Qt::AlignLeft)),
                     painter.fontMetrics().elidedText(text, mode, rest.width()));
}

} // namespace

QString CellDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    return isolated(QStyledItemDelegate::displayText(value, locale));
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    QString text = option.text;
    const auto state = RowState(index.data(QueueModel::StateRole).toInt());
    const bool selected = option.state & QStyle::State_Selected;
    const QColor color = selected ? option.palette.color(QPalette::HighlightedText) : stateColor(state, option.palette);
    paintBackground(painter, option);
    // In a narrow window the column that says what came out is hidden.
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const QString result = index.siblingAtColumn(QueueModel::ResultColumn).data().toString();
    if (state == RowState::Done && !result.isEmpty() && view && view->isColumnHidden(QueueModel::ResultColumn))
        text = tr("%1, %2", "state, size of the output").arg(text, result);

    painter->save();
    painter->setFont(option.font);
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect rest = paintPicture(*painter, option, rowStateIcon(state));
    if (state == RowState::Running || state == RowState::Paused) {
        paintProgress(*painter, option, index, rest, color);
    } else {
        painter->setPen(color);
        paintText(*painter, option, rest, text, Qt::ElideRight);
    }
    painter->restore();
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() += iconSize + 3 * gap;
    return size;
}

/// A heading spans the row: what it stands for in bold, with an arrow that shows whether it is folded.
void KindDelegate::paintHeading(QPainter *painter, QStyleOptionViewItem option, const QModelIndex &index) const
{
    const QString text = option.text;
    const bool selected = option.state & QStyle::State_Selected;
    paintBackground(painter, option);
    painter->save();
    if (!selected) {
        QColor ground = option.palette.color(QPalette::Text);
        ground.setAlpha(14);
        painter->fillRect(option.rect, ground);
    }
    const auto *groups = qobject_cast<const QueueGroups *>(index.model());
    const bool folded = groups && groups->isFolded(index.row());
    const QRect place(option.rect.left() + gap, option.rect.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    QStyleOption arrow;
    arrow.rect = mirrored(option, place.adjusted(3, 3, -3, -3));
    arrow.palette = option.palette;
    const bool leftwards = option.direction == Qt::RightToLeft;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(!folded         ? QStyle::PE_IndicatorArrowDown
                             : leftwards ? QStyle::PE_IndicatorArrowLeft
                                         : QStyle::PE_IndicatorArrowRight,
                         &arrow, painter, option.widget);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const QRect rest = option.rect.adjusted(iconSize + 2 * gap, 0, -gap, 0);
    paintText(*painter, option, rest, text, Qt::ElideMiddle);
    painter->restore();
}

void KindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    if (index.data(QueueModel::HeadingRole).toBool())
        return paintHeading(painter, option, index);
    const QString text = option.text;
    const bool selected = option.state & QStyle::State_Selected;
    paintBackground(painter, option);
    const QRect rest = paintPicture(*painter, option, kindIcon(MediaKind(index.data(QueueModel::KindRole).toInt())));
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    paintText(*painter, option, rest, text, Qt::ElideMiddle);
    painter->restore();
}

} // namespace convoy
