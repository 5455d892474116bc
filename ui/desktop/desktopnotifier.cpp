// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

DesktopNotifier::DesktopNotifier(QObject *parent) : QObject(parent)
{
    QDBusConnection::sessionBus().connect(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                          u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s, this,
                                          SLOT(invoked(uint, QString)));
}

void DesktopNotifier::notify(const QString &title, const QString &text, const QList<Action> &actions)
{
    QStringList flat;
    for (const Action &action : actions)
        flat << action.key << action.label;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                       u"/org/freedesktop/Notifications"_s,
                                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QString desktopEntry = QGuiApplication::desktopFileName(); // the icon has its name
    const QVariantMap hints{{u"desktop-entry"_s, desktopEntry}, {u"category"_s, u"transfer.complete"_s}};
    call.setArguments({u"Convoy"_s, m_id, desktopEntry, title, text.toHtmlEscaped(), flat, hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *self) {
        const QDBusPendingReply<uint> reply = *self;
        if (reply.isValid())
            m_id = reply.value();
        self->deleteLater();
    });
}

void DesktopNotifier::invoked(uint id, const QString &key)
{
    if (id == m_id)
        Q_EMIT actionInvoked(key);
}

} // namespace convoy
