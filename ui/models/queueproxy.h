// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuemodel.h"

#include <QPersistentModelIndex>
#include <QThreadPool>
#include <QTimer>

namespace convoy {

/// What a person wants to see of the list.
enum class StateFilter : quint8 { All, Waiting, Running, Done, Failed };

/// Sorts by raw values and filters by text and state. Not QSortFilterProxyModel, which would hold the window up for most of
/// a second with 100,000 rows: here the rows of a long list are looked at in slices between events and sorted on another
/// thread, and the view gets the result at once. Short lists are done immediately. queueproxychanges.cpp is what
/// happens when the list below changes.
class QueueProxy : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit QueueProxy(QueueModel &model, QObject *parent = nullptr);

    void setText(const QString &text);
    void setStates(StateFilter states);
    const QString &text() const { return m_text; }
    StateFilter states() const { return m_states; }
    /// -1: the list's own order.
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// A filter or an order is still being worked out.
    bool isBusy() const { return m_slice.isActive() || m_sorting; }

    int sourceRow(int row) const { return m_rows[size_t(row)]; }
    QModelIndex mapToSource(const QModelIndex &index) const;
    QModelIndex mapFromSource(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Many rows come or go at once, as a reset: what is selected has to be remembered by id.
    void aboutToRebuild();
    void rebuilt();

private:
    static constexpr int shortList = 1000; ///< rows that are filtered and sorted on the spot
    struct Key {
        int row = 0;
        bool isValid = false;
        bool isText = false;
        double number = 0;
        QString text;
    };

    void connectColumns();
    bool wantsState(RowState state) const;
    bool matches(int row) const;
    bool accepts(int row) const { return m_matches[size_t(row)] && wantsState(m_model.stateAt(row)); }
    Key keyOf(int row) const;
    static bool isBefore(const Key &a, const Key &b);
    static void sortKeys(std::vector<Key> &keys, Qt::SortOrder order);

    void refresh();
    void workSlice();
    void takeOrder(const std::vector<Key> &keys);
    void show(std::vector<int> rows);
    void numberFrom(size_t row);
    void sortAgain();
    std::vector<int> acceptedRows() const;

    void rowsInserted(int first, int last);
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsChanged(int first, int last);
    void layoutAboutToChange();
    void layoutHasChanged();
    void reset();
    void hideRows(const std::vector<int> &shown);
    void insertRows(const std::vector<int> &source);
    void showRows(const std::vector<int> &source);

    QueueModel &m_model;
    std::vector<int> m_rows;     ///< of the list, in the order shown
    std::vector<int> m_places;   ///< of each row of the list here, -1: filtered out
    std::vector<char> m_matches; ///< whether the text is in the row
    QString m_text;
    StateFilter m_states = StateFilter::All;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;

    QTimer m_slice;
    QTimer m_again;
    int m_next = 0; ///< row that the next slice begins with
    std::vector<char> m_newMatches;
    std::vector<Key> m_keys;
    bool m_sorting = false;
    quint64 m_wish = 0; ///< counts what makes work that is on its way worthless
    std::vector<RowId> m_keptIds;
    QModelIndexList m_keptIndexes;
    QList<QPersistentModelIndex> m_keptSource;
    QThreadPool m_pool; // last: waits for its thread, which uses nothing of the others
};

} // namespace convoy
