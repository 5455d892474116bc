// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/exitstatus.h"

#include <QCoreApplication>

#include <cerrno>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConsoleText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Console)
};

void writeAll(int fd, const QByteArray &bytes)
{
    const char *position = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(fd, position, static_cast<size_t>(left));
        if (written < 0 && errno != EINTR)
            return;
        if (written > 0) {
            position += written;
            left -= written;
        }
    }
}

} // namespace

void writeData(const QByteArray &bytes)
{
    writeAll(STDOUT_FILENO, bytes);
}

void writeMessage(const QString &line)
{
    writeAll(STDERR_FILENO, line.toUtf8() + '\n');
}

void writeError(const Error &error)
{
    QString line = u"convoy-cli: "_s + error.message;
    if (!error.detail.isEmpty())
        line += u" ("_s + error.detail + u')';
    writeMessage(line);
}

int wrongUsage(const QByteArray &command, const Error &error)
{
    writeError(error);
    const QString help = command.isEmpty() ? u"convoy-cli --help"_s
                                           : u"convoy-cli %1 --help"_s.arg(QString::fromUtf8(command));
    writeMessage(ConsoleText::tr("“%1” shows what can be given.").arg(help));
    return ExitStatus::usage;
}

int unfitEnvironment(const Error &error)
{
    writeError(error);
    return ExitStatus::unfit;
}

QString shownPath(const Path &path)
{
    std::error_code failed;
    static const Path here = std::filesystem::current_path(failed);
    if (here.empty())
        return displayName(path);
    const Path relative = path.lexically_relative(here);
    const bool isBelow = !relative.empty() && *relative.begin() != "..";
    return displayName(isBelow ? relative : path);
}

} // namespace convoy
