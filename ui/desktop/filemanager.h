// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

namespace convoy {

/// Opens the file with the program that the desktop has for it; false where it has none.
bool openFile(const Path &file);
/// Shows the file selected in the desktop's file manager (org.freedesktop.FileManager1), else opens its folder.
void showInFolder(const Path &file);

} // namespace convoy
