// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

/// A home of the test's own: what the program keeps between two starts lies below it. To be made before anything asks.
class TemporaryHome : public QTemporaryDir
{
public:
    TemporaryHome()
    {
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "HOME"})
            qputenv(variable, path().toUtf8());
    }
};
