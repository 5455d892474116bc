// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sessionoptions.h"

#include "core/base/resources.h"
#include "core/notify/password.h"
#include "core/report/report.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SessionOptionsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::BatchSession)
};

Error notOneOf(const char *option, const QString &value, const QString &choices)
{
    return invalidOption(
        SessionOptionsText::tr("%1: “%2” is not one of %3.").arg(QString::fromUtf8(option), value, choices));
}

} // namespace

Result<int> readJobCount(const Arguments &arguments)
{
    constexpr int mostJobs = 1024;
    if (!arguments.has("--jobs"))
        return availableCores();
    const int jobs = arguments.text("--jobs").toInt();
    if (jobs < 1 || jobs > mostJobs)
        return invalidOption(SessionOptionsText::tr("--jobs: a number from 1 to %1 is needed.").arg(mostJobs));
    return jobs;
}

Result<SessionOptions> readSessionOptions(const Arguments &arguments)
{
    SessionOptions options;
    const Result<int> jobs = readJobCount(arguments);
    if (!jobs)
        return jobs.error();
    options.host.jobs = *jobs;
    const QString isolation = arguments.has("--isolation") ? arguments.text("--isolation") : u"process"_s;
    if (isolation != "process"_L1 && isolation != "thread"_L1)
        return notOneOf("--isolation", isolation, u"process, thread"_s);
    options.host.isolation = isolation == "thread"_L1 ? Isolation::Thread : Isolation::Process;
    const QString events = arguments.has("--events") ? arguments.text("--events") : u"text"_s;
    if (events != "text"_L1 && events != "json"_L1)
        return notOneOf("--events", events, u"text, json"_s);
    options.jsonEvents = events == "json"_L1;
    options.keepOrder = arguments.has("--keep-order");
    options.printToolOutput = arguments.has("--tool-output");
    if (arguments.has("--log-dir"))
        options.logFolder = absolutePath(toPath(arguments.value("--log-dir")));
    for (const QByteArray &report : arguments.values("--report")) {
        options.reports.push_back(toPath(report));
        if (const Result<ReportFormat> format = reportFormat(options.reports.back()); !format)
            return format.error();
    }
    if (arguments.has("--notify")) {
        Result<NotifySettings> notify = readNotifySettings(toPath(arguments.value("--notify")));
        if (!notify)
            return Error{notify.error().kind, u"--notify: "_s + notify.error().message, notify.error().detail};
        options.notify = std::move(*notify);
        if (!options.notify.mail.passwordFile.empty()) {
            Result<QByteArray> password = readMailPassword(options.notify.mail);
            if (!password)
                return password.error();
            options.mailPassword = std::move(*password);
        }
    }
    return options;
}

} // namespace convoy
