// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/heif.h"

#include "core/base/releaser.h"
#include "core/converters/image/base/codedcolor.h"
#include "core/converters/image/base/imageprofile.h"
#include "core/converters/image/base/stagedstream.h"

#include <QCoreApplication>

#include <QtEndian>

#include <libheif/heif.h>

#include <memory>
#include <string_view>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct HeifReaderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

using Context = std::unique_ptr<heif_context, Releaser<&heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Releaser<&heif_image_handle_release>>;
using Picture = std::unique_ptr<heif_image, Releaser<&heif_image_release>>;
using Nclx = std::unique_ptr<heif_color_profile_nclx, Releaser<&heif_nclx_color_profile_free>>;

constexpr size_t largestMetadata = size_t{16} << 20;

Error errorOf(const heif_error &error)
{
    const QString words = QString::fromLocal8Bit(error.message);
    if (error.subcode == heif_suberror_Security_limit_exceeded || error.code == heif_error_Memory_allocation_error)
        return {ErrorKind::LimitExceeded, HeifReaderText::tr("This picture claims to be larger than what can be converted."),
                words};
    if (error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype)
        return magick::unsupported(words);
    return magick::damaged(words);
}

// The file as libheif asks for it.
heif_reader fileReader()
{
    return {
        .reader_api_version = 1,
        .get_position = [](void *file) -> int64_t { return ::ftello(static_cast<std::FILE *>(file)); },
        .read = [](void *data, size_t size, void *file) -> int {
            return std::fread(data, 1, size, static_cast<std::FILE *>(file)) == size ? 0 : 1;
        },
        .seek = [](int64_t position, void *file) -> int {
            return ::fseeko(static_cast<std::FILE *>(file), position, SEEK_SET);
        },
        .wait_for_file_size = [](int64_t size, void *file) -> heif_reader_grow_status {
            auto *stream = static_cast<std::FILE *>(file);
            const off_t here = ::ftello(stream);
            ::fseeko(stream, 0, SEEK_END);
            const off_t end = ::ftello(stream);
            ::fseeko(stream, here, SEEK_SET);
            return size <= end ? heif_reader_grow_status_size_reached : heif_reader_grow_status_size_beyond_eof;
        },
    };
}

void keepColorProfile(const heif_image_handle *handle, MagickCore::Image *image)
{
    const heif_color_profile_type type = heif_image_handle_get_color_profile_type(handle);
    if (type == heif_color_profile_type_nclx) {
        heif_color_profile_nclx *found = nullptr;
        heif_image_handle_get_nclx_color_profile(handle, &found);
        if (const Nclx nclx(found); nclx)
            setCodedColor(image, CodedColor::fromNumbers(nclx->color_primaries, nclx->transfer_characteristics));
        return;
    }
    if (type != heif_color_profile_type_prof && type != heif_color_profile_type_rICC)
        return;
    const size_t size = heif_image_handle_get_raw_color_profile_size(handle);
    if (size == 0 || size > largestMetadata)
        return;
    QByteArray profile(qsizetype(size), Qt::Uninitialized);
    if (heif_image_handle_get_raw_color_profile(handle, profile.data()).code == heif_error_Ok)
        setProfile(image, "icc", profile);
}

// ISO/IEC 23008-12 A.2.1: EXIF starts with the offset of its TIFF header, counted from behind that number.
QByteArray withoutOffset(const QByteArray &block)
{
    if (block.size() < 8)
        return {};
    const auto offset = qFromBigEndian<quint32>(block.constData());
    return qint64(offset) + 8 <= block.size() ? block.sliced(4 + qsizetype(offset)) : QByteArray();
}

void keepMetadata(const heif_image_handle *handle, MagickCore::Image *image)
{
    const int count = std::clamp(heif_image_handle_get_number_of_metadata_blocks(handle, nullptr), 0, 100);
    std::vector<heif_item_id> ids(static_cast<size_t>(count));
    heif_image_handle_get_list_of_metadata_block_IDs(handle, nullptr, ids.data(), count);
    for (const heif_item_id id : ids) {
        const size_t size = heif_image_handle_get_metadata_size(handle, id);
        if (size == 0 || size > largestMetadata)
            continue;
        QByteArray block(qsizetype(size), Qt::Uninitialized);
        if (heif_image_handle_get_metadata(handle, id, block.data()).code != heif_error_Ok)
            continue;
        const std::string_view type(heif_image_handle_get_metadata_type(handle, id));
        const std::string_view content(heif_image_handle_get_metadata_content_type(handle, id));
        if (type == "Exif")
            setProfile(image, "exif", withoutOffset(block));
        else if (type == "mime" && content == "application/rdf+xml")
            setProfile(image, "xmp", block);
    }
}

Result<magick::ImageList> describe(const heif_image_handle *handle)
{
    const int width = heif_image_handle_get_width(handle);
    const int height = heif_image_handle_get_height(handle);
    if (width <= 0 || height <= 0)
        return magick::damaged(u"no size"_s);
    if (width > magick::maximumSide || height > magick::maximumSide || qint64(width) * height > magick::maximumPixels)
        return magick::tooLarge(width, height);
    magick::ImageList image(MagickCore::AcquireImage(nullptr));
    image->columns = size_t(width);
    image->rows = size_t(height);
    image->depth = heif_image_handle_get_luma_bits_per_pixel(handle) > 8 ? 16 : 8;
    image->matte = heif_image_handle_has_alpha_channel(handle) ? MagickCore::MagickTrue : MagickCore::MagickFalse;
    image->orientation = MagickCore::TopLeftOrientation; // libheif turns by irot and imir; EXIF only repeats them
    keepColorProfile(handle, image.get());
    keepMetadata(handle, image.get());
    return image;
}

