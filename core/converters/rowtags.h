// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/mediainfo.h"

#include <QMap>
#include <QStringList>

namespace convoy {

/// What one row of a job list says, by column.
using ListRow = QMap<QString, QString>;

/// Adds what a row says to what is known of its file (or of nothing): kept in the plan, the journal and the placeholders.
MediaInfo withRow(MediaInfo info, const ListRow &row);

/// What `withRow` kept under that column; empty for other jobs.
QString rowValue(const MediaInfo &info, const QString &column);
/// The columns that `withRow` kept.
QStringList rowColumns(const MediaInfo &info);
/// What people read instead of a file name: the description, else the name; empty for jobs that come from no list.
QString rowTitle(const MediaInfo &info);

} // namespace convoy
