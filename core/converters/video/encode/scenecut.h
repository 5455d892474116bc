// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

namespace convoy {

/// Guesses where an encoder will put a key frame of its own accord: where a picture has little to do with the one
/// before it (cuts, fades, flashes). A wrong guess costs one key frame and nothing else.
class SceneCut
{
public:
    /// Whether `frame` starts a new scene. Looks at every fourth line of its first plane (8 bits a sample).
    bool startsWith(const AVFrame *frame);

private:
    FramePtr m_previous;
    double m_lastChange = 0;
};

} // namespace convoy
