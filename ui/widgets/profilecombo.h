// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/profile.h"

#include <QComboBox>

class QLineEdit;

namespace convoy {

class ProfileList;

/// Picks a profile; they are grouped by what they convert, and the open list has a field to search them. Shows nothing
/// chosen where the files differ.
class ProfileCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit ProfileCombo(QWidget *parent = nullptr);

    void setProfiles(std::vector<Profile> profiles);
    /// Empty: several, or none.
    void setCurrentProfile(const QString &id);

    void showPopup() override;

Q_SIGNALS:
    /// By a person.
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void place(QWidget &popup);
    bool isHeading(int row) const { return itemData(row).toString().isEmpty(); }

    ProfileList *m_list;
    QLineEdit *m_search;
};

} // namespace convoy
