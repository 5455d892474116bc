// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converter.h"

namespace convoy {

const Converter *converterInFamily(QStringView)
{
    return nullptr;
}

void warmUpFamily() {}

} // namespace convoy
