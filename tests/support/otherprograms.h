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

/// What a program of somebody else did and said.
struct ToolResult {
    bool ok = false;
    QByteArray out;
    QByteArray err;
};

inline ToolResult runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    const bool finished = process.waitForFinished(100'000);
    return {finished && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The same of a command line, in which words with spaces are in quotation marks.
inline ToolResult runTool(const QString &command)
{
    QStringList words = QProcess::splitCommand(command);
    const QString program = words.takeFirst();
    return runTool(program, words);
}

/// What it says on stdout; empty where it fails.
inline QByteArray program(const QString &name, const QStringList &arguments)
{
    const ToolResult result = runTool(name, arguments);
    return result.ok ? result.out : QByteArray();
}

inline QByteArray program(const QString &command)
{
    const ToolResult result = runTool(command);
    return result.ok ? result.out : QByteArray();
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
    return QJsonDocument::fromJson(
               program(QStringLiteral("ffprobe -v error -print_format json -show_streams -show_chapters -show_format %1")
                           .arg(path)))
        .object();
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
