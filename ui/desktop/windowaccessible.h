// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Makes menus that are open part of what a screen reader or a robot finds below the main window. Qt leaves them out:
/// a menu that pops up is a window of its own, and such windows are nobody's children.
void installWindowAccessible();

} // namespace convoy
