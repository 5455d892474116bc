// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// Demultiplexes and decodes a whole staged file and compares it with the facts that Transcoder wrote down: every
/// stream, every frame, the length. Where the facts have the digest of pictures that were decoded while others were still
/// being encoded, equal packets are proof enough, and only the first of them are decoded again, with the file's headers.
/// Else it uses the job's cores: pictures between two key frames decode on their own.
Result<void> verifyVideo(int fd, const QVariantMap &facts, const ConvertContext &context);

} // namespace convoy
