// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "ui/desktop/inhibitor.h"
#include "ui/desktop/launcherprogress.h"
#include "ui/desktop/processmeter.h"
#include "ui/models/workrate.h"

class QLabel;

namespace convoy {

class LogPane;
class Timeline;

/// Shows that work goes on, everywhere but in the list: timeline, log, rates, the icon in the dock; and keeps the
/// computer awake.
class WorkStatus : public QObject
{
    Q_OBJECT

public:
    WorkStatus(Timeline &timeline, LogPane &log, QLabel &rates, QObject *parent = nullptr);

    /// The engine must outlive this or be the last to signal.
    void follow(Engine &engine);
    /// A new batch begins where nothing ran before.
    void begin();
    void present(bool busy, bool paused, double fraction);

private:
    void jobsChanged(const QList<JobId> &ids);
    void showRates();

    Timeline &m_timeline;
    LogPane &m_log;
    QLabel &m_rates;
    Engine *m_engine = nullptr;
    Inhibitor m_inhibitor;
    LauncherProgress m_launcher;
    ProcessMeter m_meter;
    ProcessUsage m_usage;
    WorkRate m_rate;
    QElapsedTimer m_clock;
    bool m_busy = false;
};

} // namespace convoy
