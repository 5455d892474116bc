// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notify/notifysettings.h"
#include "core/report/report.h"

namespace convoy {

/// "Convoy: 3 done, 1 failed" and the like, in one line.
QString notificationTitle(const Report &report, bool isFinal);

/// The summary and what the failing tools said, for a person; of many failures the first ones.
QString notificationText(const Report &report, bool isFinal);

/// A whole message (RFC 5322, MIME), with CR LF. `isFinal` false: the batch goes on after its first failure.
QByteArray mailMessage(const MailSettings &settings, const Report &report, bool isFinal);

} // namespace convoy
