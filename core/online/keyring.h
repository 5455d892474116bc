// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace convoy {

/// What the secret service keeps for Convoy under that key. Runs an event loop of its own for a few seconds at most: only
/// where no other runs yet. `invalid-option` where it has nothing or does not answer.
Result<QByteArray> readSecret(const QString &key);

/// Puts it there. As above.
Result<void> storeSecret(const QString &key, const QByteArray &secret);

} // namespace convoy
