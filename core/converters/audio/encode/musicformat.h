// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

#include <QString>

#include <optional>

namespace convoy {

/// What is written into a file with some ending.
struct MusicFormat {
    const char *muxer = nullptr;
    const char *encoder = nullptr;
    bool isLossless = false;
    bool isOpus = false;
};
/// `m4aCodec`: "aac" or "alac". Nothing for other endings than the `music` converter's.
std::optional<MusicFormat> musicFormat(const QString &extension, const QString &m4aCodec);

/// The first format of the encoder that keeps every bit; without one, the best it has.
AVSampleFormat sampleFormatOf(const AVCodec *codec, int bits);

/// The least rate in Hz that the encoder knows from `wanted` on, else its highest.
int nearestRate(const AVCodec *codec, int wanted);

} // namespace convoy
