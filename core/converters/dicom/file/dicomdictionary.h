// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Tells DCMTK the value representations of the elements that Convoy reads, which implicit files do not write down, in
/// place of its file of some five thousand: that took most of the start, and the sandbox would not let it be read later.
/// A new element that is read needs a line in dicomdictionary.cpp. Not for use beside threads.
void fillDicomDictionary();

} // namespace convoy
