// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QStringList>

namespace convoy {

/// The one line that a terminal shows while a batch runs, at most `columns` cells wide: percent, bar, time left, counts
/// and the files at work, from the left as far as there is room.
QString progressLine(const EngineProgress &progress, const QStringList &current, int columns);

/// "about 3 min", "2–4 min"; empty where nothing is known.
QString remainingText(const RemainingTime &remaining);

/// "3 done, 1 failed, 0 skipped", with cancelled ones before it.
QString countsText(int done, int failed, int skipped, int cancelled);

/// Cells that a terminal uses for `text`: wide characters take two, combining ones none.
int cellCount(const QString &text);

/// `text` cut to `columns` cells, with "…" where something is missing.
QString elided(const QString &text, int columns);

} // namespace convoy
