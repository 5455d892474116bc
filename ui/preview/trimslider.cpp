// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/trimslider.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace convoy {

TrimSlider::TrimSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent) {}

void TrimSlider::setPart(double from, double to)
{
    m_from = qBound(0.0, from, 1.0);
    m_to = qBound(m_from, to, 1.0);
    update();
}

void TrimSlider::paintEvent(QPaintEvent *event)
{
    QSlider::paintEvent(event);
    if (m_from <= 0 && m_to >= 1)
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const double span = groove.width() - handle;
    const double x1 = groove.left() + handle / 2.0 + span * m_from;
    const double x2 = groove.left() + handle / 2.0 + span * m_to;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = palette().color(QPalette::Highlight);
    const double y = height() - 3;
    const QRectF part = mirrored ? QRectF(width() - x2, y, x2 - x1, 2) : QRectF(x1, y, x2 - x1, 2);
    painter.fillRect(part, color);
    for (const double x : {part.left(), part.right() - 2})
        painter.fillRect(QRectF(x, height() - 9, 2, 9), color);
}

} // namespace convoy
