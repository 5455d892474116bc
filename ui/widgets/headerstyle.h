// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHeaderView;

namespace convoy {

/// Headings begin where the text of their cells begins.
void indentHeader(QHeaderView &header);

} // namespace convoy
