// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imagefacts.h"

#include "core/base/fasthash.h"
#include "core/converters/image/base/animationframes.h"

#include <QCoreApplication>

#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImageFactsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

// Rounded as the encoders round: to the file's depth.
bool hashFrame(const MagickCore::Image *image, bool sixteenBits, FastHash &hash)
{
    const char *map = image->colorspace == MagickCore::CMYKColorspace ? "CMYK" : image->matte ? "RGBA" : "RGB";
    const size_t samples = image->columns * std::char_traits<char>::length(map);
    std::vector<unsigned short> row(samples);
    magick::Exceptions exceptions;
    for (size_t y = 0; y < image->rows; ++y) {
        if (!MagickCore::ExportImagePixels(image, 0, ssize_t(y), image->columns, 1, map,
                                           sixteenBits ? MagickCore::ShortPixel : MagickCore::CharPixel, row.data(),
                                           exceptions.info()))
            return false;
        hash.add(row.data(), samples * (sixteenBits ? 2 : 1));
    }
    return true;
}

// Empty where the pixels cannot be had.
QString pixelHash(const MagickCore::Image *images, bool sixteenBits)
{
    FastHash hash;
    for (const MagickCore::Image *image = images; image; image = MagickCore::GetNextImageInList(image)) {
        if (!hashFrame(image, sixteenBits, hash))
            return {};
    }
    return QString::fromLatin1(hash.result().toHex());
}

qlonglong totalMs(const MagickCore::Image *images)
{
    qlonglong sum = 0;
    for (const MagickCore::Image *image = images; image; image = MagickCore::GetNextImageInList(image))
        sum += frameDurationMs(*image);
    return sum;
}

QString formatIdOf(const OutputTraits &output)
{
    // The coder's name is the format's id for all that are written but one.
    return output.is("HEIC") ? u"heif"_s : QString::fromLatin1(output.coder).toLower();
}

// These turn their pictures when they read them.
bool isTurnedByReader(const MagickCore::Image *image, const PipelineSettings &settings)
{
    return !settings.options.autoOrient && image->orientation > MagickCore::TopLeftOrientation
        && (settings.output.is("AVIF") || settings.output.is("HEIC") || settings.output.is("JXL"));
}

// Palettes, and encoders that may leave out what cannot be seen, do not give every pixel back.
bool givesPixelsBack(const PipelineSettings &settings)
{
    return settings.output.is("PNG") || settings.output.is("TIFF")
        || (settings.output.is("JXL") && settings.options.lossless);
}

Error differs(const QString &detail)
{
    return {ErrorKind::VerificationFailed, ImageFactsText::tr("The finished picture is not what was written."), detail};
}

} // namespace

QVariantMap factsOf(const MagickCore::Image *images, const PipelineSettings &settings)
{
    const bool turned = isTurnedByReader(images, settings);
    const bool exchanged = turned && images->orientation >= MagickCore::LeftTopOrientation;
    QVariantMap facts{
        {u"format"_s, formatIdOf(settings.output)},
        {u"width"_s, qlonglong(exchanged ? images->rows : images->columns)},
        {u"height"_s, qlonglong(exchanged ? images->columns : images->rows)},
        {u"frames"_s, magick::frameCount(images)},
    };
    if (settings.output.is("WEBP") && magick::frameCount(images) > 1)
        facts.insert(u"milliseconds"_s, totalMs(images));
    const bool sixteenBits = images->depth > 8 && settings.output.maximumBits > 8;
    if (givesPixelsBack(settings) && !turned) {
        facts.insert(u"bits"_s, sixteenBits ? 16 : 8);
        facts.insert(u"pixels"_s, pixelHash(images, sixteenBits));
    }
    return facts;
}

Result<void> checkFacts(const MagickCore::Image *images, QLatin1StringView formatId, const QVariantMap &facts)
{
    const auto integer = [&facts](QLatin1StringView key) { return facts.value(key).toLongLong(); };
    if (facts.value("format"_L1).toString() != formatId)
        return differs(u"format %1"_s.arg(formatId));
    if (integer("width"_L1) != qlonglong(images->columns) || integer("height"_L1) != qlonglong(images->rows))
        return differs(u"%1×%2 pixels"_s.arg(images->columns).arg(images->rows));
    // Frames that look the same were put together; a picture that never moves stands still.
    const bool together = facts.contains("milliseconds"_L1);
    if (together && magick::frameCount(images) > 1 && integer("milliseconds"_L1) != totalMs(images))
        return differs(u"%1 ms"_s.arg(totalMs(images)));
    if (together ? integer("frames"_L1) < magick::frameCount(images) : integer("frames"_L1) != magick::frameCount(images))
        return differs(u"%1 frames"_s.arg(magick::frameCount(images)));
    if (facts.contains("pixels"_L1) && facts.value("pixels"_L1).toString() != pixelHash(images, integer("bits"_L1) == 16))
        return differs(u"other pixels"_s);
    return {};
}

} // namespace convoy
