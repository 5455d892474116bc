// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Registers DCMTK's codecs, fills its dictionary and turns its log off. To be called once, before any thread.
void warmUpDicom();

} // namespace convoy
