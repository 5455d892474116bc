// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/audiofile.h"

namespace convoy {

/// Adds what an ID3v2.2, 2.3 or 2.4 tag says, as Vorbis comments and PICTURE blocks: WAV and AIFF files carry one in an
/// "id3 " chunk. Frames that make no sense are left out.
void readId3(const QByteArray &tag, AudioTags &tags, QList<QByteArray> &pictures);

} // namespace convoy
