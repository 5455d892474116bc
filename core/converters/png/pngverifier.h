// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngpicture.h"

#include <QByteArray>

#include <stop_token>

namespace convoy {

/// Decodes the PNG at `fd` from offset 0 to its end, checks every checksum, and compares it with the picture that was
/// written and the hash that `writePng` returned. Only the chunks that `writePng` writes are allowed.
Result<void> verifyPng(int fd, const PngPicture &picture, const QByteArray &hash, const std::stop_token &stop,
                       const std::function<void(double fraction)> &progress);

} // namespace convoy
