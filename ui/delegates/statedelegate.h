// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace convoy {

/// What a cell says keeps its own direction: in a window from right to left, "01 Song.wav" and "2.7 kB" stay as they are.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override;
};

/// Paints the state column: an icon and a word in the state's colour, and a bar while the job runs. What a screen
/// reader says comes from the model (Qt::AccessibleTextRole), never from the bar.
class StateDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Puts the icon of the file's kind before its name, in the text colour, and paints the headings of groups.
class KindDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, QStyleOptionViewItem option, const QModelIndex &index) const;
};

} // namespace convoy
