// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QWidget;

namespace convoy {

class BatchBar;
class BatchController;
class BatchEnd;
class QueueModel;
class Settings;
class WindowActions;
struct CheckedPlan;

/// What a person does with the work: starts it, with or without a look at the plan, holds it, stops it, and says what
/// comes after it.
class WorkCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        QueueModel &model;
        BatchController &controller;
        Settings &settings;
        WindowActions &actions;
        BatchBar &bottom;
        QWidget &view; ///< has the focus afterwards
        BatchEnd &end;
    };
    WorkCommands(const Parts &parts, QWidget *window);

    /// By what can be done now.
    void enableActions();

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void startBatch();
    void convert();
    void showPlan(const std::shared_ptr<CheckedPlan> &plan);
    void chooseEnd(int what);

    Parts m_parts;
    QWidget *m_window;
};

} // namespace convoy
