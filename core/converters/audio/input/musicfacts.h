// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QVariantMap>

#include <functional>
#include <stop_token>

namespace convoy {

/// Decodes all of a music file through libav: "samples", "rate", "channels" and, with `losslessBits` > 0, the "hash" that
/// SampleHash gives for samples of that many bits. `damaged-input` for anything that cannot be decoded.
Result<QVariantMap> musicFacts(int fd, int losslessBits, const std::stop_token &stop,
                               const std::function<void(double)> &progress);

} // namespace convoy
