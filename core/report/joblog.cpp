// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/joblog.h"

#include "core/base/filedescriptor.h"
#include "core/base/fileio.h"
#include "core/plan/naming.h"
#include "core/report/jobjson.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>

namespace convoy {

namespace {

struct JobLogText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JobLog)
};

Path logFile(const Job &job, const Path &folder)
{
    const QByteArray number = QByteArray::number(job.plan.number).rightJustified(4, '0');
    constexpr int reserve = 16; // for number and extension
    const QByteArray name = job.plan.outputStem.isEmpty() ? jobTitle(job.plan).toUtf8() : job.plan.outputStem;
    return folder / (number + '-' + safeFileName(name, reserve) + ".log").toStdString();
}

} // namespace

Result<void> prepareLogFolder(const Path &folder)
{
    return makeWritableFolder(folder,
                              JobLogText::tr("The folder for logs, “%1”, cannot be written to.").arg(displayName(folder)));
}

Result<void> writeJobLog(const Job &job, const Path &folder)
{
    QByteArray text = job.status.toolOutput;
    if (const std::optional<Error> &error = job.status.error) {
        text += text.isEmpty() || text.endsWith('\n') ? "" : "\n";
        // A failed tool's output is the error's detail.
        if (!error->detail.isEmpty() && !text.contains(error->detail.toUtf8()))
            text += error->detail.toUtf8() + (error->detail.endsWith(u'\n') ? "" : "\n");
        text += error->message.toUtf8() + '\n';
    }
    if (text.isEmpty())
        return {};
    const Path file = logFile(job, folder);
    // Never what a link leads to, and no pipe is waited at.
    const FileDescriptor log(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
    if (!log.isValid() || !writeAll(log.fd(), text))
        return systemError(errno, ErrorKind::OutputUnwritable,
                           JobLogText::tr("The log “%1” cannot be written.").arg(displayName(file)));
    return {};
}

} // namespace convoy
