// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imageprobe.h"

#include "core/converters/image/formats/imagereader.h"
#include "core/converters/image/metadata/imageexif.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImageProbeText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

QString summary(QSize size, int frames, int bits)
{
    QString text = u"%1×%2"_s.arg(size.width()).arg(size.height());
    if (bits > 8)
        text += ' '_L1 + ImageProbeText::tr("%1 bit").arg(bits);
    if (frames > 1)
        text += ' '_L1 + ImageProbeText::tr("%n frames", nullptr, frames);
    return text;
}

} // namespace

Result<MediaInfo> probeImage(const ConvertInput &input)
{
    const Result<ImageReader> reader = ImageReader::open(input);
    if (!reader)
        return reader.error();
    const Result<magick::ImageList> header = reader->readHeader();
    if (!header)
        return header.error();
    const MagickCore::Image &image = **header;
    if (const Result<void> memory = magick::checkMemory(image, 1, magick::Limit::Ever); !memory)
        return memory.error();
    const QSize size = uprightSize(image);
    const double pixels = double(size.width()) * size.height();
    MediaInfo info{
        .formatId = QString(reader->format().id),
        .kind = MediaKind::Image,
        .width = size.width(),
        .height = size.height(),
        .frames = reader->frames(),
        .bitsStored = int(image.depth),
        .summary = summary(size, reader->frames(), int(image.depth)),
        // Measured on JPEG to JPEG and on a raw picture; the rest is of the same order.
        .cpuSeconds = 0.002 + pixels * (reader->isCameraRaw() ? 250e-9 : 60e-9),
        .memoryBytes = qint64(pixels * magick::bytesPerPixel(image)) + 2 * input.size + (48 << 20),
        .divisible = pixels > 4e6,
        .tags = cameraTags(image),
    };
    return info;
}

} // namespace convoy
