// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convoy {

/// CRC-8 of a frame header and CRC-16 of a frame (RFC 9639, 9.1.8 and 9.3).
quint8 flacCrc8(const uchar *bytes, size_t size);
quint16 flacCrc16(const uchar *bytes, size_t size);

/// Appends the coded number of a frame: it looks like UTF-8, with up to six bytes (RFC 9639, 9.1.5).
void appendFlacNumber(quint32 number, std::vector<uchar> &target);

/// Appends `frame`, as libFLAC wrote it with a fixed block size, to `target` with another frame number. The coded
/// number may change its length; both checksums are made new, without going over the frame's body again.
/// False where `frame` is no whole frame.
[[nodiscard]] bool appendRenumberedFrame(const uchar *frame, size_t size, quint32 number, std::vector<uchar> &target);

} // namespace convoy
