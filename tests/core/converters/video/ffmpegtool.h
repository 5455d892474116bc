// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/convertharness.h"
#include "support/otherprograms.h"

#include <QRegularExpression>
#include <QStandardPaths>

namespace convoy::test {

// ffmpeg and ffprobe as makers of clips and independent readers of what was written.

inline bool hasFfmpeg()
{
    return !QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty();
}

inline bool makeClip(const QStringList &arguments)
{
    const ToolResult made = runTool(QStringLiteral("ffmpeg"),
                                    QStringLiteral("-v error -nostdin -y").split(u' ') + arguments);
    if (!made.ok)
        qWarning("%s", made.err.constData());
    return made.ok;
}

inline bool makeClip(const QString &arguments)
{
    return makeClip(QProcess::splitCommand(arguments));
}

/// Decoded frames (pictures or blocks of sound) of the stream, counted by ffprobe; -1 where there is no such stream.
inline int countFrames(const QString &path, const char *stream)
{
    const ToolResult result = runTool(
        QStringLiteral("ffprobe -v error -count_frames -select_streams %1 -show_entries stream=nb_read_frames "
                       "-of csv=p=0 %2")
            .arg(QString::fromLatin1(stream), path));
    bool ok = false;
    const int frames = result.out.split('\n').value(0).split(',').value(0).trimmed().toInt(&ok);
    return result.ok && ok ? frames : -1;
}

/// Values of `-show_entries` as ffprobe's csv, one line an item.
inline QByteArray probeEntries(const QString &path, const QString &entries)
{
    return runTool(QStringLiteral("ffprobe -v error -show_entries %1 -of csv=p=0 %2").arg(entries, path)).out.trimmed();
}

/// MD5 of every packet of a stream, as it lies in the container.
inline QByteArrayList packetHashes(const QString &path, const char *stream)
{
    const ToolResult result = runTool(QStringLiteral("ffmpeg -v error -nostdin -i %1 -map %2 -c copy -f framemd5 -")
                                          .arg(path, QString::fromLatin1(stream)));
    QByteArrayList hashes;
    for (const QByteArray &line : result.out.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            hashes.append(line.mid(line.lastIndexOf(',') + 1).trimmed());
    }
    return hashes;
}

/// PSNR of all samples of all frames, dB; `frames` > 0 compares only so many from the start. -1 on failure.
inline double psnr(const QString &a, const QString &b, int frames = 0)
{
    const QString trim = frames > 0 ? QStringLiteral(",trim=end_frame=%1").arg(frames) : QString();
    QStringList arguments{
        QStringLiteral("-nostdin"),
        QStringLiteral("-i"),
        a,
        QStringLiteral("-i"),
        b,
        QStringLiteral("-lavfi"),
        QStringLiteral("[0:v:0]settb=1/25,setpts=N%1[a];[1:v:0]settb=1/25,setpts=N%1[b];[a][b]psnr").arg(trim)};
    arguments << QStringLiteral("-f") << QStringLiteral("null") << QStringLiteral("-");
    const ToolResult result = runTool(QStringLiteral("ffmpeg"), arguments);
    static const QRegularExpression average(QStringLiteral("PSNR .*average:(inf|[0-9.]+)"));
    const QRegularExpressionMatch match = average.match(QString::fromUtf8(result.err));
    if (!match.hasMatch())
        return -1;
    return match.captured(1) == QStringLiteral("inf") ? 1000 : match.captured(1).toDouble();
}

struct VideoRun {
    QJsonObject options;
    int threads = 1;
    QString extension = QStringLiteral("mkv");
};

/// Converts and verifies a file in this process and puts the output under `target`.
class VideoTrial
{
public:
    std::optional<Error> error;
    std::optional<Error> verifyError;
    ConvertReport report;
    ConvertHarness harness;

    VideoTrial(const QString &source, const QString &target, const VideoRun &run = {})
    {
        const Converter *converter = converterInFamily(u"video");
        const InputFile input = InputFile::fromPath(source);
        harness.threads = run.threads;
        const Result<ConvertReport> converted = converter->convert(
            {.input = input.input(), .options = optionsFor(u"video", run.options), .extension = run.extension},
            harness.context());
        if (!converted) {
            error = converted.error();
            return;
        }
        report = *converted;
        const FileDescriptor written = reopenReadOnly(harness.outputs.at(0).fd());
        const Result<void> verified = converter->verify(written.fd(), throughCbor(report.outputs.at(0)), harness.context());
        if (!verified)
            verifyError = verified.error();
        QFile file(target);
        if (file.open(QIODevice::WriteOnly))
            file.write(harness.outputBytes(0));
    }

    bool ok() const { return !error && !verifyError; }
    QByteArray complaint() const
    {
        const Error &worst = error ? *error : verifyError.value_or(Error{});
        return errorKindName(worst.kind).data() + QByteArray(": ") + worst.message.toUtf8() + ' ' + worst.detail.toUtf8();
    }
};

} // namespace convoy::test
