// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/mediainfo.h"
#include "core/converters/option.h"

namespace convoy {

/// Options of every converter that writes music: where to cut, what to keep, tags, gain.
OptionSchema musicSchema();

/// ConverterInfo::setOf of music: an album whose gain is wanted.
QByteArray albumOf(const OptionValues &options, const MediaInfo &info);

} // namespace convoy
