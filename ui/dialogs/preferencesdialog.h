// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QDialog>

class QFormLayout;

namespace convoy {

/// What holds for every batch. Not modal; everything takes effect at once.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void colorSchemeChanged(const QString &scheme);

private:
    void addChoices(QFormLayout &form);
    void addSwitches(QFormLayout &form);

    Settings &m_settings;
};

} // namespace convoy
