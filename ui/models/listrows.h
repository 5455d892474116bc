// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/joblist.h"
#include "core/plan/profile.h"
#include "ui/models/queuerow.h"

namespace convoy {

/// A table of jobs that a person wants in the list.
struct ListWish {
    JobList list;
    Path folder; ///< that files of the list are relative to
    QString profileId;
    bool takesAnything = false; ///< the profile converts any file: none is looked into
};

/// Whether these jobs can be done with that profile: `invalid-option` says why not.
Result<void> checkListWish(const JobList &list, const Profile &profile);

/// One row a job, in the order of the list, with ids from `firstId`. Looks at the files; blocking.
std::vector<QueueRow> rowsOfList(const ListWish &wish, RowId firstId);

} // namespace convoy
