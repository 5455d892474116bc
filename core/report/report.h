// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

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

/// One row a job, with the result columns of tools behind the fixed ones (RFC 4180, UTF-8).
QByteArray reportToCsv(const Report &report);

/// JUnit XML, for continuous integration: a batch is a suite, a job a case.
QByteArray reportToJUnit(const Report &report);

enum class ReportFormat : quint8 { Json, Html, Csv, JUnit };

/// By extension: `.json`, `.html`, `.htm`, `.csv`, `.xml`. `invalid-option` for others.
Result<ReportFormat> reportFormat(const Path &file);

/// Whether `file` could be written, before hours of work end without their report.
Result<void> checkReportPlace(const Path &file);

/// Replaces `file` when all of it is written, not before.
Result<void> writeReport(const Report &report, const Path &file);

} // namespace convoy
