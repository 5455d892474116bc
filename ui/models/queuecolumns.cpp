// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuecolumns.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct QueueModelText {
    Q_DECLARE_TR_FUNCTIONS(convoy::QueueModel)
};

} // namespace

QString columnTitle(QueueColumn column)
{
    switch (column) {
    case NameColumn: return QueueModelText::tr("Name");
    case KindColumn: return QueueModelText::tr("Kind");
    case DetailsColumn: return QueueModelText::tr("Size");
    case ProfileColumn: return QueueModelText::tr("Profile");
    case OutputColumn: return QueueModelText::tr("Output");
    case ResultColumn: return QueueModelText::tr("Result");
    case StateColumn: return QueueModelText::tr("State");
    case ColumnCount: break;
    }
    return {};
}

QString columnText(const QueueRow &row, const ProfileBrief *profile, QueueColumn column)
{
    switch (column) {
    case NameColumn: return rowName(row);
    case KindColumn:
        return row.input.path.empty() ? QueueModelText::tr("job", "kind of a row without a file") : mediaKindLabel(row.kind);
    case DetailsColumn: return rowDetails(row);
    case ProfileColumn: return profile ? profile->name : QueueModelText::tr("none");
    case OutputColumn: return rowOutputName(row, profile);
    case ResultColumn: return rowResult(row);
    case StateColumn: return rowStateText(row, profile);
    case ColumnCount: break;
    }
    return {};
}

QString columnAccessibleText(const QueueRow &row, const ProfileBrief *profile, QueueColumn column)
{
    if (column == StateColumn)
        return rowAccessibleState(row, profile);
    const QString text = columnText(row, profile, column);
    return text.isEmpty() ? QueueModelText::tr("nothing", "accessible text of an empty cell") : text;
}

QVariant columnSortKey(const QueueRow &row, const ProfileBrief *profile, QueueColumn column)
{
    switch (column) {
    case DetailsColumn: return row.input.identity.size;
    case ResultColumn: return row.job != 0 ? row.status.outputBytes : 0;
    case StateColumn: return double(rowState(row, profile)) + row.status.fraction / 2;
    case NameColumn:
    case KindColumn:
    case ProfileColumn:
    case OutputColumn:
    case ColumnCount: break;
    }
    return columnText(row, profile, column);
}

} // namespace convoy
