// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/completionscript.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct CompletionCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::CompletionCommand)
};

} // namespace

int runCompletion(const Arguments &arguments)
{
    const QByteArray shell = arguments.operands.size() == 1 ? arguments.operands.front() : QByteArray();
    if (shell == "bash")
        writeData(bashCompletion().toUtf8());
    else if (shell == "zsh")
        writeData(zshCompletion().toUtf8());
    else if (shell == "fish")
        writeData(fishCompletion().toUtf8());
    else
        return wrongUsage(arguments.command, invalidOption(CompletionCommandText::tr("One of bash, zsh, fish is needed.")));
    return ExitStatus::success;
}

} // namespace convoy
