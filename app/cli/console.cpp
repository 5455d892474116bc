// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/exitstatus.h"
#include "core/base/fileio.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConsoleText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Console)
};

bool isDataLost = false;

} // namespace

void openStandardStreams()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (::fcntl(fd, F_GETFD) < 0)
            ::open("/dev/null", O_RDWR); // the lowest number that is free
    }
}

void writeData(const QByteArray &bytes)
{
    if (isDataLost || writeAll(STDOUT_FILENO, bytes) || errno == EPIPE) // that a reader has gone away is no fault
        return;
    isDataLost = true;
    writeError(systemError(errno, ErrorKind::OutputUnwritable, ConsoleText::tr("The standard output cannot be written.")));
}

QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

void writeText(const QString &text)
{
    writeData(printable(text).toUtf8());
}

int statusOfData(int status)
{
    return isDataLost && status == ExitStatus::success ? ExitStatus::failure : status;
}

void writeMessage(const QString &line)
{
    writeAll(STDERR_FILENO, printable(line).toUtf8() + '\n');
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
