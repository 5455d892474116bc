// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/jpegpath.h"

#include "core/converters/image/pipeline/colorprofile.h"

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

Kernel kernelFor(const QString &filter)
{
    if (filter == "mitchell"_L1)
        return Kernel::Mitchell;
    return filter == "triangle"_L1 ? Kernel::Triangle : Kernel::Lanczos;
}

Turn turnOf(const ImageOptions &options)
{
    return Turn::forDegrees(int(options.rotate))
        .then({.mirrorX = options.flip == FlipMode::Horizontal, .mirrorY = options.flip == FlipMode::Vertical});
}

// What is left of a picture of `size` once fill has cut what is over, and how large that becomes.
std::pair<QRectF, QSize> resizedPart(const ImageOptions &options, QSize size)
{
    const QSize whole = resizedSize(options, size);
    if (options.resize != ResizeMode::Fill || options.box.width() <= 0 || options.box.height() <= 0)
        return {QRectF(QPointF(0, 0), QSizeF(size)), whole};
    const QSize cut = whole.boundedTo(options.box);
    const double x = double(size.width()) / whole.width();
    const double y = double(size.height()) / whole.height();
    const QPoint corner((whole.width() - cut.width()) / 2, (whole.height() - cut.height()) / 2);
    return {QRectF(corner.x() * x, corner.y() * y, cut.width() * x, cut.height() * y), cut};
}

} // namespace

bool JpegPath::isOpen(const PipelineSettings &settings, const JpegDecoder &decoder, const MagickCore::Image &header)
{
    const ImageOptions &options = settings.options;
    const bool corrected = options.gamma != 1 || options.sharpen > 0 || options.blackPoint > 0 || options.whitePoint < 100;
    return settings.output.is("JPEG") && decoder.hasPlainPlanes() && !corrected && options.turnsByRightAngles()
        && !options.linearLight && options.filter != "point"_L1 && keepsColor(header, options.color, settings.output);
}

Result<JpegPath::Geometry> JpegPath::plan(const MagickCore::Image &header, QStringList &warnings) const
{
    const ImageOptions &options = m_settings.options;
    const Turn upright = Turn::forOrientation(options.autoOrient ? int(header.orientation) : 1);
    const QSize stored = m_decoder.size();
    const Result<QRect> cut = cropFor(options, upright.sizeOf(stored), warnings);
    if (!cut)
        return cut.error();
    const Turn wanted = turnOf(options);
    const auto [part, size] = resizedPart(options, wanted.sizeOf(cut->size()));
    const QRectF inUpright = wanted.unturned(part, QSizeF(cut->size())).translated(cut->topLeft());
    const Turn turn = upright.then(wanted);
    return Geometry{.part = upright.unturned(inUpright, QSizeF(stored)), .size = turn.sizeOf(size), .turn = turn};
}

Result<JpegPlanes> JpegPath::convert(MagickCore::Image *header, QStringList &warnings)
{
    const Result<Geometry> geometry = plan(*header, warnings);
    if (!geometry)
        return geometry.error();
    // A quarter more than what is needed leaves the filter its work.
    const double scale = std::max(geometry->size.width() / geometry->part.width(),
                                  geometry->size.height() / geometry->part.height());
    const QSize stored = m_decoder.size();
    m_decoder.shrink(QSize(int(std::ceil(stored.width() * scale * 1.25)), int(std::ceil(stored.height() * scale * 1.25))));
    Result<JpegPlanes> source = m_decoder.readPlanes();
    if (!source)
        return source;
    m_monitor.advance(1);
    JpegPlanes result{.planes = {},
                      .samplesPerPixel = {},
                      .horizontal = geometry->turn.transpose ? source->vertical : source->horizontal,
                      .vertical = geometry->turn.transpose ? source->horizontal : source->vertical};
    for (size_t i = 0; i < source->planes.size(); ++i) {
        result.planes.push_back(convertPlane(*geometry, i, *source));
        source->planes[i] = {};
        if (m_monitor.stopped())
            return cancelledError();
    }
    const QSize size = geometry->turn.sizeOf(geometry->size);
    header->columns = size_t(size.width());
    header->rows = size_t(size.height());
    return result;
}

Plane JpegPath::convertPlane(const Geometry &geometry, size_t index, const JpegPlanes &source)
{
    const Plane &plane = source.planes[index];
    const QSizeF ratio = source.samplesPerPixel[index];
    QSize size = geometry.size;
    QRectF part = geometry.part;
    if (index > 0) {
        // The last sample of color may reach over the edge; after a mirror that is the first.
        const auto half = [](int pixels, int by) { return (pixels + by - 1) / by; };
        const QSize halved(half(size.width(), source.horizontal), half(size.height(), source.vertical));
        const double overX = part.width() * (double(halved.width() * source.horizontal) / size.width() - 1);
        const double overY = part.height() * (double(halved.height() * source.vertical) / size.height() - 1);
        const bool fromRight = geometry.turn.transpose ? geometry.turn.mirrorY : geometry.turn.mirrorX;
        const bool fromBelow = geometry.turn.transpose ? geometry.turn.mirrorX : geometry.turn.mirrorY;
        part.adjust(fromRight ? -overX : 0, fromBelow ? -overY : 0, fromRight ? 0 : overX, fromBelow ? 0 : overY);
        size = halved;
    }
    const QRectF inPlane(part.x() * ratio.width(), part.y() * ratio.height(), part.width() * ratio.width(),
                         part.height() * ratio.height());
    return turnedPlane(
        resizedPlane(plane, inPlane, size, kernelFor(m_settings.options.filter), [this] { return m_monitor.stopped(); }),
        geometry.turn);
}

} // namespace convoy
