// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Whether the outermost element of a Matroska file (RFC 9559: Segment) or of an AVI, WAV, AIFF-C, Sun or Core Audio file
/// says that it is longer than the file, so that the end is missing: their demuxers just stop there and report nothing.
/// False where the container says no length, and for every other format.
bool containerGoesOn(int fd);

} // namespace convoy
