// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

#include <QCborMap>

namespace convoy {

/// The bodies of the messages. Descriptors travel beside them: the input first, then the attachment where there is one,
/// the first output where the child need not ask for it, and the two pipes to an encoder process.
///
/// engine → helper   {op: "spawn"} · {op: "signal", id, signal} · {op: "describe"}
/// helper → engine   {id} with the child's socket and the pipe of its end · {versions}
/// engine → child    {op: "probe"|"preview"|"convert"|"verify"|"complete-set"|"try-encoder", memory, threads, …} · {op:
/// "cancel"} · {op: "threads", n} ·
///                   {op: "output"} with the staged file, or {op: "output", error}
/// child → engine    {progress} · {said} · {output: expected bytes} · {result | error, cpu, peak}
QCborMap inputToCbor(const ConvertInput &input);
ConvertInput inputFromCbor(const QCborMap &map, int fd);

QCborMap requestToCbor(const ConvertRequest &request);
ConvertRequest requestFromCbor(const QCborMap &map, int inputFd, int attachmentFd = -1);

QCborMap reportToCbor(const ConvertReport &report);
ConvertReport reportFromCbor(const QCborMap &map);

QCborMap previewRequestToCbor(const PreviewRequest &request);
PreviewRequest previewRequestFromCbor(const QCborMap &map, int inputFd);

QCborMap pictureToCbor(const PreviewPicture &picture);
PreviewPicture pictureFromCbor(const QCborMap &map);

QCborMap errorToCbor(const Error &error);
Error errorFromCbor(const QCborMap &map);

/// How a child ended, as the helper writes it into the child's exit pipe.
struct ExitReport {
    int status = 0; ///< as from wait(2)
    double cpuSeconds = 0;
    long long peakBytes = 0;
};

} // namespace convoy
