// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace convoy {

/// Gives every button, tab and named field of a window a letter to press with Alt, as far as letters last and unless it has
/// one. By what is written there, so every language has its own. What scrolls may be out of sight and gets none.
void giveMnemonics(const QWidget &window);

/// The same for what is in a menu now.
void giveMnemonics(const QMenu &menu);

} // namespace convoy
