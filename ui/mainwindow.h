// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batchcontroller.h"
#include "ui/desktop/theme.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QSplitter;

namespace convoy {

class BatchBar;
class BatchEnd;
class ListCommands;
class ProfileActions;
class QueueView;
class SidePanel;
class Timeline;
class TopBar;
class WindowActions;
class WindowMessages;
class WorkCommands;
class WorkStatus;

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
    void start();
    void makeWidgets();
    void makeLayout();
    void connectView();
    void connectProfiles();
    void connectMessages();
    void connectDialogs();
    void restoreLayout();
    void saveLayout();
    void updateState();
    void updateExamples();
    void profilesChanged();
    void showWatching();
    void say(const QString &sentence);

    Settings &m_settings;
    QueueModel m_model;
    QueueEditor m_editor;
    BatchController m_controller;
    Theme m_theme;
    WindowActions *m_actions;
    ProfileActions *m_profileActions = nullptr;
    TopBar *m_top = nullptr;
    BatchBar *m_bottom = nullptr;
    QueueView *m_view = nullptr;
    SidePanel *m_side = nullptr;
    Timeline *m_timeline = nullptr;
    QSplitter *m_splitter = nullptr;
    WindowMessages *m_messages = nullptr;
    ListCommands *m_list = nullptr;
    WorkCommands *m_commands = nullptr;
    QLabel *m_watching = nullptr;
    QLabel *m_counts = nullptr;
    WorkStatus *m_work = nullptr;
    BatchEnd *m_end = nullptr;
    QTimer m_refresh; ///< gathers what changes in quick succession
    QTimer m_saveSoon;
};

} // namespace convoy
