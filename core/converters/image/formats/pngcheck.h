// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

namespace convoy {

/// Whether the file at the stream is a PNG to its very end, with right sums over what the pixels are made of. libpng and
/// ImageMagick hand over half a picture otherwise, and say so in words only.
bool hasSoundPngChunks(std::FILE *file);

/// Whether its texts and color profile, which libpng and Exiv2 unpack whole, are not absurdly large. A megabyte can hold a
/// gigabyte of them.
bool hasModestPngTexts(std::FILE *file);

} // namespace convoy
