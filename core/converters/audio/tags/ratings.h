// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/base/audiotag.h"

namespace convoy {

/// What ID3's POPM frame says.
struct Rating {
    QString owner; ///< a mail address, or a program
    int level = 0; ///< 1 … 255; 0 for none
    quint32 playCount = 0;
};

/// As others write it into Vorbis comments: `RATING:owner` from 0 to 1 and `PLAYCOUNT:owner` (Quod Libet, Picard), or
/// `RATING` from 1 to 5 where it is nobody's (foobar2000), and `FMPS_RATING` from 0 to 1.
AudioTags ratingTags(const Rating &rating);

/// What tags with these names say, each owner's once, and of nobody's as Windows does.
QList<Rating> ratingsIn(const AudioTags &tags);

/// From 0 to 5, as players show it.
int starsOf(int level);

/// Whether ratingsIn() says all of it.
bool isRatingTag(const AudioTag &tag);

} // namespace convoy
