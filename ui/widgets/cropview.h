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
    QSize sourceSize() const { return m_sourceSize; }

    QSize sizeHint() const override { return {320, 260}; }
    QSize minimumSizeHint() const override { return {120, 100}; }

Q_SIGNALS:
    /// While it is dragged, too.
    void cropEdited(const QRect &crop);

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
    void edit(const QRect &crop);
    void updateCursor(const QPointF &point);

    QImage m_picture;
    QSize m_sourceSize;
    QString m_text;
    std::optional<QRect> m_crop;
    bool m_dragging = false;
    bool m_moving = false;
    Qt::Edges m_edges;
    QPointF m_from;
    QRect m_start;
};

} // namespace convoy
