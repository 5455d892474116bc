// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace convoy {

enum class SegmentUnit : std::uint8_t { Byte, Word };

/// Expands Segmented Palette Color Lookup Table Data (PS3.3 C.7.9.2) to at most `entries` entries. `data` holds one
/// value of `unit` in each number. Stops where the segments contradict themselves.
std::vector<std::uint16_t> expandSegments(std::span<const std::uint16_t> data, SegmentUnit unit, size_t entries);

} // namespace convoy
