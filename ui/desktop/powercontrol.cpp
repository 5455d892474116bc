// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/powercontrol.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

void PowerControl::perform(WhenDone what)
{
    if (what == WhenDone::Nothing)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                       u"org.freedesktop.login1.Manager"_s,
                                                       what == WhenDone::Suspend ? u"Suspend"_s : u"PowerOff"_s);
    call.setArguments({true}); // the desktop may ask for a password
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *self) {
        const QDBusPendingReply<> reply = *self;
        if (reply.isError())
            Q_EMIT failed(reply.error().message());
        self->deleteLater();
    });
}

} // namespace convoy
