// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/job.h"

#include <QDateTime>
#include <QJsonObject>

#include <vector>

namespace convoy {

/// What became of one batch, or of several that were resumed together, to be kept or sent.
struct Report {
    QStringList batches;
    QString profile; ///< id
    QDateTime started;
    BatchSummary totals;   ///< of all batches; `totals.batch` is not used
    std::vector<Job> jobs; ///< in terminal states

    /// Adds a finished batch with its jobs.
    void add(const BatchSummary &summary, std::vector<Job> finishedJobs);
};

/// The document behind `--report FILE.json`: "convoy_report" is the version of its layout.
QJsonObject reportToJson(const Report &report);

/// One page without references to anything outside of it. Failures come first.
QByteArray reportToHtml(const Report &report);

enum class ReportFormat : quint8 { Json, Html };

/// By extension: `.json`, `.html`, `.htm`. `invalid-option` for others.
Result<ReportFormat> reportFormat(const Path &file);

/// Whether `file` could be written, before hours of work end without their report.
Result<void> checkReportPlace(const Path &file);

/// Replaces `file` when all of it is written, not before.
Result<void> writeReport(const Report &report, const Path &file);

} // namespace convoy
