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
class MessageBar;
class ProfileActions;
class QueueView;
class SidePanel;
class Timeline;
class TopBar;
class WindowActions;
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
    void connectAdding();
    void connectView();
    void connectProfiles();
    void connectWork();
    void connectMessages();
    void connectDialogs();
    void restoreLayout();
    void saveLayout();
    void openFilesDialog(bool folders);
    void showMenu(const QPoint &place);
    void startBatch();
    void convert();
    void showPlan(const std::shared_ptr<std::vector<JobPlan>> &plans);
    void chooseProfile(const QString &id);
    void chooseGrouping(int grouping);
    void removeRows(const QList<RowId> &rows);
    void moveRows(int before);
    void moveBy(int step);
    void updateState();
    void updateExamples();
    void showFailed();
    void offer(const InterruptedBatch &batch);
    void profilesChanged();
    void addMessage(MessageBar *bar);
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
    QLayout *m_messages = nullptr;
    QLabel *m_counts = nullptr;
    WorkStatus *m_work = nullptr;
    BatchEnd *m_end = nullptr;
    QTimer m_refresh; ///< gathers what changes in quick succession
    QTimer m_saveSoon;
};

} // namespace convoy
