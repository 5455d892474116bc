// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queueproxy.h"

namespace convoy {

QueueProxy::QueueProxy(QueueModel &model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSortRole(QueueModel::SortRole);
    setSourceModel(&model);
}

void QueueProxy::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateRowsFilter();
}

void QueueProxy::setStates(StateFilter states)
{
    m_states = states;
    invalidateRowsFilter();
}

bool QueueProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    const RowState state = m_model.stateAt(row);
    switch (m_states) {
    case StateFilter::All: break;
    case StateFilter::Waiting:
        if (state > RowState::Queued || state == RowState::Ignored)
            return false;
        break;
    case StateFilter::Running:
        if (state != RowState::Running && state != RowState::Paused)
            return false;
        break;
    case StateFilter::Done:
        if (state != RowState::Done)
            return false;
        break;
    case StateFilter::Failed:
        if (state < RowState::Skipped && state != RowState::Problem && state != RowState::Ignored)
            return false;
        break;
    }
    const QueueRow &one = m_model.at(row);
    return m_text.isEmpty() || displayName(one.input.path).contains(m_text, Qt::CaseInsensitive)
        || (!one.listRow.isEmpty() && rowName(one).contains(m_text, Qt::CaseInsensitive));
}

bool QueueProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (!a.isValid() || !b.isValid())
        return b.isValid(); // what has no result comes before all that have
    if (a.userType() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

} // namespace convoy
