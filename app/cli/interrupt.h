// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace convoy {

/// Turns SIGINT, SIGTERM and SIGHUP into a signal of the event loop. A second one ends the process at once. Make one
/// object only: signals belong to the process. SIGPIPE is caught as well, so that a reader that went away does not end a
/// batch; both settings end with exec(), unlike an ignored or blocked signal, which tools would inherit.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);

Q_SIGNALS:
    void requested();

private:
    QSocketNotifier m_notifier;
};

} // namespace convoy
