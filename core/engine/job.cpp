// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/job.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Job)
};

} // namespace

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
    case JobState::Queued: return Text::tr("waiting");
    case JobState::Running: return Text::tr("running");
    case JobState::Paused: return Text::tr("paused");
    case JobState::Done: return Text::tr("done");
    case JobState::Skipped: return Text::tr("skipped");
    case JobState::Cancelled: return Text::tr("cancelled");
    case JobState::Failed: return Text::tr("failed");
    }
    Q_UNREACHABLE();
}

} // namespace convoy
