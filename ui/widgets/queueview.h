// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queueproxy.h"

#include <QTableView>

namespace convoy {

class EmptyState;

/// The table "Files". While the list is empty, what to do is shown on it.
class QueueView : public QTableView
{
    Q_OBJECT

public:
    QueueView(QueueModel &model, QWidget *parent = nullptr);

    QueueProxy &proxy() { return *m_proxy; }
    EmptyState &emptyState() { return *m_empty; }

    /// Ids of the selected rows, in list order.
    QList<RowId> selectedRows() const;
    void selectRows(const QList<RowId> &rows);

    /// Empty as long as the widths follow the window.
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);

Q_SIGNALS:
    void selectionMoved();
    void removeRequested();
    void openRequested(convoy::RowId row);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showEmptiness();
    void fitColumns();

    QueueModel &m_model;
    QueueProxy *m_proxy;
    EmptyState *m_empty;
    bool m_fitting = false;
    bool m_columnsChosen = false; ///< a person has set their widths
};

} // namespace convoy
