// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/password.h"

#include "core/base/filedescriptor.h"
#include "core/online/onlinemodule.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PasswordText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Password)
};

constexpr size_t longestPassword = 4096;

QString keyOf(const MailSettings &settings)
{
    return settings.user + u" on "_s + settings.server;
}

Result<QByteArray> readFile(const Path &file)
{
    const FileDescriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status = {};
    if (!fd.isValid() || ::fstat(fd.fd(), &status) != 0)
        return systemError(errno, ErrorKind::InvalidOption,
                           PasswordText::tr("The password file “%1” cannot be read.").arg(displayName(file)));
    if (!S_ISREG(status.st_mode) || (status.st_mode & 077) != 0)
        return invalidOption(
            PasswordText::tr("The password file “%1” can be read by others; its mode must be 0600.").arg(displayName(file)));
    QByteArray password(qsizetype(longestPassword), Qt::Uninitialized);
    const ssize_t got = ::read(fd.fd(), password.data(), longestPassword);
    password.truncate(std::max<ssize_t>(got, 0));
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return invalidOption(PasswordText::tr("The password file “%1” is empty.").arg(displayName(file)));
    return password;
}

} // namespace

Result<QByteArray> readMailPassword(const MailSettings &settings)
{
    if (settings.server.isEmpty() || settings.user.isEmpty())
        return QByteArray();
    if (!settings.passwordFile.empty())
        return readFile(settings.passwordFile);
    const Result<const OnlineModule *> online = onlineModule();
    return online ? (*online)->readSecret(keyOf(settings)) : online.error();
}

Result<void> storeMailPassword(const MailSettings &settings, const QByteArray &password)
{
    const Result<const OnlineModule *> online = onlineModule();
    return online ? (*online)->storeSecret(keyOf(settings), password) : online.error();
}

} // namespace convoy
