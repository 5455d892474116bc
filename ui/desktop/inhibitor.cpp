// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/inhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

void Inhibitor::setActive(bool active)
{
    if (active == m_wanted)
        return;
    m_wanted = active;
    if (!active) {
        m_lock = {};
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                       u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    call.setArguments({u"sleep:idle"_s, u"Convoy"_s, tr("Files are being converted"), u"block"_s});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *self) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *self;
        if (reply.isValid() && m_wanted)
            m_lock = reply.value();
        self->deleteLater();
    });
}

} // namespace convoy
