// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace convoy {

/// One quiet notification of the desktop (org.freedesktop.Notifications), with actions. Where there is no notification
/// service nothing happens.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    struct Action {
        QString key;
        QString label;
    };
    /// Replaces the one before.
    void notify(const QString &title, const QString &text, const QList<Action> &actions);

Q_SIGNALS:
    void actionInvoked(const QString &key);

private Q_SLOTS:
    void invoked(uint id, const QString &key);

private:
    uint m_id = 0;
};

} // namespace convoy
