// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuerow.h"

#include <QVariant>

namespace convoy {

/// The columns of the list.
enum QueueColumn : quint8 {
    NameColumn,
    KindColumn,
    DetailsColumn,
    ProfileColumn,
    OutputColumn,
    ResultColumn,
    StateColumn,
    ColumnCount
};

/// Translated heading.
QString columnTitle(QueueColumn column);
/// What a cell shows.
QString columnText(const QueueRow &row, const ProfileBrief *profile, QueueColumn column);
/// What a screen reader says of it; never empty.
QString columnAccessibleText(const QueueRow &row, const ProfileBrief *profile, QueueColumn column);
/// Raw value to sort by: a number, or text for people.
QVariant columnSortKey(const QueueRow &row, const ProfileBrief *profile, QueueColumn column);

} // namespace convoy
