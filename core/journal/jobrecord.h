// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <QByteArray>

#include <memory>

namespace convoy {

/// Plans, settings and states as the journal stores them: CBOR (RFC 8949) maps with short names.
QByteArray settingsToBytes(const ConversionSettings &settings);
std::shared_ptr<const ConversionSettings> settingsFromBytes(const QByteArray &bytes);

/// Without the settings, which many plans share.
QByteArray planToBytes(const JobPlan &plan);
JobPlan planFromBytes(const QByteArray &bytes, std::shared_ptr<const ConversionSettings> settings);

/// Without state and attempts, which have columns of their own.
QByteArray statusToBytes(const JobStatus &status);
JobStatus statusFromBytes(const QByteArray &bytes);

} // namespace convoy
