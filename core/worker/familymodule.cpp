// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/familymodule.h"

extern "C" __attribute__((visibility("default"))) const convoy::FamilyModule convoyFamily{
    &convoy::converterInFamily,
    &convoy::warmUpFamily,
};
