// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/launcherprogress.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

void LauncherProgress::setProgress(double fraction, bool visible)
{
    const int percent = int(fraction * 100);
    if (visible == m_visible && (percent == m_percent || !visible))
        return;
    m_percent = percent;
    m_visible = visible;
    QDBusMessage update = QDBusMessage::createSignal(u"/org/convoy/Convoy"_s, u"com.canonical.Unity.LauncherEntry"_s,
                                                     u"Update"_s);
    update.setArguments({u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName()),
                         QVariantMap{{u"progress"_s, fraction}, {u"progress-visible"_s, visible}}});
    QDBusConnection::sessionBus().send(update);
}

} // namespace convoy
