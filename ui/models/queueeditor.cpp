// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queueeditor.h"

#include <QUndoCommand>

#include <algorithm>

namespace convoy {

class AddRowsCommand : public QUndoCommand
{
public:
    AddRowsCommand(QueueEditor &editor, std::vector<QueueRow> rows, quint64 drop) : m_editor(editor), m_drop(drop)
    {
        append(std::move(rows));
    }

    quint64 drop() const { return m_drop; }
    bool isUndone() const { return !m_away.empty(); }

    void append(std::vector<QueueRow> rows)
    {
        for (const QueueRow &row : rows)
            m_ids.append(row.id);
        m_editor.m_model.append(std::move(rows));
        setText(QueueEditor::tr("adding %n file(s)", nullptr, int(m_ids.size())));
    }

    void redo() override
    {
        m_editor.m_model.put(std::move(m_away));
        m_away.clear();
    }

    void undo() override { m_away = m_editor.take(m_ids); }

private:
    QueueEditor &m_editor;
    quint64 m_drop;
    QList<RowId> m_ids;
    std::vector<PlacedRow> m_away;
};

class RemoveRowsCommand : public QUndoCommand
{
public:
    RemoveRowsCommand(QueueEditor &editor, QList<RowId> ids) : m_editor(editor), m_ids(std::move(ids))
    {
        setText(QueueEditor::tr("removing %n file(s)", nullptr, int(m_ids.size())));
    }

    void redo() override { m_away = m_editor.take(m_ids); }

    void undo() override
    {
        m_editor.m_model.put(std::move(m_away));
        m_away.clear();
    }

private:
    QueueEditor &m_editor;
    QList<RowId> m_ids;
    std::vector<PlacedRow> m_away;
};

namespace {

class ChoiceCommand : public QUndoCommand
{
public:
    ChoiceCommand(QueueModel &model, const QString &text, std::vector<RowChoice> before, std::vector<RowChoice> after,
                  QString mergeKey)
        : QUndoCommand(text),
          m_model(model),
          m_before(std::move(before)),
          m_after(std::move(after)),
          m_mergeKey(std::move(mergeKey))
    {
    }

    void redo() override { m_model.setChoices(m_after); }
    void undo() override { m_model.setChoices(m_before); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const ChoiceCommand *>(other);
        if (m_mergeKey.isEmpty() || next->m_mergeKey != m_mergeKey || next->m_before.size() != m_before.size()
            || next->m_before != m_after)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    QueueModel &m_model;
    std::vector<RowChoice> m_before;
    std::vector<RowChoice> m_after;
    QString m_mergeKey;
};

class MoveCommand : public QUndoCommand
{
public:
    MoveCommand(QueueModel &model, std::vector<RowPlace> before, std::vector<RowPlace> after)
        : m_model(model),
          m_before(std::move(before)),
          m_after(std::move(after))
    {
        setText(QueueEditor::tr("moving %n file(s)", nullptr, int(m_after.size())));
    }

