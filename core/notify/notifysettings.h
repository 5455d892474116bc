// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/base/result.h"

#include <QStringList>

namespace convoy {

/// When somebody wants to hear of a batch.
enum class NotifyWhen : quint8 {
    End,          ///< always at its end
    Failures,     ///< at its end, where something has failed
    FirstFailure, ///< at the first failure, and at the end
};

struct MailSettings {
    QString server;     ///< smtp://host[:port] (STARTTLS) or smtps://host[:port]; empty: no mail
    QString user;       ///< empty: the server wants none
    Path passwordFile;  ///< mode 0600; empty: the password is in the secret service
    Path caFile;        ///< certificates to trust; empty: the system's
    bool useTls = true; ///< false only without a user
    QString from;
    QStringList to;

    bool operator==(const MailSettings &) const = default;
};

/// Whom to tell, from one JSON file:
/// {"convoy_notify": 1, "when", "mail": {"server", "user", "password_file", "ca_file", "tls", "from", "to": […]},
///  "webhook", "command": […]}
struct NotifySettings {
    NotifyWhen when = NotifyWhen::End;
    MailSettings mail;
    QString webhook;     ///< http or https address that gets the report as JSON; empty: none
    QStringList command; ///< gets the report on its standard input; empty: none

    bool isWanted() const { return !mail.server.isEmpty() || !webhook.isEmpty() || !command.isEmpty(); }
    bool operator==(const NotifySettings &) const = default;
};

/// Unknown keys, wrong types and addresses that are none are `invalid-option` and name the key's path.
Result<NotifySettings> parseNotifySettings(const QByteArray &json);
Result<NotifySettings> readNotifySettings(const Path &file);

} // namespace convoy
