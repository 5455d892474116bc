// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/listrows.h"

#include <QDialog>
#include <QThreadPool>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace convoy {

class PathField;
class ProfileCombo;

/// Jobs from a table or a range of numbers: which, with what, and what they look like before they are added.
class ListDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ListDialog(const ProfileStore &profiles, QWidget *parent = nullptr);
    ~ListDialog() override;

Q_SIGNALS:
    void chosen(const convoy::ListWish &wish);

private:
    void makeFields();
    void makeLayout();
    void readSoon();
    void read();
    void take(const Result<JobList> &list);
    void check();
    void showRows();
    void agree();

    const ProfileStore &m_profiles;
    QRadioButton *m_fromFile;
    QRadioButton *m_fromRange;
    PathField *m_file;
    QLineEdit *m_range;
    ProfileCombo *m_profile;
    QLabel *m_sentence;
    QTableWidget *m_rows;
    QPushButton *m_add;
    JobList m_list;
    Path m_listFolder;
    bool m_isRead = false;
    int m_reading = 0; ///< counts what was asked for: only the last answer is wanted
    QTimer m_soon;
    QThreadPool m_thread;
};

} // namespace convoy
