// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuemodel.h"

#include <QSortFilterProxyModel>

namespace convoy {

/// What a person wants to see of the list.
enum class StateFilter : quint8 { All, Waiting, Running, Done, Failed };

/// Sorts by raw values and filters by text and state.
class QueueProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit QueueProxy(QueueModel &model, QObject *parent = nullptr);

    void setText(const QString &text);
    void setStates(StateFilter states);
    bool isFiltering() const { return !m_text.isEmpty() || m_states != StateFilter::All; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QueueModel &m_model;
    QString m_text;
    StateFilter m_states = StateFilter::All;
};

} // namespace convoy
