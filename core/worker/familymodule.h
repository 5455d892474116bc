// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// What a codec family's shared object offers to `convoy-worker`. Found under the name "convoyFamily".
struct FamilyModule {
    const Converter *(*converter)(QStringView id);
    void (*warmUp)();
};

} // namespace convoy
