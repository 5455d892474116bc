// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace convoy::test {

/// What a program of somebody else says on stdout; empty where it fails.
inline QByteArray program(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.start(name, arguments);
    process.closeWriteChannel();
    const bool done = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
    return done ? process.readAllStandardOutput() : QByteArray();
}

/// The path of a file that such a program can read.
inline QString saved(const QTemporaryDir &folder, const QByteArray &bytes, const QString &name)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return path;
}

} // namespace convoy::test
