// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QToolButton;

namespace convoy {

/// The values of a DICOM picture that become black and white: a window with a centre and a width (PS3.3 C.11.2.1.2).
struct GrayWindow {
    double center = 0;
    double width = 1;
    bool operator==(const GrayWindow &) const = default;
};

/// "40/400" as in the option; a window of width 0 where the text is no such pair.
GrayWindow grayWindowFrom(const QString &text);
QString grayWindowText(const GrayWindow &window);

/// Centre and width as numbers, and the way back to the file's own window.
class WindowControls : public QWidget
{
    Q_OBJECT

public:
    explicit WindowControls(QWidget *parent = nullptr);

    /// `value` is the option's; `own` is shown where that is no pair of numbers.
    void present(const QString &value, const GrayWindow &own);
    /// The mouse was dragged by so many pixels, sideways for the width, up and down for the centre, since start.
    void drag(const QPointF &delta);
    void startDrag() { m_dragged = m_shown; }

Q_SIGNALS:
    /// For the option: "40/400" or "auto".
    void windowEdited(const QString &value);

private:
    void show(const GrayWindow &window);
    void edited();

    QDoubleSpinBox *m_center;
    QDoubleSpinBox *m_width;
    QToolButton *m_own;
    GrayWindow m_shown;
    GrayWindow m_dragged; ///< when the button went down
};

} // namespace convoy
