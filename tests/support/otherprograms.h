// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

/// What ffprobe says of format, streams and chapters.
inline QJsonObject ffprobed(const QString &path)
{
    const QStringList shown = QStringLiteral("-v error -print_format json -show_streams -show_chapters -show_format")
                                  .split(u' ');
    return QJsonDocument::fromJson(program(QStringLiteral("ffprobe"), shown + QStringList{path})).object();
}

/// One property of the first stream or of the file: containers differ in where tags are.
inline QString tagOf(const QJsonObject &probed, const QString &name)
{
    const QJsonObject places[] = {probed[QStringLiteral("format")].toObject(),
                                  probed[QStringLiteral("streams")].toArray().at(0).toObject()};
    for (const QJsonObject &place : places) {
        const QJsonObject tags = place[QStringLiteral("tags")].toObject();
        for (auto it = tags.begin(); it != tags.end(); ++it) {
            if (it.key().compare(name, Qt::CaseInsensitive) == 0)
                return it->toString();
        }
    }
    return {};
}

} // namespace convoy::test
