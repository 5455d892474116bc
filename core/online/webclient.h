// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace convoy {

struct WebRequest {
    QUrl url; ///< http, https or file
    QByteArray userAgent;
    qint64 mostBytes = 0; ///< a longer answer is a problem
    int mostMs = 0;       ///< … and one that takes longer, however it comes
};

struct WebAnswer {
    int status = 0;      ///< of HTTP; 0 where there is none
    int retryAfterS = 0; ///< how many seconds the server asks to wait; 0 where it does not
    QByteArray bytes;
    QString problem; ///< empty where all went well
    bool isMissing = false;
    bool isLate = false;
};

/// Asks servers. Lives in one thread, which has an event loop, and never blocks it.
class WebClient
{
public:
    using Taker = std::function<void(const WebAnswer &answer)>;

    virtual ~WebClient() = default;
    /// `take` is called later, unless the client ends before.
    virtual void get(const WebRequest &request, const Taker &take) = 0;
};

std::unique_ptr<WebClient> makeWebClient();

} // namespace convoy
