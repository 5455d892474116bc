// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct th_enc_ctx;

namespace convoy {

/// Gives an encoder SSE2 functions where libtheora 1.1.1 has MMX ones: the same numbers, so the same packets, in less time.
/// Does nothing where the encoder is the system's library (see CMakeLists.txt).
///
/// With `exactMotion` also the function that compares a block with what lies between two pixels. libtheora's own one does
/// not tell GCC that it reads memory; as GCC 12 compiles it, and so in Debian 12, it reads its stack after something else
/// was written there. Encoders that are told of the wrong distances find half-pixel vectors seldom, and files are larger.
void useFastFunctions(th_enc_ctx *encoder, bool exactMotion);

} // namespace convoy
