// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/retrypolicy.h"

#include <algorithm>

namespace convoy {

namespace {

// A file that has brought down so many workers is not tried again, whatever the profile says.
constexpr int mostCrashes = 2;

/// Whether another way to convert the same file to the same place may do better.
bool mayFallBack(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::UnsupportedFormat:
    case ErrorKind::LimitExceeded:
    case ErrorKind::InvalidOption:
    case ErrorKind::MissingTool:
    case ErrorKind::ToolFailed:
    case ErrorKind::WorkerCrashed:
    case ErrorKind::TimedOut:
    case ErrorKind::OutOfMemory:
    case ErrorKind::VerificationFailed:
    case ErrorKind::Internal: return true;
    case ErrorKind::UnreadableInput:
    case ErrorKind::DamagedInput:
    case ErrorKind::OutputExists:
    case ErrorKind::NoSpace:
    case ErrorKind::OutputUnwritable:
    case ErrorKind::Cancelled: return false;
    }
    Q_UNREACHABLE();
}

} // namespace

NextStep nextStep(const Error &error, const Job &job, const Troubles &troubles)
{
    const bool hasAttempts = troubles.attempts < servingSettings(job).retry.attempts;
    if (error.kind == ErrorKind::OutOfMemory && !job.status.isAlone)
        return NextStep::RetryAlone;
    if (error.kind == ErrorKind::TimedOut && hasAttempts)
        return NextStep::RetryLater;
    if (error.kind == ErrorKind::WorkerCrashed && hasAttempts && troubles.crashes < mostCrashes)
        return NextStep::RetryLater;
    if (mayFallBack(error.kind) && !job.status.usesFallback && job.plan.settings->fallback)
        return NextStep::UseFallback;
    return NextStep::Fail;
}

double retryDelay(const RetryRule &rule, int attempts)
{
    constexpr int mostDoublings = 10;
    return rule.delayS * double(1 << std::clamp(attempts - 1, 0, mostDoublings));
}

} // namespace convoy
