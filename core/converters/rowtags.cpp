// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/rowtags.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView rowPrefix("row."); // no tag of a file has a dot

} // namespace

MediaInfo withRow(MediaInfo info, const ListRow &row)
{
    for (auto it = row.begin(); it != row.end(); ++it)
        info.tags.insert(rowPrefix + it.key(), it.value());
    return info;
}

QString rowValue(const MediaInfo &info, const QString &column)
{
    return info.tags.value(rowPrefix + column);
}

QStringList rowColumns(const MediaInfo &info)
{
    QStringList columns;
    for (auto it = info.tags.begin(); it != info.tags.end(); ++it) {
        if (it.key().startsWith(rowPrefix))
            columns.append(it.key().mid(rowPrefix.size()));
    }
    return columns;
}

QString rowTitle(const MediaInfo &info)
{
    const QString description = rowValue(info, u"description"_s).simplified();
    return description.isEmpty() ? rowValue(info, u"name"_s).simplified() : description;
}

} // namespace convoy
