// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queueeditor.h"

#include <QObject>

namespace convoy {

class BatchController;
class QueueView;
class Settings;
class SidePanel;
class TopBar;
class WindowActions;

/// What a person does with the list: adds, removes, moves, groups, and everything in its context menu.
class ListCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        QueueModel &model;
        QueueEditor &editor;
        BatchController &controller;
        Settings &settings;
        WindowActions &actions;
        TopBar &top;
        QueueView &view;
        SidePanel &side;
    };
    ListCommands(const Parts &parts, QWidget *window);

    void chooseGrouping(int grouping);
    /// For the selected files; with none, for all that wait and that it can convert, and for files still to come.
    void chooseProfile(const QString &id);
    /// By what can be done now.
    void enableActions();
    /// Selects what failed and shows why.
    void showFailed();

Q_SIGNALS:
    void said(const QString &sentence);
    /// Files of some kind get another profile from now on.
    void defaultsChanged();

private:
    void connectActions();
    void connectView();
    void openFilesDialog(bool folders);
    void copy();
    void paste();
    void openListDialog();
    void openWatchDialog();
    void showMenu(const QPoint &place);
    void remove(const QList<RowId> &rows);
    void clearFinished();
    void moveTo(int before);
    void moveBy(int step);

    Parts m_parts;
    QWidget *m_window;
};

} // namespace convoy
