// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

namespace convoy {

/// Whether a BMP is whole as far as its run lengths tell: true where it has none. ImageMagick cuts runs that leave the
/// picture without a word, and shows what is left. Reads from the start of `file`.
bool hasSoundRunLengths(std::FILE *file);

} // namespace convoy
