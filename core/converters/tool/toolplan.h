// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/tool/toolprocess.h"

#include <QRegularExpression>
#include <QSet>

namespace convoy {

/// The options of one job, read and checked before anything runs.
struct ToolPlan {
    struct Column {
        QString name;
        QRegularExpression pattern;
    };

    ToolCall call;
    QSet<int> successCodes;
    QString requiredPackage;
    bool stdoutIsOutput = false;
    QByteArray declaredOutput; ///< name within the staging folder; empty where the command has no {output}
    QString outputGlob;
    QString progressPattern;
    QList<Column> columns;

    bool leavesFiles() const { return !declaredOutput.isEmpty() || !outputGlob.isEmpty(); }
};

/// `invalid-option` where a template, expression or combination makes no sense.
Result<ToolPlan> planTool(const ConvertRequest &request, int threads);

} // namespace convoy
