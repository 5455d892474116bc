// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/base/result.h"
#include "core/converters/rowtags.h"

#include <QStringList>

#include <vector>

namespace convoy {

/// Jobs that come from a table or a range instead of from dropped files. Every column is a placeholder of names and
/// commands: `{name}`, `{description}`, `{i:03}`. Three columns mean more: `file` (the input, relative to the list's
/// folder), `name` (stands for `{stem}` where there is no file) and `description` (what people read).
struct JobList {
    QStringList columns; ///< lower case, unique, in the order of the file
    std::vector<ListRow> rows;
};

enum class ListFormat : quint8 { Csv, Tsv, Json };

/// CSV (RFC 4180; `;` instead of `,` is recognised) and TSV have a line of column names first; JSON is an array of
/// objects with plain values. `invalid-option` names the line or element that is wrong.
Result<JobList> parseJobList(const QByteArray &content, ListFormat format);

/// By extension: .csv, .tsv, .json. Blocking.
Result<JobList> readJobList(const Path &file);

/// "0-99", "10-0", "0-90:10": one row a number, with the columns `i` and `name`.
Result<JobList> rangeJobList(const QString &range);

/// The file that a row names, absolute; empty where it names none.
Path fileOfRow(const ListRow &row, const Path &listFolder);

} // namespace convoy
