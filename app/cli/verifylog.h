// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verifypairs.h"

#include <QJsonObject>

namespace convoy {

/// Some lines for a person, as rippers write them into their logs.
QString verifyLogText(const VerifiedTrack &track);
/// The same of a source that nothing was made of.
QString missingLogText(const Path &source);
/// What it comes to: "12 tracks: 11 are the same as their sources, 1 is not."
QString verifySummary(const std::vector<VerifiedTrack> &tracks);

QJsonObject verifyToJson(const VerifiedTrack &track);

} // namespace convoy
