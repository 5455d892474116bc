// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace convoy {

/// Two pictures of the same size on each other: the one before to the left of a divider that can be dragged, the one
/// after to the right of it. Left and right keys move the divider.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(QWidget *parent = nullptr);

    void setBefore(const QImage &picture);
    void setAfter(const QImage &picture);
    void clear();
    double divider() const { return m_divider; }

    QSize sizeHint() const override { return {320, 260}; }
    QSize minimumSizeHint() const override { return {120, 100}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF pictureRect() const;
    void setDivider(double place);
    void paintLabel(QPainter &painter, const QRectF &side, const QString &text, Qt::Alignment edge) const;

    QImage m_before;
    QImage m_after;
    double m_divider = 0.5;
};

} // namespace convoy
