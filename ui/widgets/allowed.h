// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace convoy {

/// Enables an action or a button, or says beside what it does why it cannot be used now: where the mouse rests on it, and to
/// screen readers.
template <typename T>
void setAllowed(T &what, bool allowed, const QString &whyNot)
{
    constexpr auto ownTip = "ownTip"; // what it does
    if (!what.property(ownTip).isValid())
        what.setProperty(ownTip, what.toolTip());
    const QString tip = what.property(ownTip).toString();
    what.setEnabled(allowed);
    what.setToolTip(allowed ? tip : tip.isEmpty() ? whyNot : tip + u'\n' + whyNot);
}

} // namespace convoy
