// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

#include <QByteArray>
#include <QSize>

namespace convoy {

/// A Theora packet that shows the picture before it once more: an inter frame without a coded block.
///
/// libtheora says the same with a packet of no bytes, which muxers leave out: the picture, and at the end of a video its
/// time, would be lost. With a packet for each picture as many come out as went in, whoever encoded what.
/// `format` is one of the three that Theora knows.
QByteArray repeatedTheoraPicture(QSize size, AVPixelFormat format);

} // namespace convoy
