// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/cropview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace convoy {

namespace {

constexpr qreal handleSize = 8;
constexpr qreal reach = 7;  // how near to an edge the mouse takes it
constexpr int smallest = 8; // pixels of the source

} // namespace

CropView::CropView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Preview"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CropView::setPicture(const QImage &picture, const QSize &sourceSize)
{
    m_picture = picture;
    m_sourceSize = sourceSize.isEmpty() ? picture.size() : sourceSize;
    m_text.clear();
    update();
}

void CropView::setText(const QString &text)
{
    m_picture = {};
    m_text = text;
    setAccessibleDescription(text);
    update();
}

void CropView::setCrop(std::optional<QRect> crop)
{
    if (m_dragging)
        return;
    m_crop = crop;
    setFocusPolicy(crop ? Qt::StrongFocus : Qt::NoFocus);
    if (crop) {
        const QRect whole = wholeCrop();
        setAccessibleDescription(tr("Crop rectangle: left %1, top %2, width %3, height %4")
                                     .arg(whole.x())
                                     .arg(whole.y())
                                     .arg(whole.width())
                                     .arg(whole.height()));
    }
    update();
}

QRectF CropView::pictureRect() const
{
    if (m_picture.isNull())
        return {};
    const QSizeF size = QSizeF(m_picture.size()).scaled(QSizeF(this->size()) - QSizeF(16, 16), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

/// The rectangle with zeros filled in, inside of the picture.
QRect CropView::wholeCrop() const
{
    const QRect all({}, m_sourceSize);
    if (!m_crop)
        return all;
    const QPoint corner(qBound(0, m_crop->x(), qMax(0, m_sourceSize.width() - 1)),
                        qBound(0, m_crop->y(), qMax(0, m_sourceSize.height() - 1)));
    const QSize size(m_crop->width() > 0 ? m_crop->width() : m_sourceSize.width() - corner.x(),
                     m_crop->height() > 0 ? m_crop->height() : m_sourceSize.height() - corner.y());
    return QRect(corner, size).intersected(all);
}

QRectF CropView::cropOnScreen() const
{
    const QRectF picture = pictureRect();
    if (m_sourceSize.isEmpty())
        return picture;
    const qreal scale = picture.width() / m_sourceSize.width();
    const QRect crop = wholeCrop();
    return {picture.topLeft() + QPointF(crop.topLeft()) * scale, QSizeF(crop.size()) * scale};
}

void CropView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (m_picture.isNull()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(16, 16, -16, -16), int(Qt::AlignCenter) | Qt::TextWordWrap, m_text);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::AlternateBase).darker(106));
    painter.drawRoundedRect(rect(), 6, 6);
    const QRectF picture = pictureRect();
    painter.drawImage(picture, m_picture);
    if (!m_crop)
        return;
    const QRectF crop = cropOnScreen();
    QPainterPath outside;
    outside.addRect(picture);
    outside.addRect(crop);
    painter.setBrush(QColor(0, 0, 0, 130));
    painter.drawPath(outside);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(crop);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawRect(crop);
    painter.setBrush(hasFocus() ? palette().color(QPalette::Highlight) : QColor(Qt::white));
    painter.setPen(QPen(Qt::black, 1));
    for (const qreal x : {crop.left(), crop.center().x(), crop.right()}) {
        for (const qreal y : {crop.top(), crop.center().y(), crop.bottom()}) {
            if (QPointF(x, y) != crop.center())
                painter.drawRect(QRectF(x - handleSize / 2, y - handleSize / 2, handleSize, handleSize));
        }
    }
}

Qt::Edges CropView::edgesAt(const QPointF &point) const
{
    const QRectF crop = cropOnScreen();
    Qt::Edges edges;
    if (!crop.adjusted(-reach, -reach, reach, reach).contains(point))
        return edges;
    edges.setFlag(Qt::LeftEdge, qAbs(point.x() - crop.left()) <= reach);
    edges.setFlag(Qt::RightEdge, !(edges & Qt::LeftEdge) && qAbs(point.x() - crop.right()) <= reach);
    edges.setFlag(Qt::TopEdge, qAbs(point.y() - crop.top()) <= reach);
    edges.setFlag(Qt::BottomEdge, !(edges & Qt::TopEdge) && qAbs(point.y() - crop.bottom()) <= reach);
    return edges;
}

void CropView::updateCursor(const QPointF &point)
{
    const Qt::Edges edges = edgesAt(point);
    if (edges == (Qt::LeftEdge | Qt::TopEdge) || edges == (Qt::RightEdge | Qt::BottomEdge))
        setCursor(Qt::SizeFDiagCursor);
    else if (edges == (Qt::RightEdge | Qt::TopEdge) || edges == (Qt::LeftEdge | Qt::BottomEdge))
        setCursor(Qt::SizeBDiagCursor);
    else if (edges & (Qt::LeftEdge | Qt::RightEdge))
        setCursor(Qt::SizeHorCursor);
    else if (edges)
        setCursor(Qt::SizeVerCursor);
    else if (cropOnScreen().contains(point))
        setCursor(Qt::SizeAllCursor);
    else
        setCursor(Qt::CrossCursor);
}

