// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuemodel.h"

#include <QMenu>

namespace convoy {

class BatchController;

/// What can be done to the selected files, and nothing that cannot.
class QueueMenu : public QMenu
{
    Q_OBJECT

public:
    QueueMenu(QueueModel &model, BatchController &controller, const QList<RowId> &rows, QWidget *parent);

Q_SIGNALS:
    void copyRequested();
    void removeRequested(const QList<convoy::RowId> &rows);
    /// They are selected.
    void firstRequested();
    void duplicateRequested(const QList<convoy::RowId> &rows);

private:
    void addWorkActions();
    void addFileActions();
    void addCopyActions();
    QList<RowId> rowsIn(std::initializer_list<RowState> states) const;
    QString commandLine() const;

    QueueModel &m_model;
    BatchController &m_controller;
    QList<RowId> m_rows;
};

} // namespace convoy
