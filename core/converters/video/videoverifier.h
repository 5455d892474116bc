// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// Demultiplexes and decodes a whole staged file and compares it with the facts that Transcoder wrote down: every
/// stream, every frame, the length. Uses the job's cores: pictures between two key frames decode on their own.
Result<void> verifyVideo(int fd, const QVariantMap &facts, const ConvertContext &context);

} // namespace convoy