void CropView::setAspect(double aspect)
{
    m_aspect = aspect;
    if (aspect > 0 && m_crop && !m_picture.isNull())
        edit(withAspect(wholeCrop(), Qt::RightEdge));
}

/// The side that is not dragged follows the one that is; what does not fit into the picture is made smaller.
QRect CropView::withAspect(QRect crop, Qt::Edges edges) const
{
    if (m_aspect <= 0 || crop.isEmpty())
        return crop;
    const bool byHeight = !(edges & (Qt::LeftEdge | Qt::RightEdge));
    QSizeF size = byHeight ? QSizeF(crop.height() * m_aspect, crop.height()) : QSizeF(crop.width(), crop.width() / m_aspect);
    const QPoint fixed(edges & Qt::LeftEdge ? crop.right() + 1 : crop.left(),
                       edges & Qt::TopEdge ? crop.bottom() + 1 : crop.top());
    const double roomX = edges & Qt::LeftEdge ? fixed.x() : m_sourceSize.width() - fixed.x();
    const double roomY = edges & Qt::TopEdge ? fixed.y() : m_sourceSize.height() - fixed.y();
    size *= qMin(1.0, qMin(roomX / size.width(), roomY / size.height()));
    const QSize whole = size.toSize();
    return {QPoint(edges & Qt::LeftEdge ? fixed.x() - whole.width() : fixed.x(),
                   edges & Qt::TopEdge ? fixed.y() - whole.height() : fixed.y()),
            whole};
}

void CropView::edit(const QRect &crop)
{
    const QRect inside = crop.intersected(QRect({}, m_sourceSize));
    if (inside.width() < smallest || inside.height() < smallest || inside == wholeCrop())
        return;
    m_crop = inside;
    update();
    Q_EMIT cropEdited(inside);
}

void CropView::mousePressEvent(QMouseEvent *event)
{
    if (m_picture.isNull())
        return;
    m_from = event->position();
    if (event->button() == Qt::RightButton && m_windowDraggable) {
        m_windowDragging = true;
        Q_EMIT windowDragBegan();
        return;
    }
    if (!m_crop || event->button() != Qt::LeftButton)
        return;
    m_edges = edgesAt(m_from);
    m_moving = !m_edges && cropOnScreen().contains(m_from);
    m_start = wholeCrop();
    m_dragging = true;
}

void CropView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_windowDragging)
        Q_EMIT windowDragged(event->position() - m_from);
    if (!m_crop || m_picture.isNull() || m_windowDragging)
        return;
    if (!m_dragging)
        return updateCursor(event->position());
    const qreal scale = m_sourceSize.width() / pictureRect().width();
    const QPoint delta = ((event->position() - m_from) * scale).toPoint();
    QRect crop = m_start;
    if (m_moving) {
        crop.moveLeft(qBound(0, m_start.left() + delta.x(), m_sourceSize.width() - m_start.width()));
        crop.moveTop(qBound(0, m_start.top() + delta.y(), m_sourceSize.height() - m_start.height()));
    } else if (m_edges) {
        crop.adjust(m_edges & Qt::LeftEdge ? delta.x() : 0, m_edges & Qt::TopEdge ? delta.y() : 0,
                    m_edges & Qt::RightEdge ? delta.x() : 0, m_edges & Qt::BottomEdge ? delta.y() : 0);
        crop = withAspect(crop.normalized(), m_edges);
    } else { // a new rectangle, drawn from nowhere
        const QPointF origin = pictureRect().topLeft();
        crop = QRect(((m_from - origin) * scale).toPoint(), ((event->position() - origin) * scale).toPoint()).normalized();
        crop = withAspect(crop, Qt::RightEdge);
    }
    edit(crop);
}

void CropView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
    m_windowDragging = false;
}

void CropView::keyPressEvent(QKeyEvent *event)
{
    const int step = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    QPoint delta;
    switch (event->key()) {
    case Qt::Key_Left: delta = {-step, 0}; break;
    case Qt::Key_Right: delta = {step, 0}; break;
    case Qt::Key_Up: delta = {0, -step}; break;
    case Qt::Key_Down: delta = {0, step}; break;
    default: return QWidget::keyPressEvent(event);
    }
    if (!m_crop || m_picture.isNull())
        return;
    QRect crop = wholeCrop();
    if (event->modifiers() & Qt::ControlModifier) {
        crop.setSize(crop.size() + QSize(delta.x(), delta.y()));
        crop = withAspect(crop, delta.x() != 0 ? Qt::RightEdge : Qt::BottomEdge);
    } else {
        crop.moveLeft(qBound(0, crop.left() + delta.x(), m_sourceSize.width() - crop.width()));
        crop.moveTop(qBound(0, crop.top() + delta.y(), m_sourceSize.height() - crop.height()));
    }
    edit(crop);
}

} // namespace convoy
