// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/executor.h"

#include <QThreadPool>

namespace convoy {

Executor threadPoolExecutor(QThreadPool &pool)
{
    return [&pool](std::function<void()> task) { pool.start(std::move(task)); };
}

} // namespace convoy
