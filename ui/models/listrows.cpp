// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/listrows.h"

#include "core/converters/tool/toolcheck.h"
#include "core/plan/naming.h"
#include "core/plan/planner.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ListWishText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ListWish)
};

bool namesFiles(const JobList &list)
{
    return list.columns.contains(u"file"_s);
}

} // namespace

Result<void> checkListWish(const JobList &list, const Profile &profile)
{
    const ConverterInfo *converter = findConverter(profile.converter);
    if (!converter)
        return Error{ErrorKind::InvalidOption, ListWishText::tr("The profile is not there any more."), profile.id};
    if (!converter->accepts.isEmpty() && !namesFiles(list))
        return Error{ErrorKind::InvalidOption,
                     ListWishText::tr("“%1” converts files, and the list has no column “file”.").arg(profile.name),
                     {}};
    if (const Result<void> named = checkNameTemplate(profile.nameTemplate, list.columns); !named)
        return named;
    const auto settings = makeSettings(profile);
    if (!settings)
        return settings.error();
    return profile.converter == "tool"_L1 ? checkToolTemplates((*settings)->options, list.columns, namesFiles(list))
                                          : Result<void>();
}

std::vector<QueueRow> rowsOfList(const ListWish &wish, RowId firstId)
{
    std::vector<QueueRow> rows;
    rows.reserve(wish.list.rows.size());
    for (const ListRow &said : wish.list.rows) {
        QueueRow &row = rows.emplace_back();
        row.id = firstId++;
        row.listRow = said;
        row.profileId = wish.profileId;
        row.info = withRow({}, said);
        row.input.path = fileOfRow(said, wish.folder);
        row.probed = wish.takesAnything || row.input.path.empty();
        if (row.input.path.empty())
            continue;
        if (const Result<SourceIdentity> identity = sourceIdentity(row.input.path)) {
            row.input.identity = *identity;
        } else {
            row.refusal = identity.error();
            row.probed = true;
        }
    }
    return rows;
}

} // namespace convoy
