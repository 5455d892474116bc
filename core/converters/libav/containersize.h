// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Whether the end of a file is missing, as of half a download, without its demuxer saying so: where a Matroska file's
/// Segment (RFC 9559), an AVI, ASF, WAV, AIFF-C, Sun or Core Audio file says that it is longer, or where the last of the
/// parts goes on that an Ogg or FLV file, or a Matroska file without a length, is made of. False for every other format.
/// `quick` looks at the first parts only.
bool containerGoesOn(int fd, bool quick);

} // namespace convoy
