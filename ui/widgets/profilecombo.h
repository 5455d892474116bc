// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/profile.h"

#include <QComboBox>

namespace convoy {

/// Picks a profile; they are grouped by what they convert. Shows nothing chosen where the files differ.
class ProfileCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit ProfileCombo(QWidget *parent = nullptr);

    void setProfiles(const std::vector<Profile> &profiles);
    /// Empty: several, or none.
    void setCurrentProfile(const QString &id);

Q_SIGNALS:
    /// By a person.
    void chosen(const QString &id);
};

} // namespace convoy
