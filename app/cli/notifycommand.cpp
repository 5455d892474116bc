// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "core/notify/notifier.h"
#include "core/notify/password.h"

#include <QCoreApplication>

#include <iostream>
#include <string>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NotifyCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::NotifyCommand)
};

/// A batch of one job that is done, to be told of.
Report testReport()
{
    Report report;
    report.profile = u"test"_s;
    report.started = QDateTime::currentDateTime();
    report.add({.batch = u"test"_s, .done = 1}, {});
    return report;
}

int sendTest(NotifySettings settings)
{
    const Result<QByteArray> password = readMailPassword(settings.mail);
    if (!password)
        return unfitEnvironment(password.error());
    settings.when = NotifyWhen::End;
    const std::vector<Error> problems = Notifier(settings, *password).finish(testReport());
    for (const Error &problem : problems)
        writeError(problem);
    if (problems.empty())
        writeMessage(NotifyCommandText::tr("Everybody was told."));
    return problems.empty() ? ExitStatus::success : ExitStatus::failure;
}

/// From standard input: what stands on a command line can be read by everybody.
int storePassword(const NotifySettings &settings)
{
    if (settings.mail.user.isEmpty())
        return wrongUsage("notify", invalidOption(NotifyCommandText::tr("“mail.user” is missing: whose password is it?")));
    std::string line;
    std::getline(std::cin, line);
    if (line.empty())
        return wrongUsage("notify", invalidOption(NotifyCommandText::tr("The password is read from standard input.")));
    if (const Result<void> stored = storeMailPassword(settings.mail, QByteArray::fromStdString(line)); !stored)
        return unfitEnvironment(stored.error());
    writeMessage(NotifyCommandText::tr("The password is in the secret service."));
    return ExitStatus::success;
}

} // namespace

int runNotify(const Arguments &arguments)
{
    const bool isTest = !arguments.operands.empty() && arguments.operands.front() == "test";
    const bool isPassword = !arguments.operands.empty() && arguments.operands.front() == "password";
    if (arguments.operands.size() != 2 || (!isTest && !isPassword))
        return wrongUsage(arguments.command,
                          invalidOption(NotifyCommandText::tr("“test FILE” or “password FILE” is needed.")));
    const Result<NotifySettings> settings = readNotifySettings(toPath(arguments.operands[1]));
    if (!settings)
        return wrongUsage(arguments.command, settings.error());
    return isTest ? sendTest(*settings) : storePassword(*settings);
}

} // namespace convoy
