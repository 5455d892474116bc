// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"
#include "core/converters/converter.h"

namespace convoy {

/// A CUESHEET block (RFC 9639, 8.7) of a cue sheet's text for one file. Empty where it cannot be said in one: several
/// files, times that do not fall on samples, an unknown length.
QByteArray cueSheetBlock(const QString &text, const SampleShape &shape);

/// The tracks of one disc in its image, from INDEX 01 to INDEX 01, as a cue sheet's text for one file has them. Empty where
/// that does not fit, or not all of it is sound.
QList<SampleRange> tracksInImage(const QString &cueSheet, const SampleShape &shape);

/// AccurateRip's checksums in `columns` as its database has them: of tracks as they are on the disc, whose places the
/// options say (`track_end`, `cuesheet`), wherever the file is cut. Of an image those of all its tracks, with blanks between
/// them. Reads the samples again where that is needed.
Result<void> correctChecksums(const ConvertRequest &request, const AudioFile &file, const AudioTags &tags,
                              const ConvertContext &context, QVariantMap &columns);

} // namespace convoy
