// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuerow.h"
#include "ui/preview/samplerunner.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace convoy {

/// How large a file will be and how long it will take, from converting it on trial; and the way to look at, or listen
/// to, the result before a whole batch is done.
class SampleControls : public QWidget
{
    Q_OBJECT

public:
    explicit SampleControls(QWidget *parent = nullptr);

    void setWorkers(WorkerPool &workers);
    void release();

    /// What a trial would convert; nullopt hides all of it. Another wish takes the figures of the one before away.
    void present(const std::optional<SampleWish> &wish, MediaKind kind);
    /// Where a trial of a video begins, and how long the part is that will be converted.
    void setPlace(double seconds, double partSeconds);

private:
    void start(bool open);
    void show(const Sample &sample);
    void showFigures(const QString &text);
    void setWorking(bool working);
    void stop();
    void play(const Path &file);

    std::unique_ptr<SampleRunner> m_runner;
    std::optional<SampleWish> m_wish;
    MediaKind m_kind = MediaKind::Unknown;
    double m_seconds = 0;
    double m_partSeconds = 0;
    bool m_opens = false;
    QToolButton *m_play; ///< the source
    QToolButton *m_try;
    QToolButton *m_open; ///< the result
    QToolButton *m_stop; ///< while a trial runs
    QLabel *m_figures;
};

} // namespace convoy
