// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queueproxy.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

/// What is shown, and in what order.
namespace convoy {

namespace {

constexpr int sliceMs = 6;
constexpr int againMs = 400; // a long list whose rows change is not put into order at every change

} // namespace

QueueProxy::QueueProxy(QueueModel &model, QObject *parent) : QAbstractTableModel(parent), m_model(model)
{
    m_pool.setMaxThreadCount(1);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &QueueProxy::workSlice);
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] { isBusy() ? m_again.start() : refresh(); });
    using Model = QAbstractItemModel;
    connect(&model, &Model::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsInserted(first, last); });
    connect(&model, &Model::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsAboutToBeRemoved(first, last); });
    connect(&model, &Model::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsRemoved(first, last); });
    connect(&model, &Model::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { rowsChanged(first.row(), last.row()); });
    connect(&model, &Model::layoutAboutToBeChanged, this, &QueueProxy::layoutAboutToChange);
    connect(&model, &Model::layoutChanged, this, &QueueProxy::layoutHasChanged);
    connect(&model, &Model::modelAboutToBeReset, this, &QueueProxy::beginResetModel);
    connect(&model, &Model::modelReset, this, &QueueProxy::reset);
    connectColumns();
    m_matches.assign(size_t(m_model.rowCount()), 1);
    m_rows = acceptedRows();
    numberFrom(0);
}

void QueueProxy::connectColumns()
{
    using Model = QAbstractItemModel;
    connect(&m_model, &Model::columnsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
    connect(&m_model, &Model::columnsInserted, this, &QueueProxy::endInsertColumns);
    connect(&m_model, &Model::columnsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveColumns({}, first, last); });
    connect(&m_model, &Model::columnsRemoved, this, &QueueProxy::endRemoveColumns);
}

void QueueProxy::setText(const QString &text)
{
    if (text.trimmed() == m_text)
        return;
    m_text = text.trimmed();
    refresh();
}

void QueueProxy::setStates(StateFilter states)
{
    if (states == m_states)
        return;
    m_states = states;
    refresh();
}

void QueueProxy::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    refresh();
}

bool QueueProxy::wantsState(RowState state) const
{
    switch (m_states) {
    case StateFilter::All: return true;
    case StateFilter::Waiting: return state <= RowState::Queued && state != RowState::Ignored;
    case StateFilter::Running: return state >= RowState::Running && state <= RowState::Paused;
    case StateFilter::Done: return state == RowState::Done;
    case StateFilter::Failed: return state >= RowState::Skipped || state == RowState::Problem || state == RowState::Ignored;
    }
    return true;
}

bool QueueProxy::matches(int row) const
{
    const QueueRow &one = m_model.at(row);
    return m_text.isEmpty() || displayName(one.input.path).contains(m_text, Qt::CaseInsensitive)
        || ((one.piece || !one.listRow.isEmpty()) && rowName(one).contains(m_text, Qt::CaseInsensitive));
}

QueueProxy::Key QueueProxy::keyOf(int row) const
{
    const QVariant value = m_model.data(m_model.index(row, m_column), QueueModel::SortRole);
    if (value.userType() == QMetaType::QString)
        return {.row = row, .isValid = true, .isText = true, .text = value.toString()};
    return {.row = row, .isValid = value.isValid(), .number = value.toDouble()};
}

/// What has no result comes before all that have.
bool QueueProxy::isBefore(const Key &a, const Key &b)
{
    if (!a.isValid || !b.isValid)
        return !a.isValid && b.isValid;
    if (a.isText || b.isText)
        return a.text != b.text && QString::localeAwareCompare(a.text, b.text) < 0;
    return a.number < b.number;
}

void QueueProxy::sortKeys(std::vector<Key> &keys, Qt::SortOrder order)
{
    std::ranges::stable_sort(
        keys, [order](const Key &a, const Key &b) { return order == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a); });
}

/// Begins anew to work out what is shown and in what order.
void QueueProxy::refresh()
{
    ++m_wish;
    m_sorting = false;
    m_again.stop();
    m_next = 0;
    m_newMatches.clear();
    m_keys.clear();
    if (m_model.rowCount() > shortList && (!m_text.isEmpty() || m_column >= 0))
        return m_slice.start();
    m_slice.stop();
    workSlice();
}

