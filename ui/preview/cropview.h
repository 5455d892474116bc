// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <optional>

namespace convoy {

/// Shows a picture with a rectangle on it that can be dragged and resized, by mouse or arrow keys (Shift: by 10, Ctrl:
/// the size). All rectangles are in pixels of the source, whatever the size of the shown picture.
class CropView : public QWidget
{
    Q_OBJECT

public:
    explicit CropView(QWidget *parent = nullptr);

    void setPicture(const QImage &picture, const QSize &sourceSize);
    /// A sentence instead of a picture.
    void setText(const QString &text);
    /// std::nullopt: there is nothing to crop. An empty rectangle stands for the whole picture.
    void setCrop(std::optional<QRect> crop);
    /// Width by height that the rectangle keeps while it is resized; 0: any.
    void setAspect(double aspect);
    /// Whether dragging with the right button changes a window of grey values.
    void setWindowDraggable(bool draggable) { m_windowDraggable = draggable; }

    QSize sizeHint() const override { return {320, 260}; }
    QSize minimumSizeHint() const override { return {120, 100}; }

Q_SIGNALS:
    /// While it is dragged, too.
    void cropEdited(const QRect &crop);
    void windowDragBegan();
    /// Pixels of the screen since it began.
    void windowDragged(const QPointF &delta);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF pictureRect() const;
    QRectF cropOnScreen() const;
    QRect wholeCrop() const;
    Qt::Edges edgesAt(const QPointF &point) const;
    QRect withAspect(QRect crop, Qt::Edges edges) const;
    void edit(const QRect &crop);
    void updateCursor(const QPointF &point);

    QImage m_picture;
    QSize m_sourceSize;
    QString m_text;
    std::optional<QRect> m_crop;
    double m_aspect = 0;
    bool m_windowDraggable = false;
    bool m_windowDragging = false;
    bool m_dragging = false;
    bool m_moving = false;
    Qt::Edges m_edges;
    QPointF m_from;
    QRect m_start;
};

} // namespace convoy
