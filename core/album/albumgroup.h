// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumdata.h"
#include "core/album/disctoc.h"
#include "core/base/path.h"
#include "core/base/result.h"

namespace convoy {

class WorkerPool;

/// A file, or a piece of one, that may be a track of an album.
struct AlbumFile {
    Path path;
    Path index;            ///< the cue sheet that names it; empty for none
    qint64 durationMs = 0; ///< of the piece
    int sampleRate = 0;
    qint64 cutStart = 0; ///< where the piece starts, in samples
    TagMap tags;
};

/// What the probe of a cue sheet says of the album; nothing of where its tracks are cut.
AlbumData albumOfSheet(const MediaInfo &sheet);

/// Reads an album file (albumfile.h) or has a worker read a cue sheet. Blocking.
Result<AlbumData> readAlbum(const Path &file, WorkerPool &workers);

/// Which of the files are one disc: of one folder, one cue sheet and one disc number. Places in `files`, in their order.
std::vector<std::vector<size_t>> groupDiscs(const std::vector<AlbumFile> &files);

/// The table of contents of the disc that these tracks are: by their cue sheet, or by the one log of a ripper that lies
/// beside them and has as many tracks, or by their lengths. A file with the number 0 is what is hidden in
/// front of the first track. Empty where no disc can be like that. Blocking: workers read
/// the sheet and the log.
DiscToc tocOfDisc(const std::vector<AlbumFile> &files, WorkerPool &workers);

} // namespace convoy
