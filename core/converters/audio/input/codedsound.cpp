// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/codedsound.h"

namespace convoy {

namespace {

CodedSound installedFunctions;

} // namespace

void CodedSound::install(const CodedSound &functions)
{
    installedFunctions = functions;
}

const CodedSound *CodedSound::installed()
{
    return installedFunctions.open ? &installedFunctions : nullptr;
}

} // namespace convoy
