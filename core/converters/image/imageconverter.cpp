// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/imageconverter.h"

#include "core/converters/image/formats/imagereader.h"
#include "core/converters/image/formats/imagewriter.h"
#include "core/converters/image/formats/jpegpath.h"
#include "core/converters/image/imagefacts.h"
#include "core/converters/image/imagepreview.h"
#include "core/converters/image/imageprobe.h"
#include "core/converters/image/metadata/imagemetadata.h"
#include "core/converters/image/pipeline/colorprofile.h"

#include <QCoreApplication>

#include <new>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImageConverterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

// The only place where exceptions of Magick++ and the standard library end.
template <typename Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const Magick::Exception &exception) {
        return magick::toError(exception);
    } catch (const std::bad_alloc &) {
        return magick::outOfMemory();
    }
}

// Decodes everything; only the description is needed.
Result<magick::ImageList> checkJpeg(int fd, magick::Monitor &monitor)
{
    JpegDecoder decoder(fd, &monitor);
    if (const Result<void> header = decoder.readHeader(); !header)
        return header.error();
    Result<magick::ImageList> described = decoder.describe();
    if (const Result<void> sound = decoder.check(); !sound)
        return sound.error();
    return described;
}

Magick::Image takeFirst(magick::ImageList &images)
{
    MagickCore::Image *rest = images.release();
    Magick::Image first(MagickCore::RemoveFirstImageFromList(&rest));
    images.reset(rest);
    return first;
}

struct ShrinkOnLoad {
    QSize atLeast;  ///< as stored; empty: decode the whole
    QSize resizeTo; ///< as shown
};

// A JPEG may be decoded at a half, a quarter or an eighth when it is to be shrunk; a quarter more than the final size leaves
// the filter its work. Cut or slanted pictures are decoded whole: their numbers are of the whole picture.
ShrinkOnLoad shrinkOnLoad(const ImageOptions &options, const MagickCore::Image &header)
{
    if (options.resize == ResizeMode::None || options.hasCrop() || !options.turnsByRightAngles() || options.linearLight
        || options.filter == "point"_L1)
        return {};
    const QSize stored(int(header.columns), int(header.rows));
    const bool turned = options.rotate == 90 || options.rotate == 270;
    const bool swapped = turned != (options.autoOrient && header.orientation >= MagickCore::LeftTopOrientation);
    const QSize target = resizedSize(options, swapped ? stored.transposed() : stored);
    const QSize atLeast = (swapped ? target.transposed() : target) * 1.25;
    if (atLeast.width() > stored.width() || atLeast.height() > stored.height())
        return {}; // ImageMagick would enlarge
    return {.atLeast = atLeast, .resizeTo = target};
}

/// One conversion, from the descriptor to the staged files.
class Conversion
{
public:
    Conversion(const ConvertRequest &request, const ConvertContext &context)
        : m_request(request),
          m_context(context),
          m_options(ImageOptions::from(request.options)),
          m_settings{m_options, outputTraits(request.extension)},
          m_monitor(context)
    {
    }

    Result<ConvertReport> run()
    {
        m_monitor.phase(0, 0.4);
        const Result<ImageReader> reader = ImageReader::open(m_request.input);
        if (!reader)
            return reader.error();
        if (reader->format().id == "jpeg"_L1) {
            const Result<bool> done = convertPlanes();
            if (!done)
                return done.error();
            if (*done)
                return std::move(m_report);
        }
        Result<magick::ImageList> images = load(*reader);
        if (!images)
            return images.error();
        m_monitor.phase(0.4, 0.7);
        const Result<void> written = m_wholeList ? writeTogether(std::move(images).value())
                                                 : writeEach(std::move(images).value());
        if (!written)
            return written.error();
        m_monitor.phase(1, 1);
        return std::move(m_report);
    }

private:
    // False where the options or the file need more than cutting, turning and resizing.
    Result<bool> convertPlanes()
    {
        JpegDecoder decoder(m_request.input.fd, &m_monitor);
        if (const Result<void> read = decoder.readHeader(); !read)
            return read.error();
        Result<magick::ImageList> header = decoder.describe();
        if (!header)
            return header.error();
        if (!JpegPath::isOpen(m_settings, decoder, **header))
            return false;
        Result<JpegPlanes> planes = JpegPath(m_settings, decoder, m_monitor).convert(header->get(), m_report.warnings);
        if (!planes)
            return planes.error();
        Magick::Image image(header->release());
        if (m_options.autoOrient)
            image.orientation(MagickCore::TopLeftOrientation);
        if (const Result<void> color = convertColor(image, m_options.color, m_settings.output); !color)
            return color.error(); // drops a profile that is not needed
        noteResolution(image, m_options);
        applyMetadata(image, m_settings, m_report.warnings);
        m_monitor.phase(0.6, 1);
        const Result<int> fd = m_context.openOutput(0);
        if (!fd)
            return fd.error();
        if (const Result<void> written = writeJpeg(*image.constImage(), &*planes, *fd, m_settings, m_monitor); !written)
            return written.error();
        if (const Result<void> described = writeMissingMetadata(*image.constImage(), *fd, m_settings, m_report.warnings);
            !described)
            return described.error();
        m_report.outputs.push_back(factsOf(image.constImage(), m_settings));
        m_monitor.phase(1, 1);
        return true;
    }

