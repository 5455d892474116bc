// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuegroups.h"

#include <QTableView>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>

class QMenu;

namespace convoy {

class EmptyState;

/// The table "Files". While the list is empty, what to do is shown on it. Files can be grouped, and dragged into another
/// order where nothing else orders them, and out to other programs.
class QueueView : public QTableView
{
    Q_OBJECT

public:
    QueueView(QueueModel &model, QWidget *parent = nullptr);

    QueueProxy &proxy() { return *m_proxy; }
    /// Whoever places the list lays this over it: what lies in a table is nothing that a screen reader can find.
    EmptyState &emptyState() { return *m_empty; }

    /// Ids of the selected rows, in list order; a selected heading stands for its group.
    QList<RowId> selectedRows() const;
    void selectRows(const QList<RowId> &rows);

    void setGrouping(Grouping grouping);
    /// Files are being dragged over the window.
    void setHot(bool hot);
    /// Whether the list shows its own order: not sorted by a column and not grouped.
    bool isInListOrder() const;

    /// Empty as long as the columns follow the window.
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);
    /// Empty as long as there are as many as there is room for.
    QByteArray saveShownColumns() const;
    void restoreShownColumns(const QByteArray &keys);
    /// With a choice for each column that need not be there.
    void fillColumnsMenu(QMenu &menu);

    /// The selected rows as they are dragged, for other programs their files.
    std::unique_ptr<QMimeData> dragData() const;
    /// Whether what is dragged are rows of a list like this one.
    static bool isOwnDrag(const QMimeData &dragged);

Q_SIGNALS:
    void selectionMoved();
    void removeRequested();
    void openRequested(convoy::RowId row);
    /// The selected rows are to come before the row that is at `before` in the list.
    void moveRequested(int before);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUpRows();
    void setUpHeader();
    void connectModels();
    void keepSelection();
    void restoreSelection();
    void showEmptiness();
    void measureColumns();
    void measureSoon(int firstRow);
    struct Wanted {
        int usual = 0;  ///< what nine of ten rows want
        int widest = 0; ///< what all want, but for what is far longer than any column
    };
    Wanted wantedWidth(QueueColumn column) const;
    std::vector<int> wantedBy(const std::vector<QueueColumn> &columns, int room) const;
    std::vector<QueueColumn> columnsFor(int room) const;
    void fitColumns();
    int fitResults();
    void showModel(QAbstractItemModel *shown);
    void spanHeadings();
    void placeResults();
    void showColumn(QueueColumn column, bool shown);
    void showFittingColumns();
    bool isHeading(int row) const;
    void toggleFold(int headingRow);
    bool foldByKey(int key);
    int dropPlace(const QPoint &point) const;
    int viewRow(RowId id) const;

    QueueModel &m_model;
    QueueProxy *m_proxy;
    QueueGroups *m_groups;
    EmptyState *m_empty;
    QList<RowId> m_kept; ///< selected while the groups are made anew
    int m_keptScroll = 0;
    bool m_hot = false;
    bool m_focusShows = false;                  ///< came by a key
    int m_dropPlace = -1;                       ///< row before which dragged files would come
    std::array<Wanted, ColumnCount> m_wanted{}; ///< by each column
    QTimer m_measure;
    bool m_fitting = false;
    QByteArray m_restored;                           ///< columns as they were at the start
    bool m_columnsChosen = false;                    ///< a person has set their widths or order
    std::optional<std::vector<QueueColumn>> m_shown; ///< a person has chosen them
};

} // namespace convoy
