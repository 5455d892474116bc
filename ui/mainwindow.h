// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batchcontroller.h"
#include "ui/desktop/inhibitor.h"
#include "ui/desktop/launcherprogress.h"
#include "ui/desktop/notifier.h"
#include "ui/desktop/theme.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QMimeData;
class QSplitter;

namespace convoy {

class BatchBar;
class MessageBar;
class QueueView;
class SidePanel;
class Timeline;
class TopBar;

/// Convoy's window. Wiring only: what is done is done by the controller, the editor and the widgets.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void add(const std::vector<Path> &paths);
    void comeToFront();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Actions {
        QAction *addFiles, *addFolder, *remove, *clearFinished;
        QAction *convert, *pause, *resume, *cancel, *retryFailed;
        QAction *undo, *redo, *find, *timeline, *panel, *preferences, *help, *about, *quit;
    };

    QAction *makeAction(const char *icon, const QString &text, const QKeySequence &keys, const QString &tip);
    void makeActions();
    void makeLayout();
    void connectList();
    void connectWork();
    void connectNotifications();
    void restoreLayout();
    void saveLayout();
    void openFilesDialog(bool folders);
    void showMenu(const QPoint &place);
    void startBatch();
    void chooseProfile(const QString &id);
    void removeRows(const QList<RowId> &rows);
    void updateState();
    void updateExamples();
    void jobsChanged(const QList<JobId> &ids);
    void ended(const BatchSummary &summary);
    void showFailed();
    void offer(const InterruptedBatch &batch);
    void profilesChanged();
    void summarize(const BatchSummary &summary, const QString &counts);
    void openOutputFolder();
    void addMessage(MessageBar *bar);

    Settings &m_settings;
    QueueModel m_model;
    QueueEditor m_editor;
    BatchController m_controller;
    Theme m_theme;
    Notifier m_notifier;
    Inhibitor m_inhibitor;
    LauncherProgress m_launcher;
    Actions m_actions{};
    TopBar *m_top = nullptr;
    BatchBar *m_bottom = nullptr;
    QueueView *m_view = nullptr;
    SidePanel *m_side = nullptr;
    Timeline *m_timeline = nullptr;
    QSplitter *m_splitter = nullptr;
    QLayout *m_messages = nullptr;
    QPointer<MessageBar> m_summary; ///< what became of the last batch
    QWidget *m_counts = nullptr;
    QTimer m_refresh; ///< gathers what changes in quick succession
    QTimer m_saveSoon;
};

/// The local files of a drop, as bytes: names that are not valid UTF-8 survive.
std::vector<Path> droppedPaths(const QMimeData &data);

} // namespace convoy