    Result<magick::ImageList> load(const ImageReader &reader)
    {
        const bool several = reader.frames() > 1;
        // Pages are no animation: they are together in a TIFF only.
        const bool pages = reader.format().id == "tiff"_L1;
        m_wholeList = several && m_settings.output.frames && m_options.frames != FrameMode::First
            && (!pages || m_settings.output.pages);
        const bool all = m_wholeList || (several && m_options.frames == FrameMode::All);
        if (several && !all && m_options.frames == FrameMode::Auto)
            m_report.warnings.append(
                ImageConverterText::tr("Only the first of %n frames was converted.", nullptr, reader.frames()));
        const Result<magick::ImageList> header = reader.readHeader();
        if (!header)
            return header.error();
        if (m_options.frames != FrameMode::First && reader.losesFrames())
            m_report.warnings.append(
                ImageConverterText::tr("Of this animation only the first frame was converted: the others cannot be read."));
        const ShrinkOnLoad shrunk = reader.shrinksOnLoad() ? shrinkOnLoad(m_options, **header) : ShrinkOnLoad();
        m_settings.resizeTo = shrunk.resizeTo;
        return reader.read({.allFrames = all, .atLeast = shrunk.atLeast}, m_monitor);
    }

    Result<void> convertFrame(Magick::Image &image)
    {
        image.quiet(true);
        if (const Result<void> applied = applyPipeline(image, m_settings, m_monitor, m_report.warnings); !applied)
            return applied.error();
        applyMetadata(image, m_settings, m_report.warnings);
        return {};
    }

    Result<void> write(const MagickCore::Image *images)
    {
        if (m_monitor.stopped())
            return cancelledError();
        const Result<int> fd = m_context.openOutput(0);
        if (!fd)
            return fd.error();
        if (const Result<void> written = writeImages(images, *fd, m_settings, m_monitor); !written)
            return written.error();
        if (const Result<void> described = writeMissingMetadata(*images, *fd, m_settings, m_report.warnings); !described)
            return described.error();
        m_report.outputs.push_back(factsOf(images, m_settings));
        return {};
    }

    Result<void> writeEach(magick::ImageList images)
    {
        const auto count = double(magick::frameCount(images.get()));
        for (int index = 0; images; ++index) {
            Magick::Image image = takeFirst(images);
            const double begin = 0.4 + 0.6 * index / count;
            m_monitor.phase(begin, begin + 0.3 / count);
            if (const Result<void> converted = convertFrame(image); !converted)
                return converted.error();
            m_monitor.phase(begin + 0.3 / count, begin + 0.6 / count);
            if (const Result<void> written = write(image.constImage()); !written)
                return written.error();
        }
        return {};
    }

    Result<void> writeTogether(magick::ImageList images)
    {
        const auto count = double(magick::frameCount(images.get()));
        magick::ImageList converted;
        for (int index = 0; images; ++index) {
            Magick::Image image = takeFirst(images);
            m_monitor.phase(0.4 + 0.3 * index / count, 0.4 + 0.3 * (index + 1) / count);
            if (const Result<void> done = convertFrame(image); !done)
                return done.error();
            magick::Exceptions exceptions;
            MagickCore::Image *list = converted.release();
            MagickCore::AppendImageToList(
                &list, MagickCore::CloneImage(image.constImage(), 0, 0, MagickCore::MagickTrue, exceptions.info()));
            converted.reset(list);
            if (const std::optional<Error> error = exceptions.operationError())
                return *error;
        }
        m_monitor.phase(0.7, 1);
        return write(converted.get());
    }

    const ConvertRequest &m_request;
    const ConvertContext &m_context;
    const ImageOptions m_options;
    PipelineSettings m_settings;
    magick::Monitor m_monitor;
    ConvertReport m_report;
    bool m_wholeList = false; ///< all frames go into one file
};

} // namespace

Result<MediaInfo> ImageConverter::probe(const ConvertInput &input) const
{
    return guarded([&] { return probeImage(input); });
}

Result<PreviewPicture> ImageConverter::preview(const PreviewRequest &request, const ConvertContext &context) const
{
    return guarded([&] { return previewImage(request, context); });
}

Result<ConvertReport> ImageConverter::convert(const ConvertRequest &request, const ConvertContext &context) const
{
    return guarded([&] { return Conversion(request, context).run(); });
}

Result<void> ImageConverter::verify(int fd, const QVariantMap &facts, const ConvertContext &context) const
{
    return guarded([&]() -> Result<void> {
        const auto failed = [](const Error &error) {
            if (error.kind == ErrorKind::Cancelled)
                return error;
            return Error{ErrorKind::VerificationFailed, ImageConverterText::tr("The finished picture cannot be read back."),
                         error.message + ' '_L1 + error.detail};
        };
        magick::Monitor monitor(context);
        const Result<ImageReader> reader = ImageReader::open({.fd = fd, .path = {}, .size = 0});
        if (!reader)
            return failed(reader.error());
        if (reader->format().id == "jpeg"_L1) {
            const Result<magick::ImageList> header = checkJpeg(fd, monitor);
            return header ? checkFacts(header->get(), reader->format().id, facts) : Result<void>(failed(header.error()));
        }
        const Result<magick::ImageList> images = reader->read({.allFrames = true, .atLeast = {}}, monitor);
        if (!images)
            return failed(images.error());
        return checkFacts(images->get(), reader->format().id, facts);
    });
}

const Converter *converterInFamily(QStringView id)
{
    static const ImageConverter converter;
    return id == u"image" ? &converter : nullptr;
}

void warmUpFamily()
{
    magick::initialize();
}

} // namespace convoy
