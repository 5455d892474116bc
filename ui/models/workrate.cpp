// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/workrate.h"

#include "ui/models/queuerow.h"

#include <QCoreApplication>
#include <QLocale>

namespace convoy {

namespace {

constexpr qint64 windowMs = 6000;

struct WorkRateText {
    Q_DECLARE_TR_FUNCTIONS(convoy::WorkRate)
};

} // namespace

void WorkRate::update(const Job &job)
{
    const double size = double(job.plan.input.identity.size);
    const bool ended = isTerminal(job.status.state);
    const auto known = m_running.constFind(job.id);
    if (known == m_running.constEnd() && (ended ? job.status.attempts == 0 : job.status.state != JobState::Running))
        return; // it never ran, or does not yet
    const double before = known == m_running.constEnd() ? 0 : *known;
    const double now = job.status.state == JobState::Done ? size : ended ? before : size * job.status.fraction;
    m_total.bytes += qMax(0.0, now - before);
    if (ended) {
        m_running.remove(job.id);
        m_total.files += 1;
    } else {
        m_running.insert(job.id, now);
    }
}

void WorkRate::clear()
{
    *this = {};
}

void WorkRate::sample(qint64 nowMs)
{
    m_total.ms = nowMs;
    m_samples.push_back(m_total);
    while (m_samples.size() > 2 && nowMs - m_samples[1].ms >= windowMs)
        m_samples.pop_front();
}

double WorkRate::perSecond(double Sample::*what) const
{
    if (m_samples.size() < 2 || m_samples.back().ms <= m_samples.front().ms)
        return 0;
    const double seconds = double(m_samples.back().ms - m_samples.front().ms) / 1000;
    return (m_samples.back().*what - m_samples.front().*what) / seconds;
}

double WorkRate::filesPerSecond() const
{
    return perSecond(&Sample::files);
}

double WorkRate::bytesPerSecond() const
{
    return perSecond(&Sample::bytes);
}

QString rateText(const WorkRate &rate)
{
    QStringList parts;
    if (const double files = rate.filesPerSecond(); files > 0)
        parts << WorkRateText::tr("%1 files/s").arg(QLocale().toString(files, 'f', files < 10 ? 1 : 0));
    if (const double bytes = rate.bytesPerSecond(); bytes >= 1)
        parts << WorkRateText::tr("%1/s", "an amount of data in a second").arg(sizeText(qint64(bytes)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace convoy
