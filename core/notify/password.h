// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notify/notifysettings.h"

#include <QByteArray>

namespace convoy {

/// The password for the mail server: from its file, which nobody else may be able to read (mode 0600), or from the secret
/// service. Empty where the server wants none. Runs an event loop of its own for a few seconds at most: only where no
/// other runs yet.
Result<QByteArray> readMailPassword(const MailSettings &settings);

/// Puts it into the secret service. As above.
Result<void> storeMailPassword(const MailSettings &settings, const QByteArray &password);

} // namespace convoy
