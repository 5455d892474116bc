// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/watchedfolders.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace convoy {

class PathField;
class ProfileCombo;

/// The folders whose new files are converted by themselves: which there are, and one more. Not modal.
class WatchDialog : public QDialog
{
    Q_OBJECT

public:
    WatchDialog(WatchedFolders &folders, const ProfileStore &profiles, QWidget *parent = nullptr);

private:
    QWidget *makeForm();
    void present();
    void updateButtons();
    void add();
    int current() const;

    WatchedFolders &m_folders;
    const ProfileStore &m_profiles;
    QTreeWidget *m_list;
    QLabel *m_empty;
    PathField *m_folder;
    PathField *m_output;
    ProfileCombo *m_profile;
    QCheckBox *m_recursive;
    QLabel *m_problem;
    QPushButton *m_add;
    QPushButton *m_pause;
    QPushButton *m_remove;
};

} // namespace convoy