/// Looks at rows until its time is over, or, of a short list, at all of them.
void QueueProxy::workSlice()
{
    QElapsedTimer time;
    time.start();
    const int count = m_model.rowCount();
    while (m_next < count) {
        m_newMatches.push_back(matches(m_next));
        if (m_column >= 0)
            m_keys.push_back(keyOf(m_next));
        ++m_next;
        if (m_slice.isActive() && m_next % 64 == 0 && m_next < count && time.elapsed() >= sliceMs)
            return;
    }
    const bool isLong = m_slice.isActive();
    m_slice.stop();
    m_matches = std::move(m_newMatches);
    m_newMatches.clear();
    if (m_column < 0)
        return show(acceptedRows());
    if (!isLong) {
        sortKeys(m_keys, m_order);
        return takeOrder(std::exchange(m_keys, {}));
    }
    m_sorting = true;
    m_pool.start([this, wish = m_wish, order = m_order, keys = std::exchange(m_keys, {})]() mutable {
        sortKeys(keys, order);
        QMetaObject::invokeMethod(
            this,
            [this, wish, keys = std::move(keys)] {
                if (wish != m_wish)
                    return;
                m_sorting = false;
                takeOrder(keys);
            },
            Qt::QueuedConnection);
    });
}

/// Rows that have come to the end of the list since it was read follow, until it is sorted again.
void QueueProxy::takeOrder(const std::vector<Key> &keys)
{
    std::vector<int> rows;
    rows.reserve(m_rows.size());
    for (const Key &key : keys) {
        if (accepts(key.row))
            rows.push_back(key.row);
    }
    for (int row = int(keys.size()); row < m_model.rowCount(); ++row) {
        if (accepts(row))
            rows.push_back(row);
    }
    show(std::move(rows));
    if (keys.size() < size_t(m_model.rowCount()))
        sortAgain();
}

std::vector<int> QueueProxy::acceptedRows() const
{
    std::vector<int> rows;
    rows.reserve(size_t(m_model.rowCount()));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (accepts(row))
            rows.push_back(row);
    }
    return rows;
}

/// The same rows in another order are a change of layout, others a reset.
void QueueProxy::show(std::vector<int> rows)
{
    if (rows == m_rows)
        return;
    const bool same = rows.size() == m_rows.size()
        && std::ranges::all_of(rows, [this](int row) { return m_places[size_t(row)] >= 0; });
    if (!same) {
        Q_EMIT aboutToRebuild();
        beginResetModel();
        m_rows = std::move(rows);
        numberFrom(0);
        endResetModel();
        Q_EMIT rebuilt();
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<int> old = std::exchange(m_rows, std::move(rows));
    numberFrom(0);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &one : before)
        after.append(index(m_places[size_t(old[size_t(one.row())])], one.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

/// Makes m_places right from `row` here on.
void QueueProxy::numberFrom(size_t row)
{
    m_places.resize(size_t(m_model.rowCount()), -1);
    if (row == 0)
        std::ranges::fill(m_places, -1);
    for (size_t i = row; i < m_rows.size(); ++i)
        m_places[size_t(m_rows[i])] = int(i);
}

/// After a change of what the order comes from.
void QueueProxy::sortAgain()
{
    if (m_column < 0)
        return;
    if (m_model.rowCount() <= shortList)
        refresh();
    else if (!m_again.isActive())
        m_again.start();
}

QModelIndex QueueProxy::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_model.index(sourceRow(index.row()), index.column()) : QModelIndex();
}

QModelIndex QueueProxy::mapFromSource(const QModelIndex &index) const
{
    const int place = index.isValid() ? m_places[size_t(index.row())] : -1;
    return place < 0 ? QModelIndex() : this->index(place, index.column());
}

int QueueProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_model.columnCount();
}

QVariant QueueProxy::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return m_model.data(mapToSource(index), role);
}

QVariant QueueProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

Qt::ItemFlags QueueProxy::flags(const QModelIndex &index) const
{
    return index.isValid() ? m_model.flags(mapToSource(index)) : Qt::NoItemFlags;
}

} // namespace convoy
