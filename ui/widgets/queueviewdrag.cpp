// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queueview.h"

#include "ui/desktop/theme.h"
#include "ui/widgets/emptystate.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

/// Rows that are dragged into another order, and files that are dragged out.
namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto rowsFormat = "application/x-convoy-rows"_L1;
constexpr qsizetype mostUrls = 10'000;
constexpr int hotWidth = 3;
constexpr int focusWidth = 2; // as of the controls

} // namespace

bool QueueView::isOwnDrag(const QMimeData &dragged)
{
    return dragged.hasFormat(rowsFormat);
}

/// For other programs the files themselves: what has come out of each row, or else its source; as text their paths. Not
/// through QUrl, which would rewrite names that are not UTF-8.
std::unique_ptr<QMimeData> QueueView::dragData() const
{
    QByteArray urls;
    QStringList names;
    const auto add = [&](const Path &file) {
        urls += fileUrl(file).toLatin1() + "\r\n";
        names.append(displayName(file));
    };
    const QList<RowId> rows = selectedRows().mid(0, mostUrls);
    for (const RowId id : rows) {
        const QueueRow &row = *m_model.find(id);
        for (const Path &output : row.status.outputs)
            add(output);
        if (row.status.outputs.empty() && !row.input.path.empty())
            add(row.input.path);
    }
    auto dragged = std::make_unique<QMimeData>();
    dragged->setData(rowsFormat, "1");
    if (!urls.isEmpty()) {
        dragged->setData(u"text/uri-list"_s, urls);
        dragged->setText(names.join(u'\n'));
    }
    return dragged;
}

/// A copy only: nobody may take a file away from where it is.
void QueueView::startDrag(Qt::DropActions)
{
    if (!selectionModel()->hasSelection())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragData().release());
    drag->exec(Qt::CopyAction);
}

/// Only a list in its own order can be put into another one: a sorted or grouped one would not show it.
void QueueView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->source() == this && isInListOrder() && isOwnDrag(*event->mimeData()));
}

void QueueView::dragMoveEvent(QDragMoveEvent *event)
{
    m_dropPlace = dropPlace(event->position().toPoint());
    viewport()->update();
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

void QueueView::setHot(bool hot)
{
    m_hot = hot;
    m_empty->setHot(hot);
    viewport()->update();
}

void QueueView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_hot || (m_focusShows && hasFocus())) {
        QPainter frame(viewport());
        // Half of the pen is outside.
        frame.setPen(m_hot ? QPen(palette().color(QPalette::Highlight), 2 * hotWidth)
                           : QPen(focusColor(palette()), 2 * focusWidth));
        frame.drawRect(viewport()->rect());
    }
    if (m_dropPlace < 0)
        return;
    const int last = m_proxy->rowCount() - 1;
    const int y = m_dropPlace <= last ? rowViewportPosition(m_dropPlace) : rowViewportPosition(last) + rowHeight(last);
    QPainter painter(viewport());
    painter.fillRect(QRect(0, qMax(0, y - 1), viewport()->width(), 2), palette().color(QPalette::Highlight));
}

} // namespace convoy