// Ten or twelve bits to sixteen; rows have gaps.
void importRows(const heif_image *picture, MagickCore::Image *image)
{
    int stride = 0;
    const uint8_t *plane = heif_image_get_plane_readonly(picture, heif_channel_interleaved, &stride);
    const int bits = heif_image_get_bits_per_pixel_range(picture, heif_channel_interleaved);
    const bool deep = bits > 8;
    const char *map = image->matte ? "RGBA" : "RGB";
    const size_t samples = image->columns * std::char_traits<char>::length(map);
    std::vector<quint16> row(samples);
    const unsigned maximum = (1U << unsigned(bits)) - 1;
    for (size_t y = 0; y < image->rows; ++y) {
        const uint8_t *source = plane + ptrdiff_t(y) * stride;
        if (!deep) {
            MagickCore::ImportImagePixels(image, 0, ssize_t(y), image->columns, 1, map, MagickCore::CharPixel, source);
            continue;
        }
        for (size_t i = 0; i < samples; ++i) {
            const unsigned sample = unsigned(source[2 * i]) | unsigned(source[2 * i + 1]) << 8;
            row[i] = quint16((std::min(sample, maximum) * 65535U + maximum / 2) / maximum);
        }
        MagickCore::ImportImagePixels(image, 0, ssize_t(y), image->columns, 1, map, MagickCore::ShortPixel, row.data());
    }
}

// Undoes what the file has done to its colors: they are stored as bright as they are opaque.
void divideByAlpha(MagickCore::Image *image)
{
    magick::Exceptions exceptions;
    for (size_t y = 0; y < image->rows; ++y) {
        MagickCore::PixelPacket *const row = MagickCore::GetAuthenticPixels(image, 0, ssize_t(y), image->columns, 1,
                                                                            exceptions.info());
        for (size_t x = 0; row && x < image->columns; ++x) {
            const quint32 alpha = 65535U - row[x].opacity;
            const auto divided = [alpha](MagickCore::Quantum sample) {
                return MagickCore::Quantum(std::min((sample * 65535U + alpha / 2) / std::max(alpha, 1U), 65535U));
            };
            row[x].red = divided(row[x].red);
            row[x].green = divided(row[x].green);
            row[x].blue = divided(row[x].blue);
        }
        MagickCore::SyncAuthenticPixels(image, exceptions.info());
    }
}

Result<magick::ImageList> decode(const heif_image_handle *handle, magick::ImageList image)
{
    const bool deep = image->depth > 8;
    const heif_chroma chroma = deep
        ? (image->matte ? heif_chroma_interleaved_RRGGBBAA_LE : heif_chroma_interleaved_RRGGBB_LE)
        : (image->matte ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB);
    heif_image *decoded = nullptr;
    const heif_error error = heif_decode_image(handle, &decoded, heif_colorspace_RGB, chroma, nullptr);
    const Picture picture(decoded);
    if (error.code != heif_error_Ok)
        return errorOf(error);
    const QSize size(heif_image_get_width(picture.get(), heif_channel_interleaved),
                     heif_image_get_height(picture.get(), heif_channel_interleaved));
    if (size != QSize(int(image->columns), int(image->rows)))
        return magick::damaged(
            u"%1×%2 instead of %3×%4 pixels"_s.arg(size.width()).arg(size.height()).arg(image->columns).arg(image->rows));
    MagickCore::SetImageExtent(image.get(), image->columns, image->rows);
    importRows(picture.get(), image.get());
    if (image->matte && heif_image_handle_is_premultiplied_alpha(handle))
        divideByAlpha(image.get());
    magick::Exceptions exceptions;
    exceptions.inheritFrom(image.get());
    if (const std::optional<Error> failed = exceptions.operationError())
        return *failed;
    return image;
}

} // namespace

Result<magick::ImageList> readHeif(int fd, bool headerOnly, magick::Monitor *monitor)
{
    const Stream file = readingStream(fd);
    const Context context(heif_context_alloc());
    if (!file || !context)
        return magick::outOfMemory();
    const int threads = monitor ? monitor->context().threadCount() : 1;
    heif_context_set_max_decoding_threads(context.get(), threads > 1 ? threads : 0);
    heif_context_set_maximum_image_size_limit(context.get(), int(magick::maximumSide));
    const heif_reader reader = fileReader();
    if (const heif_error error = heif_context_read_from_reader(context.get(), &reader, file.get(), nullptr);
        error.code != heif_error_Ok)
        return errorOf(error);
    heif_image_handle *primary = nullptr;
    const heif_error error = heif_context_get_primary_image_handle(context.get(), &primary);
    const Handle handle(primary);
    if (error.code != heif_error_Ok)
        return errorOf(error);
    Result<magick::ImageList> image = describe(handle.get());
    if (!image || headerOnly)
        return image;
    if (monitor && monitor->stopped())
        return cancelledError();
    return decode(handle.get(), std::move(image).value());
}

} // namespace convoy
