// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/optionsummary.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

QVariantMap rowOptions(const QueueRow &row, const Profile &profile)
{
    const ConverterInfo *converter = findConverter(profile.converter);
    if (!converter)
        return {};
    QJsonObject values = profile.options;
    for (auto it = row.overrides.begin(); it != row.overrides.end(); ++it)
        values.insert(it.key(), it.value());
    const auto complete = completeOptions(converter->schema, values, u"options."_s);
    return complete ? complete->map() : QVariantMap();
}

namespace {

/// Takes in one row more, of `profile`.
void addRow(OptionSummary &summary, const Profile &profile, const QVariantMap &values, const Profile *first)
{
    if (!first) {
        summary.converter = findConverter(profile.converter);
        summary.values = values;
        return;
    }
    if (profile.converter != first->converter) {
        summary.mixedConverters = true;
        return;
    }
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (summary.values.value(it.key()) != it.value())
            summary.mixed.insert(it.key());
    }
}

} // namespace

OptionSummary summarizeOptions(const QueueModel &model, const ProfileStore &profiles, const QList<RowId> &rows)
{
    OptionSummary summary;
    const Profile *first = nullptr;
    const QueueRow *previous = nullptr;
    bool sameProfile = true;
    for (const RowId id : rows) {
        const int place = model.indexOf(id);
        if (place < 0)
            continue;
        const QueueRow &row = model.at(place);
        summary.editable = summary.editable || !isActive(model.stateAt(place));
        // Most neighbours are alike: nothing to work out again.
        if (previous && previous->profileId == row.profileId && previous->overrides == row.overrides)
            continue;
        previous = &row;
        const Profile *profile = profiles.find(row.profileId);
        if (!profile)
            continue;
        addRow(summary, *profile, rowOptions(row, *profile), first);
        first = first ? first : profile;
        sameProfile = sameProfile && profile->id == first->id;
    }
    if (!first)
        return summary;
    if (sameProfile) {
        summary.profileId = first->id;
        summary.description = first->description;
    }
    if (summary.mixedConverters)
        summary.converter = nullptr;
    else if (summary.converter)
        summary.base = rowOptions({}, sameProfile ? *first : Profile{.converter = first->converter});
    if (summary.converter && summary.description.isEmpty())
        summary.description = summary.converter->description;
    return summary;
}

} // namespace convoy
