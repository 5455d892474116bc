// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/commandhook.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CommandHookText {
    Q_DECLARE_TR_FUNCTIONS(convoy::CommandHook)
};

} // namespace

Result<void> runCommandHook(const QStringList &command, const Report &report, std::chrono::milliseconds timeout)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CONVOY_BATCH"_s, report.batches.join(u' '));
    environment.insert(u"CONVOY_PROFILE"_s, report.profile);
    environment.insert(u"CONVOY_DONE"_s, QString::number(report.totals.done));
    environment.insert(u"CONVOY_FAILED"_s, QString::number(report.totals.failed));
    environment.insert(u"CONVOY_SKIPPED"_s, QString::number(report.totals.skipped));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.mid(1));
    const QString failure = CommandHookText::tr("The command “%1” failed.").arg(command.first());
    if (!process.waitForStarted(int(timeout.count())))
        return Error{ErrorKind::MissingTool, failure, process.errorString()};
    process.write(QJsonDocument(reportToJson(report)).toJson());
    process.closeWriteChannel();
    if (!process.waitForFinished(int(timeout.count()))) {
        process.kill();
        process.waitForFinished(1000);
        return Error{ErrorKind::TimedOut, failure,
                     CommandHookText::tr("It was ended after %1 s.").arg(double(timeout.count()) / 1000)};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error{ErrorKind::ToolFailed, failure, QString::fromUtf8(process.readAll().right(4096))};
    return {};
}

} // namespace convoy
