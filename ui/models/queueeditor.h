// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuemodel.h"

#include <QObject>
#include <QUndoStack>

namespace convoy {

/// Every change that a person makes to the list goes through here, so that it can be undone.
class QueueEditor : public QObject
{
    Q_OBJECT

public:
    explicit QueueEditor(QueueModel &model, QObject *parent = nullptr);

    QUndoStack &stack() { return m_stack; }

    /// Files of one drop come in several lots; those with the same `drop` are undone together.
    void add(std::vector<QueueRow> rows, quint64 drop);
    void remove(const QList<RowId> &ids);
    /// Puts rows, in list order, before the row that is at `before` now.
    void move(const QList<RowId> &ids, int before);
    void setProfile(const QList<RowId> &ids, const QString &profileId);
    /// One option; an undefined `value` goes back to the profile's. Quick changes of the same option merge.
    void setOption(const QList<RowId> &ids, const QString &key, const QJsonValue &value);
    /// How outputs are named; empty: as the profile says.
    void setNameTemplate(const QList<RowId> &ids, const QString &nameTemplate);
    /// Several options of one row at once, as a crop rectangle changes them.
    void setOptions(RowId id, const QJsonObject &values);
    void resetOptions(const QList<RowId> &ids);
    /// The same files once more, to convert them with another profile too. Returns the new rows.
    QList<RowId> duplicate(const QList<RowId> &ids);

Q_SIGNALS:
    /// Rows left the list, by removal or by undoing an addition.
    void removed(const QList<convoy::RowId> &ids, const QList<convoy::JobId> &jobs);

private:
    friend class AddRowsCommand;
    friend class RemoveRowsCommand;

    std::vector<PlacedRow> take(const QList<RowId> &ids);
    std::vector<RowChoice> changeable(const QList<RowId> &ids) const;
    void change(const QString &text, std::vector<RowChoice> before, std::vector<RowChoice> after,
                const QString &mergeKey = {});

    QueueModel &m_model;
    QUndoStack m_stack;
    RowId m_lastCopy = RowId(1) << 48; ///< above anything that an intake counts to
};

} // namespace convoy
