// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

/// Rows that are dragged into another order.
namespace convoy {

namespace {

constexpr auto rowsFormat = "application/x-convoy-rows";

} // namespace

/// Only a list in its own order can be put into another one: a sorted or grouped one would not show it.
void QueueView::startDrag(Qt::DropActions)
{
    if (!isInListOrder() || !selectionModel()->hasSelection())
        return;
    auto *rows = new QMimeData;
    rows->setData(QLatin1StringView(rowsFormat), "1");
    auto *drag = new QDrag(this);
    drag->setMimeData(rows);
    drag->exec(Qt::MoveAction);
}

void QueueView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->source() == this && event->mimeData()->hasFormat(QLatin1StringView(rowsFormat)));
}

void QueueView::dragMoveEvent(QDragMoveEvent *event)
{
    m_dropPlace = dropPlace(event->position().toPoint());
    viewport()->update();
    event->setDropAction(Qt::MoveAction);
    event->accept();
    constexpr int edge = 24;
    const int y = event->position().toPoint().y();
    QScrollBar &bar = *verticalScrollBar();
    bar.setValue(bar.value() + (y < edge ? -1 : y > viewport()->height() - edge ? 1 : 0));
}

void QueueView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropPlace = -1;
    viewport()->update();
}

void QueueView::dropEvent(QDropEvent *event)
{
    const int row = dropPlace(event->position().toPoint());
    m_dropPlace = -1;
    viewport()->update();
    event->setDropAction(Qt::CopyAction); // a move would have the source remove its rows
    event->accept();
    const bool atEnd = row >= m_proxy->rowCount();
    Q_EMIT moveRequested(atEnd ? m_model.rowCount() : m_proxy->sourceRow(row));
}

int QueueView::dropPlace(const QPoint &point) const
{
    const int row = rowAt(point.y());
    if (row < 0)
        return m_proxy->rowCount();
    return point.y() > rowViewportPosition(row) + rowHeight(row) / 2 ? row + 1 : row;
}

void QueueView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_dropPlace < 0)
        return;
    const int last = m_proxy->rowCount() - 1;
    const int y = m_dropPlace <= last ? rowViewportPosition(m_dropPlace) : rowViewportPosition(last) + rowHeight(last);
    QPainter painter(viewport());
    painter.fillRect(QRect(0, qMax(0, y - 1), viewport()->width(), 2), palette().color(QPalette::Highlight));
}

} // namespace convoy
