// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumoptions.h"

#include "core/plan/piece.h"

#include <QJsonArray>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(const QString &tag)
{
    return tag.section(u'=', 0, 0).trimmed().toUpper();
}

} // namespace

QJsonObject albumOptions(const ConverterInfo &converter, const TagMap &tags, const QStringList &more)
{
    Result<QJsonObject> values = pieceOptions(converter, Piece{.tags = tags});
    if (!values)
        return {};
    QStringList list = more;
    const QJsonArray tagList = values->value("tags"_L1).toArray();
    for (const QJsonValue &added : tagList) {
        list.removeIf([name = nameOf(added.toString())](const QString &tag) { return nameOf(tag) == name; });
    }
    for (const QJsonValue &added : tagList)
        list.append(added.toString());
    if (values->contains("tags"_L1))
        values->insert("tags"_L1, QJsonArray::fromStringList(list));
    return *values;
}

} // namespace convoy
