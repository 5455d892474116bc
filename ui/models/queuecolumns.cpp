// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuecolumns.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::QueueModel)
};

} // namespace

QString columnTitle(QueueColumn column)
{
    switch (column) {
    case NameColumn: return Text::tr("Name");
    case KindColumn: return Text::tr("Kind");
    case DetailsColumn: return Text::tr("Size");
    case ProfileColumn: return Text::tr("Profile");
    case OutputColumn: return Text::tr("Output");
    case ResultColumn: return Text::tr("Result");
    case StateColumn: return Text::tr("State");
    case ColumnCount: break;
    }
    return {};
}

QString columnText(const QueueRow &row, const ProfileBrief *profile, QueueColumn column)
{
    switch (column) {
    case NameColumn: return rowName(row);
    case KindColumn:
        return row.input.path.empty() ? Text::tr("job", "kind of a row without a file") : mediaKindLabel(row.kind);
    case DetailsColumn: return rowDetails(row);
    case ProfileColumn: return profile ? profile->name : Text::tr("none");
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
    return text.isEmpty() ? Text::tr("nothing", "accessible text of an empty cell") : text;
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
