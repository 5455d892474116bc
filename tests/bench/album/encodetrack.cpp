// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// encodetrack INPUT OUTPUT [LEVEL [THREADS [verify]]]: one conversion through the converter alone, without engine and
// worker, for profilers and for comparing with `flac`.
#include "core/converters/converter.h"
#include "core/converters/converterinfo.h"

#include <QJsonObject>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const int level = argc > 3 ? atoi(argv[3]) : 8;
    const std::atomic<int> threads = argc > 4 ? atoi(argv[4]) : 1;
    const int in = ::open(argv[1], O_RDONLY | O_CLOEXEC);
    const int out = ::open(argv[2], O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const Converter *converter = converterInFamily(u"audio");
    const Result<OptionValues> options = completeOptions(findConverter(u"audio")->schema, QJsonObject{{u"level"_s, level}},
                                                         {});
    ConvertRequest request{.input = {in, argv[1], 0}, .options = *options, .extension = u"flac"_s};
    const ConvertContext context{
        .stop = {}, .progress = {}, .openOutput = [out](qint64) -> Result<int> { return out; }, .threads = &threads};
    const Result<ConvertReport> report = converter->convert(request, context);
    if (!report) {
        std::fprintf(stderr, "%s %s\n", qPrintable(report.error().message), qPrintable(report.error().detail));
        return 1;
    }
    if (argc > 5) {
        const Result<void> verified = converter->verify(out, report->outputs.front(), context);
        if (!verified)
            std::fprintf(stderr, "%s %s\n", qPrintable(verified.error().message), qPrintable(verified.error().detail));
        return verified ? 0 : 1;
    }
    return 0;
}
