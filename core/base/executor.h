// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QThreadPool;

namespace convoy {

/// Runs a task on some other thread. Swappable: the program uses a QThreadPool, tests under ThreadSanitizer std::thread
/// (Debian's Qt is not instrumented, and QThreadPool gives false reports).
using Executor = std::function<void(std::function<void()>)>;

/// `pool` must outlive the executor.
Executor threadPoolExecutor(QThreadPool &pool);

} // namespace convoy
