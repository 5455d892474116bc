// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

#include <QByteArray>

namespace convoy {

/// Rotation and mirroring that a player has to apply, as a 3×3 matrix of the stream; nullptr where there is none.
const int32_t *displayMatrix(const AVStream *stream);
/// Degrees clockwise, 0 … 359.
double displayRotation(const int32_t *matrix);
/// Whether the picture lies on its side.
bool isSideways(const int32_t *matrix);
/// The filter that makes a picture upright; empty where it is. The matrix is applied to the pixels: players do not agree on
/// what to do with it in Matroska.
QByteArray uprightFilter(const int32_t *matrix);

} // namespace convoy
