// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/online/onlinemodule.h"

extern "C" __attribute__((visibility("default"))) const convoy::OnlineModule convoyOnline{
    &convoy::sendMail, &convoy::postJson, &convoy::readSecret, &convoy::storeSecret, &convoy::makeWebClient,
};
