// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/tool/toolprocess.h"
#include "core/converters/tool/toolprogress.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace convoy {

/// The options of one job, read and checked before anything runs.
struct ToolPlan {
    struct Column {
        QString name;
        QRegularExpression pattern;
    };

    ToolCall call;
    FileDescriptor stdinFile;            ///< behind call.stdinFd where that is not the input
    std::optional<ToolCall> versionCall; ///< to be asked before the job
    QString minimumVersion;
    QSet<int> successCodes;
    QString requiredPackage;
    bool stdoutIsOutput = false;
    QByteArray declaredOutput; ///< name within the staging folder; empty where the command has no {output}
    QString outputGlob;
    bool usesOutputFolder = false; ///< the command names the folder, and so leaves files there
    ToolProgress::Rule progress;
    QList<Column> columns;

    bool leavesFiles() const { return !declaredOutput.isEmpty() || !outputGlob.isEmpty() || usesOutputFolder; }
};

/// `invalid-option` where a template, expression or combination makes no sense.
Result<ToolPlan> planTool(const ConvertRequest &request, int threads);

} // namespace convoy
