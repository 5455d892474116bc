// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/planrows.h"

#include "core/engine/progressmeter.h"
#include "ui/models/optionsummary.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace convoy {

namespace {

struct PlanWishText {
    Q_DECLARE_TR_FUNCTIONS(convoy::PlanWish)
};

using SharedSettings = std::shared_ptr<const ConversionSettings>;

/// `values` with what the person chose over them.
QJsonObject withOver(QJsonObject values, const QJsonObject &chosen)
{
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

/// Rows with the same profile and options share their settings.
class SettingsTable
{
public:
    SettingsTable(const ProfileStore &profiles, const BatchOptions &batch) : m_asked{.profiles = &profiles, .batch = batch}
    {
    }

    Result<SharedSettings> find(const Profile &profile, const QJsonObject &overrides)
    {
        const QByteArray key = profile.id.toUtf8() + '\n' + QJsonDocument(overrides).toJson(QJsonDocument::Compact);
        SharedSettings &known = m_known[key];
        if (known)
            return known;
        Result<SharedSettings> made = makeSettings(profile, overrides, m_asked);
        if (made)
            known = *made;
        return made;
    }

private:
    SettingsOptions m_asked;
    QHash<QByteArray, SharedSettings> m_known;
};

PlanItem makeItem(const QueueRow &row, const Profile &profile, SettingsTable &table)
{
    PlanItem item{.input = row.input, .info = row.info, .refusal = row.refusal};
    const ConverterInfo *converter = findConverter(profile.converter);
    QJsonObject overrides = row.overrides;
    if (row.piece && converter) {
        item.stem = row.piece->stem;
        if (const Result<QJsonObject> named = pieceOptions(*converter, *row.piece))
            overrides = withOver(*named, row.overrides);
        else if (!item.refusal)
            item.refusal = named.error();
    }
    if (Result<SharedSettings> settings = table.find(profile, overrides))
        item.settings = std::move(*settings);
    else
        item.refusal = settings.error();
    item.nameTemplate = row.nameTemplate.isEmpty() ? profile.nameTemplate : row.nameTemplate;
    const bool takesAnything = converter && converter->accepts.isEmpty();
    if (takesAnything && item.refusal && item.refusal->kind == ErrorKind::UnsupportedFormat)
        item.refusal.reset();
    return item;
}

} // namespace

RemainingTime expectedTime(const std::vector<JobPlan> &plans, int slots_, const RateEstimate &rates)
{
    ProgressMeter meter;
    for (const JobPlan &plan : plans) {
        if (!plan.refusal)
            meter.expect(plan.settings->profileId, expectedCost(plan), plan.info.divisible);
    }
    return remainingTime(meter.waiting(), slots_, rates);
}

PlanWish makePlanWish(const QueueModel &model, const ProfileStore &profiles, const QList<RowId> &rows,
                      const PlanWishOptions &options)
{
    PlanWish wish;
    wish.options.outputFolder = options.outputFolder;
    SettingsTable table(profiles, options.batch);
    QStringList names;
    for (const RowId id : rows) {
        const QueueRow &row = *model.find(id);
        PlanItem item{.input = row.input, .info = row.info, .refusal = row.refusal};
        if (const Profile *profile = profiles.find(row.profileId)) {
            item = makeItem(row, *profile, table);
            if (!names.contains(profile->name))
                names.append(profile->name);
        } else if (!item.refusal) {
            item.refusal = Error{ErrorKind::InvalidOption,
                                 PlanWishText::tr("The profile of this file is not there any more."), row.profileId};
        }
        if (!item.settings)
            item.settings = std::make_shared<const ConversionSettings>();
        wish.rows.push_back(id);
        wish.items.push_back(std::move(item));
    }
    wish.profileName = names.size() == 1 ? names.first() : PlanWishText::tr("Several profiles");
    return wish;
}

QueueRow rowOfPlan(const JobPlan &plan)
{
    QueueRow row;
    row.input = plan.input;
    row.kind = plan.info.kind;
    row.formatId = plan.info.formatId;
    row.probed = true;
    row.info = plan.info;
    for (const QString &column : rowColumns(plan.info))
        row.listRow.insert(column, rowValue(plan.info, column));
    row.refusal = plan.refusal;
    if (!plan.input.path.empty() && !takesWholeFile(plan)) { // a track keeps its name; where it is cut, its options say
        row.piece.emplace();
        row.piece->stem = plan.outputStem;
    }
    row.profileId = plan.settings ? plan.settings->profileId : QString();
    return row;
}

QJsonObject overridesOf(const JobPlan &plan, const Profile &profile)
{
    QJsonObject overrides;
    const QVariantMap base = rowOptions({}, profile);
    const QVariantMap &then = plan.settings->options.map();
    for (auto it = then.begin(); it != then.end(); ++it) {
        const QJsonValue value = QJsonValue::fromVariant(it.value());
        if (base.contains(it.key()) && QJsonValue::fromVariant(base.value(it.key())) != value)
            overrides.insert(it.key(), value);
    }
    return overrides;
}

} // namespace convoy
