// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QToolButton;

namespace convoy {

/// Marks where a video begins and ends, at the time that is looked at.
class TrimControls : public QWidget
{
    Q_OBJECT

public:
    explicit TrimControls(QWidget *parent = nullptr);

    /// All in seconds; `end` 0: the file's own.
    void present(double start, double end, double duration);
    void setTime(double seconds);
    double start() const { return m_start; }
    double end() const { return m_end > 0 ? m_end : m_duration; }

Q_SIGNALS:
    /// Values of the options offset, end and duration.
    void trimmed(const QJsonObject &values);

private:
    void mark(double start, double end);

    double m_start = 0;
    double m_end = 0;
    double m_duration = 0;
    double m_time = 0;
    QLabel *m_shown;
    QToolButton *m_startHere;
    QToolButton *m_endHere;
    QToolButton *m_whole;
};

} // namespace convoy
