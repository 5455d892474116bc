// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workstatus.h"

#include "ui/models/queuerow.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/timeline.h"

#include <QLabel>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

WorkStatus::WorkStatus(Timeline &timeline, LogPane &log, QLabel &rates, QObject *parent)
    : QObject(parent),
      m_timeline(timeline),
      m_log(log),
      m_rates(rates)
{
    m_clock.start();
    m_rates.setToolTip(tr("How fast work goes, how many cores are at it, and how much memory it takes"));
    connect(&m_meter, &ProcessMeter::measured, this, [this](const ProcessUsage &usage) {
        m_usage = usage;
        showRates();
    });
}

void WorkStatus::follow(Engine &engine)
{
    m_engine = &engine;
    m_timeline.setLanes(engine.slotCount());
    connect(&engine, &Engine::jobsChanged, this, &WorkStatus::jobsChanged);
}

void WorkStatus::begin()
{
    m_timeline.clear();
    m_rate.clear();
    m_usage = {};
}

void WorkStatus::jobsChanged(const QList<JobId> &ids)
{
    std::vector<const Job *> jobs;
    for (const JobId id : ids) {
        const Job *job = m_engine->job(id);
        if (!job)
            continue;
        jobs.push_back(job);
        m_rate.update(*job);
    }
    // They are told by their numbers: as they began, one that ended leaves its lane to the next.
    std::ranges::stable_sort(jobs, {}, [](const Job *job) { return job->status.startedMs; });
    for (const Job *job : jobs)
        m_timeline.update(*job);
    m_log.update(jobs);
}

void WorkStatus::present(bool busy, bool paused, double fraction)
{
    m_inhibitor.setActive(busy && !paused);
    m_launcher.setProgress(fraction, busy);
    m_meter.setActive(busy && !paused);
    if (busy != m_busy)
        m_log.say(busy ? tr("Work begins.") : tr("Everything has ended."));
    m_busy = busy;
    showRates();
}

void WorkStatus::showRates()
{
    m_rate.sample(m_clock.elapsed());
    QStringList parts;
    if (const QString rate = rateText(m_rate); !rate.isEmpty())
        parts << rate;
    if (m_usage.bytes > 0 && m_engine) {
        if (m_usage.cores > 0)
            parts << tr("%1 of %2 cores")
                         .arg(m_rates.locale().toString(qMin(m_usage.cores, double(m_engine->slotCount())), 'f', 1))
                         .arg(m_engine->slotCount());
        parts << tr("%1 of memory").arg(sizeText(m_usage.bytes));
    }
    m_rates.setText(m_busy ? parts.join(u" · "_s) : QString());
    m_rates.setVisible(!m_rates.text().isEmpty());
}

} // namespace convoy
