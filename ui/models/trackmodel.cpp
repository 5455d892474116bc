// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trackmodel.h"

#include "ui/models/optionsummary.h"

#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Columns before the tags: the source's name, and the output's.
constexpr int fixedColumns = 2;

bool isTag(const OptionSpec &spec)
{
    return spec.key == "artist"_L1 || spec.key == "album"_L1 || spec.key == "title"_L1 || spec.key == "tracknumber"_L1
        || spec.key == "date"_L1 || spec.key == "genre"_L1 || spec.key == "albumartist"_L1 || spec.key == "discnumber"_L1
        || spec.key == "composer"_L1;
}

/// The order in which an album is filled in.
int rank(const OptionSpec &spec)
{
    static const QStringList order{u"tracknumber"_s, u"title"_s,       u"artist"_s,     u"album"_s,   u"date"_s,
                                   u"genre"_s,       u"albumartist"_s, u"discnumber"_s, u"composer"_s};
    return int(order.indexOf(spec.key));
}

} // namespace

bool TrackModel::suits(const ConverterInfo &converter)
{
    return std::ranges::count_if(converter.schema, isTag) >= 3;
}

TrackModel::TrackModel(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, QList<RowId> rows,
                       QObject *parent)
    : QAbstractTableModel(parent),
      m_model(model),
      m_editor(editor),
      m_profiles(profiles),
      m_rows(std::move(rows))
{
    const QueueRow *first = m_rows.isEmpty() ? nullptr : m_model.find(m_rows.first());
    const Profile *profile = first ? m_profiles.find(first->profileId) : nullptr;
    if (const ConverterInfo *converter = profile ? findConverter(profile->converter) : nullptr)
        std::ranges::copy_if(converter->schema, std::back_inserter(m_tags), isTag);
    std::ranges::sort(m_tags, {}, rank);
    const auto refresh = [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    };
    connect(&m_model, &QAbstractItemModel::dataChanged, this, refresh);
    connect(&m_editor, &QueueEditor::removed, this, [this](const QList<RowId> &gone) {
        beginResetModel();
        m_rows.removeIf([&gone](RowId id) { return gone.contains(id); });
        endResetModel();
    });
}

int TrackModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrackModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fixedColumns + int(m_tags.size());
}

/// What will be written: the value set, else what the source says.
QString TrackModel::tag(const QModelIndex &index) const
{
    const QueueRow *row = m_model.find(m_rows[index.row()]);
    const Profile *profile = row ? m_profiles.find(row->profileId) : nullptr;
    if (!profile)
        return {};
    const QString &key = m_tags[size_t(index.column() - fixedColumns)].key;
    const QString set = row->overrides.contains(key) ? row->overrides.value(key).toString()
                                                     : profile->options.value(key).toString();
    if (!set.isEmpty())
        return set;
    return row->info.tags.value(key == "tracknumber"_L1 && !row->info.tags.contains(key) ? u"track"_s : key);
}

QVariant TrackModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueRow *row = m_model.find(m_rows[index.row()]);
    if (!row)
        return {};
    QString text;
    if (index.column() == 0)
        text = displayName(row->input.path.filename());
    else if (index.column() == 1)
        text = rowOutputName(*row, m_model.profile(row->profileId));
    else
        text = tag(index);
    if (role == Qt::AccessibleTextRole)
        return text.isEmpty() ? tr("empty") : text;
    if (role == Qt::DisplayRole || role == Qt::EditRole || (role == Qt::ToolTipRole && !text.isEmpty()))
        return text;
    return {};
}

QVariant TrackModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (section == 0)
        return tr("Source");
    return section == 1 ? tr("Output") : m_tags[size_t(section - fixedColumns)].label;
}

Qt::ItemFlags TrackModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() < fixedColumns ? flags : flags | Qt::ItemIsEditable;
}

void TrackModel::set(int row, int column, const QString &text)
{
    if (row >= m_rows.size() || column < fixedColumns || column >= columnCount())
        return;
    const OptionSpec &spec = m_tags[size_t(column - fixedColumns)];
    const QString value = text.trimmed();
    if (!spec.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(spec.pattern)).match(value).hasMatch())
        return;
    m_editor.setOption({m_rows[row]}, spec.key, value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value));
}

bool TrackModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || value.toString() == data(index, Qt::EditRole).toString())
        return false;
    set(index.row(), index.column(), value.toString());
    return true;
}

void TrackModel::fillDown(const QModelIndexList &cells)
{
    QMap<int, QModelIndex> top;
    for (const QModelIndex &cell : cells) {
        if (!top.contains(cell.column()) || cell.row() < top[cell.column()].row())
            top[cell.column()] = cell;
    }
    m_editor.stack().beginMacro(tr("filling down"));
    for (const QModelIndex &cell : cells)
        set(cell.row(), cell.column(), top[cell.column()].data(Qt::EditRole).toString());
    m_editor.stack().endMacro();
}

void TrackModel::number(const QModelIndexList &cells)
{
    QModelIndexList sorted = cells;
    std::ranges::sort(sorted, {}, &QModelIndex::row);
    if (sorted.isEmpty())
        return;
    int next = qMax(1, sorted.first().data(Qt::EditRole).toInt());
    m_editor.stack().beginMacro(tr("numbering"));
    for (const QModelIndex &cell : sorted)
        set(cell.row(), cell.column(), QString::number(next++));
    m_editor.stack().endMacro();
}

void TrackModel::paste(const QModelIndex &first, const QString &text)
{
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    m_editor.stack().beginMacro(tr("pasting"));
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QStringList values = lines[line].split(u'\t');
        for (qsizetype column = 0; column < values.size(); ++column)
            set(first.row() + int(line), qMax(first.column(), fixedColumns) + int(column), values[column]);
    }
    m_editor.stack().endMacro();
}

} // namespace convoy
