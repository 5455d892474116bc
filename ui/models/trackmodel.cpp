// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trackmodel.h"

#include "core/album/albumfile.h"
#include "ui/models/optionsummary.h"

#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The order in which an album is filled in; -1 for what is no tag.
int rank(const OptionSpec &spec)
{
    static const QStringList order{u"tracknumber"_s, u"title"_s,       u"artist"_s,     u"album"_s,      u"date"_s,
                                   u"genre"_s,       u"albumartist"_s, u"tracktotal"_s, u"discnumber"_s, u"disctotal"_s,
                                   u"composer"_s,    u"isrc"_s,        u"compilation"_s};
    return int(order.indexOf(spec.key));
}

bool isTag(const OptionSpec &spec)
{
    return rank(spec) >= 0;
}

} // namespace

QString TrackModel::tagKey(const QString &option)
{
    return option == "tracknumber"_L1 ? u"track"_s : option;
}

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
        if (std::ranges::none_of(m_rows, [&gone](RowId id) { return gone.contains(id); }))
            return;
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
    const QString set = row->overrides.contains(key) ? row->overrides.value(key).toVariant().toString()
                                                     : profile->options.value(key).toVariant().toString();
    if (!set.isEmpty())
        return set;
    return row->info.tags.value(tagKey(key));
}

QVariant TrackModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueRow *row = m_model.find(m_rows[index.row()]);
    if (!row)
        return {};
    if (isFlag(index.column()))
        return flagData(index, role);
    QString text;
    if (index.column() == 0)
        text = displayName(row->input.path.filename());
    else if (index.column() == 1)
        text = rowOutputName(*row, m_model.profile(row->profileId));
    else
        text = tag(index);
    if (role == Qt::AccessibleTextRole)
        return text.isEmpty() ? tr("empty") : text;
    if (role == Qt::ToolTipRole && !text.isEmpty())
        return plainTip(text);
    if (role == Qt::DisplayRole)
        return index.column() < fixedColumns ? isolated(text) : text; // names of files, with their numbers in front
    return role == Qt::EditRole ? text : QVariant();
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
    if (isFlag(index.column()))
        return flags | Qt::ItemIsUserCheckable;
    return index.column() < fixedColumns ? flags : flags | Qt::ItemIsEditable;
}

void TrackModel::set(int row, int column, const QString &text)
{
    if (row >= m_rows.size() || column < fixedColumns || column >= columnCount())
        return;
    const OptionSpec &spec = m_tags[size_t(column - fixedColumns)];
    const QString value = text.trimmed();
    if (!spec.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(spec.pattern)).match(value).hasMatch()) {
        Q_EMIT refused(spec.key == "isrc"_L1
                           ? tr("“%1” was not taken: an ISRC is like GB-AYE-69-00531.").arg(value)
                           : tr("“%1” was not taken: “%2” is a number of at most four digits.").arg(value, spec.label));
        return;
    }
    QJsonValue chosen = value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value);
    if (spec.type == OptionType::Boolean)
        chosen = !value.isEmpty() && value != "0"_L1;
    m_editor.setOption({m_rows[row]}, spec.key, chosen);
}

bool TrackModel::isFlag(int column) const
{
    return column >= fixedColumns && m_tags[size_t(column - fixedColumns)].type == OptionType::Boolean;
}

QVariant TrackModel::flagData(const QModelIndex &index, int role) const
{
    const QString text = tag(index);
    const bool isSet = text == "1"_L1 || text == "true"_L1;
    if (role == Qt::CheckStateRole)
        return isSet ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole)
        return isSet ? tr("yes") : tr("no");
    return role == Qt::EditRole && isSet ? QVariant(u"1"_s) : QVariant();
}

bool TrackModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (index.isValid() && role == Qt::CheckStateRole && isFlag(index.column())) {
        set(index.row(), index.column(), value.toInt() == Qt::Checked ? u"1"_s : QString());
        return true;
    }
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
    // Of whole rows their first tag only: nobody wants titles to be numbers.
    const auto isFixed = [](const QModelIndex &cell) { return cell.column() < fixedColumns; };
    QModelIndexList sorted = cells;
    sorted.removeIf(isFixed);
    if (sorted.isEmpty())
        return;
    const int column = std::ranges::min(sorted, {}, &QModelIndex::column).column();
    sorted.removeIf([column](const QModelIndex &cell) { return cell.column() != column; });
    std::ranges::sort(sorted, {}, &QModelIndex::row);
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
    // Where no cell of a tag says otherwise a list is of titles, and a table begins with the first tag.
    const bool isTable = text.contains(u'\t');
    const int row = qMax(first.row(), 0);
    const int column = qMax(first.column() < fixedColumns && !isTable ? titleColumn() : first.column(), fixedColumns);
    // A list of titles comes with numbers in front and times behind, as pages have them.
    if (column == titleColumn() && !isTable) {
        lines.clear();
        for (const AlbumTrack &track : parseTitleList(text).tracks)
            lines.append(track.tags.value(u"title"_s));
    }
    m_editor.stack().beginMacro(tr("pasting"));
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QStringList values = lines[line].split(u'\t');
        for (qsizetype i = 0; i < values.size(); ++i)
            set(row + int(line), column + int(i), values[i]);
    }
    m_editor.stack().endMacro();
}

int TrackModel::titleColumn() const
{
    const auto title = std::ranges::find(m_tags, u"title"_s, &OptionSpec::key);
    return title == m_tags.end() ? -1 : fixedColumns + int(title - m_tags.begin());
}

bool TrackModel::isText(int column) const
{
    return column < fixedColumns
        || (!isFlag(column) && m_tags[size_t(column - fixedColumns)].pattern.isEmpty()
            && m_tags[size_t(column - fixedColumns)].key != "date"_L1);
}

} // namespace convoy
