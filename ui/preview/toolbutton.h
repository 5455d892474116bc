// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace convoy {

/// A button of the preview's rows, which the keyboard reaches as the others; its caller gives it a parent.
inline QToolButton *toolButton(const QString &text, const QString &tip)
{
    auto *made = new QToolButton;
    made->setText(text);
    made->setToolTip(tip);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

} // namespace convoy
