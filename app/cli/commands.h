// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

namespace convoy {

/// One function a command; each returns an ExitStatus. They run in the main thread with a QCoreApplication.
int runConvert(const Arguments &arguments);
int runProfiles(const Arguments &arguments);
int runProbe(const Arguments &arguments);
int runConverters(const Arguments &arguments);
int runResume(const Arguments &arguments);
int runHistory(const Arguments &arguments);
int runWatch(const Arguments &arguments);
int runNotify(const Arguments &arguments);
int runCompletion(const Arguments &arguments);
int runVerify(const Arguments &arguments);

} // namespace convoy
