// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/libavhooks.h"

namespace convoy {

namespace {

LibavHooks installedFunctions;

} // namespace

void LibavHooks::install(const LibavHooks &functions)
{
    installedFunctions = functions;
}

const LibavHooks *LibavHooks::installed()
{
    return installedFunctions.open ? &installedFunctions : nullptr;
}

} // namespace convoy
