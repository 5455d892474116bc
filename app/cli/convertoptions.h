// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/albumstep.h"
#include "app/cli/arguments.h"
#include "app/cli/batchsession.h"
#include "core/plan/job.h"
#include "core/plan/joblist.h"

#include <optional>

namespace convoy {

/// All of `convoy-cli convert`'s command line, checked. Nothing is started or written before this is known.
struct ConvertOptions {
    SessionOptions session;
    std::shared_ptr<const ConversionSettings> settings;
    QStringList given; ///< keys of --set
    QString nameTemplate;
    Path outputFolder;           ///< absolute; empty: beside each source
    std::vector<Path> paths;     ///< in the order given
    std::optional<JobList> list; ///< in place of paths; numbers that each path is taken with where there are both
    Path listFolder;             ///< what its files are relative to
    AlbumWishes album;
    bool recursive = false;
    bool dryRun = false;
};

/// Reads profile files and the list behind --files-from. The error is `invalid-option`.
Result<ConvertOptions> readConvertOptions(const Arguments &arguments);

} // namespace convoy
