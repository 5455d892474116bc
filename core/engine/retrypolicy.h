// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

namespace convoy {

/// What a job has been through, beside what its status says.
struct Troubles {
    int attempts = 0; ///< with the settings that serve it now
    int crashes = 0;  ///< likewise
};

enum class NextStep : quint8 {
    Fail,
    RetryLater, ///< after a pause that doubles each time
    RetryAlone, ///< with nothing beside it and twice the memory
    UseFallback,
};

/// What is to be done about a job that has just failed with `error`. Kinds that may pass (crash, time-out) are tried
/// again as often as the profile says, but a file that has crashed twice is left alone. A job that ran out of memory is
/// tried once more alone. After that the fallback has its turn, unless the reason lies in the file or in the place for
/// the output: another way to convert would meet it as well.
NextStep nextStep(const Error &error, const Job &job, const Troubles &troubles);

/// Seconds before the attempt that follows the given number of attempts.
double retryDelay(const RetryRule &rule, int attempts);

} // namespace convoy
