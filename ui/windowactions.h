// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QUndoStack;
class QWidget;

namespace convoy {

/// Everything that can be done in the window, with names, icons and keys. What is done is connected elsewhere.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    WindowActions(QWidget &window, QUndoStack &stack);

    /// What the menu button shows.
    QMenu *makeMenu(QMenu *profiles);

    QAction *addFiles, *addFolder, *addList, *watch, *fileMenu, *remove, *clearFinished;
    QAction *copy, *paste;
    QAction *convert, *pause, *resume, *cancel, *retryFailed;
    QAction *undo, *redo, *find;
    QAction *moveUp, *moveDown, *moveToTop;
    QAction *timeline, *panel;
    QAction *plan, *history, *report;
    QAction *preferences, *help, *about, *quit;
    QMenu *columns;          ///< empty: whoever has the list fills it when it is to be shown
    QActionGroup *groupings; ///< data: int of Grouping
    QActionGroup *whenDone;  ///< data: int of WhenDone

private:
    QAction *make(const char *icon, const QString &text, const QKeySequence &keys, const QString &tip);
    void makeList();
    void makeWork();
    void makeUndo(QUndoStack &stack);
    void makeWindow();
    QActionGroup *choices(const QStringList &texts);

    QWidget &m_window;
};

} // namespace convoy
