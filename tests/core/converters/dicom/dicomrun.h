// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/decodedpng.h"

#include "support/convertharness.h"

#include <QJsonDocument>

namespace convoy::test {

inline const Converter &dicom()
{
    return *converterInFamily(u"dicom");
}

/// One conversion through a harness, each output verified and read back by an independent reader.
struct Run {
    Result<ConvertReport> report;
    std::vector<DecodedPng> pictures;
    std::vector<QByteArray> files;
    bool refused = false;  ///< by verify
    QByteArray everything; ///< files, messages, warnings: to look for what must not be there
};

inline Run runOn(const InputFile &file, const QJsonObject &options, int threads = 1,
                 const QString &extension = QStringLiteral("png"))
{
    ConvertHarness harness;
    harness.threads = threads;
    const Result<MediaInfo> probed = dicom().probe(file.input());
    const ConvertRequest request{.input = file.input(),
                                 .options = optionsFor(u"dicom", options),
                                 .extension = extension,
                                 .probed = probed ? *probed : MediaInfo()};
    Run run{.report = dicom().convert(request, harness.context()), .pictures = {}, .files = {}, .everything = {}};
    for (size_t i = 0; i < harness.outputs.size(); ++i) {
        run.everything += harness.outputBytes(i);
        run.files.push_back(harness.outputBytes(i));
        run.pictures.push_back(DecodedPng::of(harness.outputBytes(i)));
        if (run.report) {
            const FileDescriptor staged = reopenReadOnly(harness.outputs[i].fd());
            if (!dicom().verify(staged.fd(), throughCbor(run.report->outputs[i]), harness.context()))
                run.refused = true;
        }
    }
    if (run.refused)
        run.pictures.clear();
    if (run.report)
        run.everything += run.report->warnings.join(u' ').toUtf8();
    else
        run.everything += (run.report.error().message + run.report.error().detail).toUtf8();
    if (probed)
        run.everything += QJsonDocument(probed->toCbor().toJsonObject()).toJson();
    return run;
}

inline Run runOn(const QByteArray &bytes, const QJsonObject &options = {}, int threads = 1,
                 const QString &extension = QStringLiteral("png"))
{
    return runOn(InputFile::fromBytes(bytes, "made.dcm"), options, threads, extension);
}

} // namespace convoy::test
