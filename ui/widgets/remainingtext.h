// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/estimate.h"

namespace convoy {

/// "4 to 5 min left", "less than a minute left", "1 h 10 min to 1 h 30 min left"; empty where nothing is known.
QString remainingText(const RemainingTime &time);

} // namespace convoy
