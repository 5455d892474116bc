// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/online/keyring.h"
#include "core/online/transfer.h"
#include "core/online/webclient.h"

namespace convoy {

/// What needs libraries of the network and of the secret service. Loading them takes longer than all else at the start of
/// a program, and most never need them: they are a shared object of their own. Found there as "convoyOnline".
struct OnlineModule {
    decltype(&convoy::sendMail) sendMail;
    decltype(&convoy::postJson) postJson;
    decltype(&convoy::readSecret) readSecret;
    decltype(&convoy::storeSecret) storeSecret;
    decltype(&convoy::makeWebClient) makeWebClient;
};

/// Loads it at the first call; it stays as long as the process. Any thread. `internal` where it is not installed.
Result<const OnlineModule *> onlineModule();

} // namespace convoy
