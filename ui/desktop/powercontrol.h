// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace convoy {

/// What is to happen when everything has ended.
enum class WhenDone : quint8 { Nothing, Suspend, PowerOff };

/// Asks systemd-logind for it; where there is none, failed() says so.
class PowerControl : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void perform(WhenDone what);

Q_SIGNALS:
    void failed(const QString &reason);
};

} // namespace convoy
