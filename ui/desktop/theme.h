// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuerow.h"

#include <QColor>
#include <QDBusVariant>
#include <QObject>
#include <QPalette>

namespace convoy {

/// Convoy's own colours, so that light and dark look the same on every desktop. All pairs of text and ground reach
/// WCAG AA; with high contrast AAA, but for what is selected.
QPalette lightPalette(bool highContrast = false);
QPalette darkPalette(bool highContrast = false);
bool isDark(const QPalette &palette);

/// Colour of a state's icon and word on the base of `palette`.
QColor stateColor(RowState state, const QPalette &palette);

/// Black or white, whichever can be read on `ground`.
QColor readableOn(const QColor &ground);

/// What parts a control from its ground: 3 to 1 against both, and the same of the one that has the focus.
QColor outlineColor(const QPalette &palette);
QColor focusColor(const QPalette &palette);

/// Follows the desktop's contrast and colour scheme (settings portal, org.freedesktop.appearance) live, the latter unless a
/// person has chosen light or dark for good.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    /// "system", "light" or "dark".
    void setScheme(const QString &scheme);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(QLatin1StringView key);
    void apply();

    QString m_scheme;
    bool m_systemDark = false;
    bool m_highContrast = false;
};

} // namespace convoy
