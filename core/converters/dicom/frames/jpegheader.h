// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace convoy {

struct JpegHeader {
    int precision = 0; ///< bits a sample
    int width = 0;
    int height = 0; ///< 0 where a DNL marker says it later
    int components = 0;
    bool lossless = false; ///< ITU-T T.81's process 14
    bool byBlocks = false; ///< sequential or progressive, with Huffman codes
    /// Whether the components are Y, Cb and Cr, where the stream says: Adobe's marker, JFIF's, or components named R, G, B.
    std::optional<bool> ybr = std::nullopt;
};

/// Reads all up to the frame header (any SOF marker, ITU-T T.81 B.2.2, or JPEG-LS's SOF55, T.87 C.2.2).
std::optional<JpegHeader> readJpegHeader(std::span<const std::uint8_t> data);

} // namespace convoy
