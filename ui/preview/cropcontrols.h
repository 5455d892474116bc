// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QWidget>

class QComboBox;
class QSpinBox;

namespace convoy {

/// The numbers of a crop rectangle, the shape that it has to keep, and the way to give it to all files alike.
class CropControls : public QWidget
{
    Q_OBJECT

public:
    explicit CropControls(QWidget *parent = nullptr);

    /// Zeros stand for "to the edge", as in the options.
    void setCrop(const QRect &crop);
    void setSourceSize(const QSize &size);

Q_SIGNALS:
    void cropEdited(const QRect &crop);
    /// Width by height that has to be kept; 0: any.
    void aspectChosen(double aspect);
    void applyToAll();

private:
    void edited();

    QSpinBox *m_left;
    QSpinBox *m_top;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QComboBox *m_aspect;
};

} // namespace convoy
