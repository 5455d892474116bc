// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queueproxy.h"

#include <QSet>
#include <QTimer>

namespace convoy {

/// What files are put together by.
enum class Grouping : quint8 { None, Folder, Profile };

/// The rows of the proxy under headings that can be folded. A heading is a row of its own: keys and screen readers reach
/// it. Made anew whenever rows come or go, so it is only in use while files are grouped.
class QueueGroups : public QAbstractTableModel
{
    Q_OBJECT

public:
    QueueGroups(QueueModel &model, QueueProxy &proxy, QObject *parent = nullptr);

    /// With None the model is empty, and costs nothing.
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }

    bool isHeading(int row) const { return m_entries[size_t(row)].proxyRow < 0; }
    QList<int> headings() const;
    /// Ids of the files of one row; for a heading those of its whole group.
    QList<RowId> ids(int row) const;
    /// -1 where the file is folded away or filtered out.
    int rowOf(int proxyRow) const;
    void setFolded(int headingRow, bool folded);
    bool isFolded(int headingRow) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// Everything below a heading will be another row: what is selected has to be remembered by id.
    void aboutToRebuild();
    void rebuilt();

private:
    struct Entry {
        int proxyRow = -1;
        int group = 0;
    };
    struct Group {
        QString key;
        std::vector<int> proxyRows;
        int heading = -1; ///< its row here
    };

    QString keyOf(int proxyRow) const;
    QString title(const Group &group) const;
    QString summary(const Group &group) const;
    QVariant headingData(const QModelIndex &index, int role) const;
    void leave();
    void rebuild();
    void dataChangedBelow(const QModelIndex &first, const QModelIndex &last);

    QueueModel &m_model;
    QueueProxy &m_proxy;
    Grouping m_grouping = Grouping::None;
    std::vector<Entry> m_entries;
    std::vector<Group> m_groups;
    std::vector<int> m_places;     ///< row here of each row of the proxy, -1: folded
    std::vector<int> m_groupOfRow; ///< of each row of the proxy
    QSet<QString> m_folded;
    QTimer m_soon;
};

} // namespace convoy
