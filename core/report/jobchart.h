// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <vector>

namespace convoy {

/// When each job ran on which core, as an SVG element for a page; its colours are classes of the page's style. Empty where
/// nothing ran. However many jobs there are, the picture stays small: neighbours of one state on a lane are drawn as one.
QString timelineSvg(const std::vector<Job> &jobs);

} // namespace convoy
