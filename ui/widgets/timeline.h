// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace convoy {

/// Who worked when: one lane for each slot, one bar for each job, gaps visible. A slot is free again while its last output
/// is still brought to its name, or while its job is held: the next one lies on top.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    void setLanes(int lanes);
    void update(const Job &job);
    /// Starts anew with an empty picture.
    void clear();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Bar {
        int lane = 0;
        qint64 startMs = 0;
        qint64 endMs = 0; ///< 0: still running
        JobState state = JobState::Queued;
        QString name;
    };

    qint64 now() const;
    QRectF barRect(const Bar &bar) const;
    qreal laneHeight() const;
    void paintLanes(QPainter &painter) const;
    void paintBar(QPainter &painter, const Bar &bar, const QRectF &place) const;
    void describe();

    int m_lanes = 1;
    std::vector<Bar> m_bars;
    QHash<JobId, int> m_index;
    qint64 m_clearedMs = 0; ///< what has ended and began before is of an earlier picture
    qint64 m_firstMs = 0;
    qint64 m_lastMs = 0;
    int m_running = 0;
    QTimer m_tick;
};

} // namespace convoy
