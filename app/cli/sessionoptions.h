// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/engine/enginehost.h"
#include "core/notify/notifysettings.h"

#include <vector>

namespace convoy {

/// What `convert` and `resume` have in common on the command line.
struct SessionOptions {
    HostSettings host;
    bool jsonEvents = false;
    bool keepOrder = false;
    bool printToolOutput = false;
    Path logFolder;            ///< empty: none
    std::vector<Path> reports; ///< each by its extension
    NotifySettings notify;
    QByteArray mailPassword;       ///< from its file
    bool waitsWhenBlocked = false; ///< until the place can be written to again, instead of giving up
};

/// `--jobs`; as many as there are cores without it.
Result<int> readJobCount(const Arguments &arguments);
Result<SessionOptions> readSessionOptions(const Arguments &arguments);

} // namespace convoy
