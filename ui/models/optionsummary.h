// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/profile.h"
#include "ui/models/queuemodel.h"

#include <QSet>

namespace convoy {

/// What several rows have in common, for one form that edits them together.
struct OptionSummary {
    const ConverterInfo *converter = nullptr; ///< nullptr: no rows, or rows of different converters
    bool mixedConverters = false;
    QString profileId;     ///< empty where the rows have different ones
    QString description;   ///< of that profile, or else of the converter
    QVariantMap base;      ///< what the profile says; the schema's defaults for different profiles
    QVariantMap values;    ///< of the first row
    QSet<QString> mixed;   ///< keys with different values
    QStringList encoders;  ///< that work here (WorkerPool::workingEncoders)
    bool editable = false; ///< at least one row is not being converted
};

OptionSummary summarizeOptions(const QueueModel &model, const ProfileStore &profiles, const QList<RowId> &rows);

/// Complete values of one row: schema's defaults, profile, the row's own. Empty where the profile is gone.
QVariantMap rowOptions(const QueueRow &row, const Profile &profile);

} // namespace convoy
