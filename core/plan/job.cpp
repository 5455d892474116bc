// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/job.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct JobText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Job)
};

} // namespace

const ConversionSettings &servingSettings(const Job &job)
{
    return job.status.usesFallback && job.plan.settings->fallback ? *job.plan.settings->fallback : *job.plan.settings;
}

QLatin1StringView jobStateName(JobState state)
{
    switch (state) {
    case JobState::Queued: return QLatin1StringView("queued");
    case JobState::Running: return QLatin1StringView("running");
    case JobState::Paused: return QLatin1StringView("paused");
    case JobState::Done: return QLatin1StringView("done");
    case JobState::Skipped: return QLatin1StringView("skipped");
    case JobState::Cancelled: return QLatin1StringView("cancelled");
    case JobState::Failed: return QLatin1StringView("failed");
    }
    Q_UNREACHABLE();
}

QString jobStateLabel(JobState state)
{
    switch (state) {
    case JobState::Queued: return JobText::tr("waiting");
    case JobState::Running: return JobText::tr("running");
    case JobState::Paused: return JobText::tr("paused");
    case JobState::Done: return JobText::tr("done");
    case JobState::Skipped: return JobText::tr("skipped");
    case JobState::Cancelled: return JobText::tr("cancelled");
    case JobState::Failed: return JobText::tr("failed");
    }
    Q_UNREACHABLE();
}

} // namespace convoy
