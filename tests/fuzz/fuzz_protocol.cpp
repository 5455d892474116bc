// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine reads from a worker that has parsed hostile bytes, and may be theirs by now.
#include "fuzztarget.h"

#include "core/worker/message.h"
#include "core/worker/protocol.h"

#include <sys/socket.h>

using namespace convoy;

QList<QByteArray> fuzzSeeds()
{
    MediaInfo info;
    info.formatId = QStringLiteral("jpeg");
    info.width = 640;
    info.height = 480;
    info.tags = {{QStringLiteral("artist"), QStringLiteral("A")}};
    info.warnings = {QStringLiteral("w")};
    info.contents = {{"a.wav", {{QStringLiteral("cut_start"), 588}}, {}}, {"../b.wav", {}, {}}};
    ConvertReport report;
    report.outputs = {{{QStringLiteral("frames"), 3}}};
    report.columns = {{QStringLiteral("lines"), 3}};
    const PreviewPicture picture{.width = 2, .height = 1, .rgba = QByteArray(8, 'x')};
    const ConvertRequest request{.input = {3, "in", 10}, .extension = QStringLiteral("png"), .probed = info};
    QList<QByteArray> seeds;
    for (const QCborMap &map : {info.toCbor(), reportToCbor(report), pictureToCbor(picture), requestToCbor(request),
                                errorToCbor({ErrorKind::DamagedInput, QStringLiteral("m"), QStringLiteral("d")}),
                                QCborMap{{QStringLiteral("progress"), 0.5}}, QCborMap{{QStringLiteral("output"), 1 << 20}}})
        seeds.append('\0' + map.toCborValue().toCbor()); // the first byte says how the body travels
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int ends[2];
    fuzz::promise(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0, "there are sockets");
    const FileDescriptor here(ends[0]);
    FileDescriptor there(ends[1]);
    if (size == 0 || size > 64 * 1024 || ::send(there.fd(), data, size, 0) < 0)
        return 0;
    there.reset();
    Result<std::optional<Message>> message = receiveMessage(here.fd());
    if (!message || !*message)
        return 0;
    const QCborMap &body = (*message)->body;
    const MediaInfo info = MediaInfo::fromCbor(body);
    for (const ContainedFile &file : info.contents)
        fuzz::promise(!file.path.startsWith('/') && !file.path.split('/').contains(".."), "contents stay in their folder");
    const PreviewPicture picture = pictureFromCbor(body);
    fuzz::promise(qint64(picture.width) * picture.height * 4 == picture.rgba.size(), "a picture has its pixels");
    (void)reportFromCbor(body);
    (void)requestFromCbor(body, -1);
    (void)previewRequestFromCbor(body, -1);
    (void)errorFromCbor(body);
    return 0;
}
