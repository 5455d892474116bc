// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notify/notifysettings.h"

#include <QByteArray>

#include <chrono>

namespace convoy {

/// How long a server may take, in all: nobody waits for a dead one.
struct TransferLimits {
    std::chrono::milliseconds connect{5000};
    std::chrono::milliseconds total{10'000};
};

/// Hands a message to the server, over TLS unless the settings say otherwise. Blocking, from any thread. `internal` with
/// what the server or libcurl said.
Result<void> sendMail(const MailSettings &settings, const QByteArray &password, const QByteArray &message,
                      const TransferLimits &limits = {});

/// POSTs a JSON document. Answers other than 2xx are errors; redirections are not followed.
Result<void> postJson(const QString &url, const QByteArray &json, const TransferLimits &limits = {});

} // namespace convoy
