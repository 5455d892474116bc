// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/protocol.h"

#include "core/base/cborinteger.h"

#include <QCborArray>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

QCborMap inputToCbor(const ConvertInput &input)
{
    return {{u"path"_s, input.path}, {u"size"_s, input.size}};
}

ConvertInput inputFromCbor(const QCborMap &map, int fd)
{
    return {fd, map.value("path"_L1).toByteArray(), cborInteger(map.value("size"_L1))};
}

QCborMap requestToCbor(const ConvertRequest &request)
{
    return {
        {u"input"_s, inputToCbor(request.input)},
        {u"options"_s, QCborMap::fromVariantMap(request.options.map())},
        {u"extension"_s, request.extension},
        {u"probed"_s, request.probed.toCbor()},
        {u"stem"_s, request.stem},
        {u"folder"_s, request.outputFolder},
        {u"number"_s, request.number},
        {u"verified"_s, request.isVerified},
        {u"attachment"_s, inputToCbor(request.attachment)},
    };
}

ConvertRequest requestFromCbor(const QCborMap &map, int inputFd, int attachmentFd)
{
    return {
        .input = inputFromCbor(map.value("input"_L1).toMap(), inputFd),
        .options = OptionValues(map.value("options"_L1).toMap().toVariantMap()),
        .extension = map.value("extension"_L1).toString(),
        .probed = MediaInfo::fromCbor(map.value("probed"_L1).toMap()),
        .stem = map.value("stem"_L1).toByteArray(),
        .outputFolder = map.value("folder"_L1).toByteArray(),
        .number = int(cborInteger(map.value("number"_L1))),
        .isVerified = map.value("verified"_L1).toBool(),
        .attachment = inputFromCbor(map.value("attachment"_L1).toMap(), attachmentFd),
    };
}

QCborMap reportToCbor(const ConvertReport &report)
{
    QCborArray outputs;
    for (const QVariantMap &facts : report.outputs)
        outputs.append(QCborMap::fromVariantMap(facts));
    return {
        {u"outputs"_s, outputs},
        {u"warnings"_s, QCborArray::fromStringList(report.warnings)},
        {u"columns"_s, QCborMap::fromVariantMap(report.columns)},
        {u"tool"_s, report.toolOutput},
    };
}

ConvertReport reportFromCbor(const QCborMap &map)
{
    ConvertReport report;
    const QCborArray outputs = map.value("outputs"_L1).toArray();
    for (const QCborValue &facts : outputs)
        report.outputs.push_back(facts.toMap().toVariantMap());
    const QCborArray warnings = map.value("warnings"_L1).toArray();
    for (const QCborValue &warning : warnings)
        report.warnings.append(warning.toString());
    report.columns = map.value("columns"_L1).toMap().toVariantMap();
    report.toolOutput = map.value("tool"_L1).toByteArray();
    return report;
}

QCborMap previewRequestToCbor(const PreviewRequest &request)
{
    return {
        {u"input"_s, inputToCbor(request.input)}, {u"options"_s, QCborMap::fromVariantMap(request.options.map())},
        {u"size"_s, request.maximumSize},         {u"position"_s, request.position},
        {u"converted"_s, request.converted},      {u"patient"_s, request.patient},
    };
}

PreviewRequest previewRequestFromCbor(const QCborMap &map, int inputFd)
{
    return {
        .input = inputFromCbor(map.value("input"_L1).toMap(), inputFd),
        .options = OptionValues(map.value("options"_L1).toMap().toVariantMap()),
        .maximumSize = int(cborInteger(map.value("size"_L1))),
        .position = map.value("position"_L1).toDouble(),
        .converted = map.value("converted"_L1).toBool(),
        .patient = map.value("patient"_L1).toBool(),
    };
}

QCborMap pictureToCbor(const PreviewPicture &picture)
{
    return {
        {u"width"_s, picture.width},
        {u"height"_s, picture.height},
        {u"source_width"_s, picture.sourceWidth},
        {u"source_height"_s, picture.sourceHeight},
        {u"exact"_s, picture.exact},
        {u"rgba"_s, picture.rgba},
    };
}

PreviewPicture pictureFromCbor(const QCborMap &map)
{
    PreviewPicture picture{
        .width = int(cborInteger(map.value("width"_L1))),
        .height = int(cborInteger(map.value("height"_L1))),
        .sourceWidth = int(cborInteger(map.value("source_width"_L1))),
        .sourceHeight = int(cborInteger(map.value("source_height"_L1))),
        .exact = map.value("exact"_L1).toBool(),
        .rgba = map.value("rgba"_L1).toByteArray(),
    };
    // The worker has parsed hostile bytes: its word is not taken for the size of the pixels.
    if (picture.width < 0 || picture.height < 0 || qint64(picture.width) * picture.height * 4 != picture.rgba.size())
        return {};
    return picture;
}

QCborMap errorToCbor(const Error &error)
{
    return {{u"kind"_s, QString(errorKindName(error.kind))}, {u"message"_s, error.message}, {u"detail"_s, error.detail}};
}

Error errorFromCbor(const QCborMap &map)
{
    return {errorKindFromName(map.value("kind"_L1).toString()).value_or(ErrorKind::Internal),
            map.value("message"_L1).toString(), map.value("detail"_L1).toString()};
}

} // namespace convoy
