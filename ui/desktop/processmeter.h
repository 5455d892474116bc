// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace convoy {

/// What this program and everything that it has started uses, read from /proc.
struct ProcessUsage {
    double cores = 0; ///< processor time in a second
    qint64 bytes = 0; ///< memory of their own
};

/// Measures once a second while it is active, on a thread of its own.
class ProcessMeter : public QObject
{
    Q_OBJECT

public:
    explicit ProcessMeter(QObject *parent = nullptr);
    ~ProcessMeter() override;

    void setActive(bool active);

Q_SIGNALS:
    void measured(const convoy::ProcessUsage &usage);

private:
    void measure();

    QTimer m_timer;
    QHash<int, qint64> m_ticks; ///< of each process when last seen; belongs to the thread
    qint64 m_lastMs = 0;        ///< belongs to the thread
    QThreadPool m_thread;
};

} // namespace convoy