    void redo() override { m_model.arrange(m_after); }
    void undo() override { m_model.arrange(m_before); }

private:
    QueueModel &m_model;
    std::vector<RowPlace> m_before;
    std::vector<RowPlace> m_after;
};

QJsonObject with(QJsonObject values, const QString &key, const QJsonValue &value)
{
    if (value.isUndefined())
        values.remove(key);
    else
        values.insert(key, value);
    return values;
}

} // namespace

QueueEditor::QueueEditor(QueueModel &model, QObject *parent) : QObject(parent), m_model(model) {}

void QueueEditor::add(std::vector<QueueRow> rows, quint64 drop)
{
    if (rows.empty())
        return;
    // The command on top takes the rest of its drop in. QUndoStack hands out commands as const only.
    auto *top = m_stack.count() > 0 ? const_cast<QUndoCommand *>(m_stack.command(m_stack.count() - 1)) : nullptr;
    if (auto *open = dynamic_cast<AddRowsCommand *>(top); open && open->drop() == drop && !open->isUndone()) {
        open->append(std::move(rows));
        Q_EMIT m_stack.undoTextChanged(m_stack.undoText()); // the stack does not notice by itself
    } else {
        m_stack.push(new AddRowsCommand(*this, std::move(rows), drop));
    }
}

/// A row that comes back by undo has no job any more: the engine has forgotten it.
std::vector<PlacedRow> QueueEditor::take(const QList<RowId> &ids)
{
    std::vector<PlacedRow> rows = m_model.take(ids);
    QList<RowId> gone;
    QList<JobId> jobs;
    for (PlacedRow &placed : rows) {
        gone.append(placed.row.id);
        placed.row.planning = false;
        if (placed.row.job == 0)
            continue;
        jobs.append(placed.row.job);
        placed.row.job = 0;
        placed.row.status = {};
    }
    if (!gone.isEmpty())
        Q_EMIT removed(gone, jobs);
    return rows;
}

void QueueEditor::remove(const QList<RowId> &ids)
{
    if (!ids.isEmpty())
        m_stack.push(new RemoveRowsCommand(*this, ids));
}

void QueueEditor::move(const QList<RowId> &ids, int before)
{
    std::vector<RowPlace> from;
    for (const RowId id : ids) {
        if (const int place = m_model.indexOf(id); place >= 0)
            from.push_back({id, place});
    }
    std::ranges::sort(from, {}, &RowPlace::place);
    const auto above = std::ranges::count_if(from, [before](const RowPlace &row) { return row.place < before; });
    std::vector<RowPlace> to;
    to.reserve(from.size());
    for (int place = before - int(above); const RowPlace &row : from)
        to.push_back({row.id, place++});
    if (!from.empty() && from != to)
        m_stack.push(new MoveCommand(m_model, std::move(from), std::move(to)));
}

std::vector<RowChoice> QueueEditor::changeable(const QList<RowId> &ids) const
{
    std::vector<RowChoice> choices;
    for (const RowId id : ids) {
        const int place = m_model.indexOf(id);
        if (place < 0 || isActive(m_model.stateAt(place)))
            continue;
        const QueueRow &row = m_model.at(place);
        choices.push_back({id, row.profileId, row.overrides, row.nameTemplate});
    }
    return choices;
}

void QueueEditor::change(const QString &text, std::vector<RowChoice> before, std::vector<RowChoice> after,
                         const QString &mergeKey)
{
    if (!before.empty() && before != after)
        m_stack.push(new ChoiceCommand(m_model, text, std::move(before), std::move(after), mergeKey));
}

void QueueEditor::setProfile(const QList<RowId> &ids, const QString &profileId)
{
    std::vector<RowChoice> before = changeable(ids);
    std::erase_if(before, [&profileId](const RowChoice &choice) { return choice.profileId == profileId; });
    std::vector<RowChoice> after = before;
    for (RowChoice &choice : after)
        choice = {choice.id, profileId, {}, choice.nameTemplate};
    change(tr("choosing a profile"), std::move(before), std::move(after));
}

void QueueEditor::setOption(const QList<RowId> &ids, const QString &key, const QJsonValue &value)
{
    std::vector<RowChoice> before = changeable(ids);
    std::vector<RowChoice> after = before;
    for (RowChoice &choice : after)
        choice.overrides = with(choice.overrides, key, value);
    change(tr("changing an option"), std::move(before), std::move(after), key);
}

void QueueEditor::setNameTemplate(const QList<RowId> &ids, const QString &nameTemplate)
{
    std::vector<RowChoice> before = changeable(ids);
    std::vector<RowChoice> after = before;
    for (RowChoice &choice : after)
        choice.nameTemplate = nameTemplate;
    change(tr("choosing names"), std::move(before), std::move(after));
}

void QueueEditor::setOptions(RowId id, const QJsonObject &values)
{
    std::vector<RowChoice> before = changeable({id});
    std::vector<RowChoice> after = before;
    for (RowChoice &choice : after) {
        for (auto it = values.begin(); it != values.end(); ++it)
            choice.overrides = with(choice.overrides, it.key(), it.value());
    }
    change(tr("changing several options"), std::move(before), std::move(after), values.keys().join(u','));
}

void QueueEditor::resetOptions(const QList<RowId> &ids)
{
    std::vector<RowChoice> before = changeable(ids);
    std::vector<RowChoice> after = before;
    for (RowChoice &choice : after)
        choice.overrides = {};
    change(tr("resetting the options"), std::move(before), std::move(after));
}

QList<RowId> QueueEditor::duplicate(const QList<RowId> &ids)
{
    std::vector<QueueRow> rows;
    QList<RowId> copies;
    for (const RowId id : ids) {
        const QueueRow *original = m_model.find(id);
        if (!original || !original->probed)
            continue;
        QueueRow copy = *original;
        copy.id = ++m_lastCopy;
        copy.job = 0;
        copy.planning = false;
        copy.status = {};
        copies.append(copy.id);
        rows.push_back(std::move(copy));
    }
    add(std::move(rows), m_lastCopy);
    return copies;
}

} // namespace convoy
