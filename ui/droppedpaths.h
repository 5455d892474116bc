// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

#include <vector>

class QMimeData;

namespace convoy {

/// The local files of a drop, as bytes: names that are not valid UTF-8 survive.
std::vector<Path> droppedPaths(const QMimeData &data);

/// The files that a clipboard names: as in a drop, or else every line that is an absolute path.
std::vector<Path> pastedPaths(const QMimeData &data);

/// What a person typed as a folder: absolute, with ~ for the home folder; empty where nothing was typed.
Path typedFolder(const QString &text);

} // namespace convoy
