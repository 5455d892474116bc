// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace convoy {

/// The bar on the program's icon in docks and taskbars that know com.canonical.Unity.LauncherEntry.
class LauncherProgress : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `fraction` 0 … 1; sent only where it has moved by a percent.
    void setProgress(double fraction, bool visible);

private:
    int m_percent = -1;
    bool m_visible = false;
};

} // namespace convoy
