// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuemodel.h"

namespace convoy {

/// Two profiles that need no worker: one for pictures, one for anything.
inline std::vector<Profile> testProfiles()
{
    using namespace Qt::Literals::StringLiterals;
    return {
        {.id = u"photo"_s, .name = u"Photos"_s, .converter = u"image"_s, .extension = u"jpg"_s},
        {.id = u"video"_s, .name = u"Videos"_s, .converter = u"video"_s, .extension = u"mkv"_s},
        {.id = u"tool"_s, .name = u"Tool"_s, .converter = u"tool"_s, .extension = u"txt"_s},
    };
}

inline QueueRow testRow(RowId id, const QByteArray &name, MediaKind kind = MediaKind::Image)
{
    using namespace Qt::Literals::StringLiterals;
    QueueRow row;
    row.id = id;
    row.input.path = toPath("/in/" + name);
    row.input.identity.size = 1000 * qint64(id);
    row.kind = kind;
    row.probed = true;
    row.info.kind = kind;
    row.info.summary = u"640×480"_s;
    row.profileId = kind == MediaKind::Video ? u"video"_s : u"photo"_s;
    return row;
}

inline std::vector<QueueRow> testRows(int count)
{
    std::vector<QueueRow> rows;
    rows.reserve(size_t(count));
    for (int i = 1; i <= count; ++i)
        rows.push_back(testRow(RowId(i), "picture" + QByteArray::number(i) + ".png"));
    return rows;
}

} // namespace convoy
