// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/compareview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace convoy {

namespace {

constexpr qreal margin = 8;
constexpr qreal knob = 11;
constexpr double keyStep = 0.05;

} // namespace

CompareView::CompareView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Before and after"));
    setToolTip(tr("Drag the divider: before to the left, after to the right"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setDivider(m_divider);
}

void CompareView::setBefore(const QImage &picture)
{
    m_before = picture;
    update();
}

void CompareView::setAfter(const QImage &picture)
{
    m_after = picture;
    update();
}

void CompareView::clear()
{
    m_before = {};
    m_after = {};
    update();
}

void CompareView::setDivider(double place)
{
    m_divider = qBound(0.0, place, 1.0);
    setAccessibleDescription(tr("The divider is at %1 percent").arg(qRound(m_divider * 100)));
    update();
}

QRectF CompareView::pictureRect() const
{
    const QSize shape = (m_after.isNull() ? m_before : m_after).size();
    if (shape.isEmpty())
        return {};
    const QSizeF size = QSizeF(shape).scaled(QSizeF(this->size()) - 2 * QSizeF(margin, margin), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

void CompareView::paintLabel(QPainter &painter, const QRectF &side, const QString &text, Qt::Alignment edge) const
{
    QRectF label = painter.fontMetrics().boundingRect(text).adjusted(-6, -3, 6, 3);
    label.moveTop(side.top() + 6);
    if (edge == Qt::AlignLeft)
        label.moveLeft(side.left() + 6);
    else
        label.moveRight(side.right() - 6);
    if (label.width() + 12 > side.width())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 160));
    painter.drawRoundedRect(label, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(label, int(Qt::AlignCenter), text);
}

void CompareView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::AlternateBase).darker(106));
    painter.drawRoundedRect(rect(), 6, 6);
    const QRectF picture = pictureRect();
    if (picture.isEmpty())
        return;
    const qreal x = picture.left() + picture.width() * m_divider;
    const QRectF left(picture.topLeft(), QPointF(x, picture.bottom()));
    const QRectF right(QPointF(x, picture.top()), picture.bottomRight());
    painter.save();
    painter.setClipRect(left);
    painter.drawImage(picture, m_before);
    painter.setClipRect(right);
    painter.drawImage(picture, m_after);
    painter.restore();
    paintLabel(painter, left, tr("before"), Qt::AlignLeft);
    paintLabel(painter, right, tr("after"), Qt::AlignRight);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawLine(QPointF(x, picture.top()), QPointF(x, picture.bottom()));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawLine(QPointF(x, picture.top()), QPointF(x, picture.bottom()));
    painter.setBrush(hasFocus() ? palette().color(QPalette::Highlight) : QColor(Qt::white));
    painter.setPen(QPen(Qt::black, 1));
    painter.drawEllipse(QPointF(x, picture.center().y()), knob / 2, knob / 2);
}

void CompareView::mousePressEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
}

void CompareView::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF picture = pictureRect();
    if ((event->buttons() & Qt::LeftButton) && !picture.isEmpty())
        setDivider((event->position().x() - picture.left()) / picture.width());
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        setDivider(m_divider + (event->key() == Qt::Key_Left ? -keyStep : keyStep));
    else
        QWidget::keyPressEvent(event);
}

} // namespace convoy
