// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

#include <QObject>

#include <vector>

class QLocalServer;

namespace convoy {

/// The first window of a session listens on a socket in $XDG_RUNTIME_DIR; a later start hands its files over and ends.
/// Paths travel as bytes, separated by zeros, so every name survives.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);

    /// True where another window took the paths; then there is nothing left to do.
    bool handOver(const std::vector<Path> &paths);
    /// Starts listening.
    void listen();

Q_SIGNALS:
    /// Another start asks for the window, and brings these along (may be none).
    void received(const std::vector<convoy::Path> &paths);

private:
    void accept();

    QString m_name;
    QLocalServer *m_server = nullptr;
};

} // namespace convoy
