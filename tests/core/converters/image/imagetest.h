// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/imageconverter.h"
#include "support/convertharness.h"
#include "support/pixels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// Pictures through the converter as the engine does it, and through programs that share no code with it.
namespace convoy::test {

struct Converted {
    ConvertReport report;
    QList<QByteArray> files;
};

/// Probed, converted and verified.
inline Result<Converted> convertImage(const QByteArray &bytes, const QString &extension, const QJsonObject &options = {})
{
    const ImageConverter converter;
    const InputFile file = InputFile::fromBytes(bytes, "input");
    const Result<MediaInfo> probed = converter.probe(file.input());
    if (!probed)
        return probed.error();
    ConvertHarness harness;
    const ConvertRequest request{.input = file.input(),
                                 .options = optionsFor(u"image", options),
                                 .extension = extension,
                                 .probed = *probed,
                                 .stem = "input",
                                 .number = 1};
    Result<ConvertReport> report = converter.convert(request, harness.context());
    if (!report) {
        qInfo("%s: %s / %s", errorKindName(report.error().kind).data(), qPrintable(report.error().message),
              qPrintable(report.error().detail));
        return report.error();
    }
    Converted converted{.report = *report, .files = {}};
    for (size_t i = 0; i < harness.outputs.size(); ++i) {
        const FileDescriptor output = reopenReadOnly(harness.outputs[i].fd());
        const Result<void> verified = converter.verify(output.fd(), throughCbor(report->outputs[i]), harness.context());
        if (!verified)
            return verified.error();
        converted.files.append(harness.outputBytes(i));
    }
    return converted;
}

/// The first file, or nothing with the reason as a warning.
inline QByteArray convertedFile(const QByteArray &bytes, const QString &extension, const QJsonObject &options = {})
{
    const Result<Converted> converted = convertImage(bytes, extension, options);
    if (converted)
        return converted->files.value(0);
    qWarning("%s / %s", qPrintable(converted.error().message), qPrintable(converted.error().detail));
    return {};
}

struct Ran {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

inline Ran runProgram(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment = {})
{
    QProcess process;
    if (!environment.isEmpty())
        process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline bool hasProgram(const QString &name)
{
    return !QStandardPaths::findExecutable(name).isEmpty();
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Everything that exiftool finds, by "group:tag".
inline QJsonObject exiftoolTags(const QByteArray &bytes, const QString &extension)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.") + extension);
    writeFile(path, bytes);
    const Ran ran = runProgram(
        QStringLiteral("exiftool"),
        {QStringLiteral("-j"), QStringLiteral("-G1"), QStringLiteral("-a"), QStringLiteral("-n"), path});
    return QJsonDocument::fromJson(ran.output).array().at(0).toObject();
}

/// Decoded by ffmpeg's own decoders (libdav1d, hevc, webp, libjxl, gif), frame by frame.
inline QList<Picture> decodeByFfmpeg(const QByteArray &bytes, const QString &extension)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.") + extension);
    writeFile(path, bytes);
    const Ran ran = runProgram(QStringLiteral("ffmpeg"),
                               {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-i"), path,
                                QStringLiteral("-vf"), // what cannot be seen is black
                                QStringLiteral("format=gbrap,premultiply=inplace=1"), QStringLiteral("-vsync"),
                                QStringLiteral("passthrough"), QStringLiteral("-pix_fmt"), QStringLiteral("rgb24"),
                                folder.filePath(QStringLiteral("f%04d.png"))});
    QList<Picture> pictures;
    if (ran.status != 0)
        qWarning("ffmpeg: %s", ran.errors.constData());
    for (const QString &name : QDir(folder.path()).entryList({QStringLiteral("f*.png")}, QDir::Files, QDir::Name))
        pictures.append(decodePicture(readFile(folder.filePath(name))));
    return pictures;
}

} // namespace convoy::test
