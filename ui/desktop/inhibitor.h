// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace convoy {

/// Keeps the computer from going to sleep (systemd-logind) while work runs. Without logind nothing happens.
class Inhibitor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setActive(bool active);

private:
    bool m_wanted = false;
    QDBusUnixFileDescriptor m_lock; ///< released when closed
};

} // namespace convoy
