// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace convoy {

/// The translation context of the audio converter.
struct AudioText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Audio)
};

} // namespace convoy
