// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace convoy {

/// The translation context of the tool converter.
struct ToolText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Tool)
};

} // namespace convoy
