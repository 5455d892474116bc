// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Exit statuses of convoy-cli (contract: the command line).
namespace ExitStatus {
inline constexpr int success = 0;       ///< every job Done or Skipped
inline constexpr int failure = 1;       ///< at least one job Failed, or nothing Done because all was unsupported
inline constexpr int usage = 2;         ///< wrong usage; nothing was started
inline constexpr int unfit = 3;         ///< no worker, no space, unwritable folder
inline constexpr int interrupted = 130; ///< SIGINT or SIGTERM; the batch can be resumed
} // namespace ExitStatus

} // namespace convoy
