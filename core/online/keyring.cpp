// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/online/keyring.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PasswordText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Password)
};

constexpr int keyringMs = 5000; // a locked keyring asks a person, who may not be there

Result<void> runJob(QKeychain::Job &job, const QString &key)
{
    job.setAutoDelete(false);
    job.setKey(key);
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
    return Error{ErrorKind::InvalidOption, PasswordText::tr("The secret service did not give the password."),
                 isFinished ? job.errorString() : PasswordText::tr("It did not answer.")};
}

} // namespace

Result<QByteArray> readSecret(const QString &key)
{
    // Not on the stack: a job that has not answered is still known to the library.
    auto *job = new QKeychain::ReadPasswordJob(u"Convoy"_s, QCoreApplication::instance());
    if (const Result<void> done = runJob(*job, key); !done)
        return done.error();
    QByteArray secret = job->binaryData();
    job->deleteLater();
    return secret;
}

Result<void> storeSecret(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(u"Convoy"_s, QCoreApplication::instance());
    job->setBinaryData(secret);
    const Result<void> done = runJob(*job, key);
    if (done)
        job->deleteLater();
    return done;
}

} // namespace convoy
