// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queueproxy.h"

#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace convoy {

class ProfileCombo;

/// What a person does first: add, look for, choose a profile.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    struct Actions {
        QAction *addFiles;
        QAction *addFolder;
        QAction *remove;
        QAction *clearFinished;
        QMenu *menu;
    };
    TopBar(const Actions &actions, QWidget *parent = nullptr);

    ProfileCombo &profiles() { return *m_profiles; }
    QLineEdit &filter() { return *m_filter; }
    void setGrouping(int grouping);
    QSize minimumSizeHint() const override;
    void showStates(StateFilter states);

Q_SIGNALS:
    void filterChanged(const QString &text);
    void stateFilterChanged(convoy::StateFilter states);
    /// int of Grouping
    void groupingChosen(int grouping);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFilter();
    void addChoices(QHBoxLayout &row);
    QWidget *makeMenuButton(QMenu &menu);
    int wordsWidth() const;
    int groupingWidth() const;

    QList<QToolButton *> m_adding;
    QLineEdit *m_filter;
    QComboBox *m_states;
    QLabel *m_groupLabel;
    QComboBox *m_groupings;
    ProfileCombo *m_profiles;
};

/// A button for an action: its name for a robot or screen reader is the action's text.
QToolButton *actionButton(QAction &action, Qt::ToolButtonStyle style);

} // namespace convoy
