// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace convoy {

/// A time slider that shows which part is taken.
class TrimSlider : public QSlider
{
    Q_OBJECT

public:
    explicit TrimSlider(QWidget *parent = nullptr);

    /// Places 0 … 1; from 0 to 1 shows nothing.
    void setPart(double from, double to);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_from = 0;
    double m_to = 1;
};

} // namespace convoy
