// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/password.h"

#include "core/base/filedescriptor.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <fcntl.h>
#include <qt6keychain/keychain.h>
#include <sys/stat.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Password)
};

constexpr int keyringMs = 5000; // a locked keyring asks a person, who may not be there
constexpr size_t longestPassword = 4096;

QString keyOf(const MailSettings &settings)
{
    return settings.user + u" on "_s + settings.server;
}

Error unusable(const QString &message)
{
    return {ErrorKind::InvalidOption, message, {}};
}

Result<QByteArray> readFile(const Path &file)
{
    const FileDescriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status = {};
    if (!fd.isValid() || ::fstat(fd.fd(), &status) != 0)
        return systemError(errno, ErrorKind::InvalidOption,
                           Text::tr("The password file “%1” cannot be read.").arg(displayName(file)));
    if (!S_ISREG(status.st_mode) || (status.st_mode & 077) != 0)
        return unusable(
            Text::tr("The password file “%1” can be read by others; its mode must be 0600.").arg(displayName(file)));
    QByteArray password(qsizetype(longestPassword), Qt::Uninitialized);
    const ssize_t got = ::read(fd.fd(), password.data(), longestPassword);
    password.truncate(std::max<ssize_t>(got, 0));
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return unusable(Text::tr("The password file “%1” is empty.").arg(displayName(file)));
    return password;
}

Result<void> runJob(QKeychain::Job &job)
{
    job.setAutoDelete(false);
    QEventLoop loop;
    bool isFinished = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        isFinished = true;
        loop.quit();
    });
    QTimer::singleShot(keyringMs, &loop, [&loop] { loop.quit(); });
    job.start();
    if (!isFinished)
        loop.exec();
    if (isFinished && job.error() == QKeychain::NoError)
        return {};
    return Error{ErrorKind::InvalidOption, Text::tr("The secret service did not give the password."),
                 isFinished ? job.errorString() : Text::tr("It did not answer.")};
}

} // namespace

Result<QByteArray> readMailPassword(const MailSettings &settings)
{
    if (settings.server.isEmpty() || settings.user.isEmpty())
        return QByteArray();
    if (!settings.passwordFile.empty())
        return readFile(settings.passwordFile);
    // Not on the stack: a job that has not answered is still known to the library.
    auto *job = new QKeychain::ReadPasswordJob(u"Convoy"_s, QCoreApplication::instance());
    job->setKey(keyOf(settings));
    if (const Result<void> done = runJob(*job); !done)
        return done.error();
    QByteArray password = job->binaryData();
    job->deleteLater();
    return password;
}

Result<void> storeMailPassword(const MailSettings &settings, const QByteArray &password)
{
    auto *job = new QKeychain::WritePasswordJob(u"Convoy"_s, QCoreApplication::instance());
    job->setKey(keyOf(settings));
    job->setBinaryData(password);
    const Result<void> done = runJob(*job);
    if (done)
        job->deleteLater();
    return done;
}

} // namespace convoy
