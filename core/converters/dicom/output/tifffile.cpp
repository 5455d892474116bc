// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/output/tifffile.h"

#include "core/base/fasthash.h"
#include "core/base/filedescriptor.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <tiffio.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TiffText {
    Q_DECLARE_TR_FUNCTIONS(convoy::TiffFile)
};

constexpr size_t stripBytes = size_t{256} << 10;

/// What libtiff complained of first, and what the system had said to it.
struct Complaint {
    int error = 0; ///< errno
    QString words;
};

int keepComplaint(TIFF *, void *user, const char *, const char *format, va_list arguments)
{
    const int error = errno;
    auto *const complaint = static_cast<Complaint *>(user);
    if (!complaint->words.isEmpty())
        return 1;
    char text[256];
    std::vsnprintf(text, sizeof text, format, arguments);
    *complaint = {error, QString::fromLatin1(text)};
    return 1;
}

using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

/// On a copy of the descriptor, which libtiff closes.
Tiff openTiff(int fd, const char *mode, Complaint &complaint)
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepComplaint, &complaint);
    TIFFOpenOptionsSetWarningHandlerExtR(
        options.get(), [](TIFF *, void *, const char *, const char *, va_list) { return 1; }, nullptr);
    FileDescriptor copy(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
    errno = 0;
    Tiff tiff(TIFFFdOpenExt(copy.fd(), "picture", mode, options.get()), &TIFFClose);
    if (tiff)
        static_cast<void>(copy.release());
    return tiff;
}

/// Samples of 16 bits lie in this machine's order in memory, those of PngRows with the high byte first.
void turnSamples(const PngPicture &picture, std::vector<std::uint8_t> &bytes)
{
    if (picture.bits == 16 && std::endian::native == std::endian::little)
        TIFFSwabArrayOfShort(reinterpret_cast<uint16_t *>(bytes.data()), tmsize_t(bytes.size() / 2));
}

int deflateLevel(PngEffort effort)
{
    switch (effort) {
    case PngEffort::Fast: return 1;
    case PngEffort::Photo:
    case PngEffort::Balanced: return 6;
    case PngEffort::Smallest: break;
    }
    return 12;
}

void setFields(TIFF *tiff, const PngPicture &picture, const TiffControl &control, int rowsPerStrip)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, uint32_t(picture.width));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, uint32_t(picture.height));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, picture.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, picture.channels);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, picture.channels == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, uint32_t(rowsPerStrip));
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, control.deflate ? COMPRESSION_ADOBE_DEFLATE : COMPRESSION_NONE);
    if (control.deflate) {
        TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
        TIFFSetField(tiff, TIFFTAG_ZIPQUALITY, deflateLevel(control.effort));
    }
    if (picture.ppi > 0) {
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, picture.ppi);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, picture.ppi);
    }
}

int rowsIn(const PngPicture &picture)
{
    return int(std::clamp<size_t>(stripBytes / picture.rowBytes(), 1, size_t(picture.height)));
}

Error writeError(const Complaint &complaint)
{
    const QString message = TiffText::tr("The picture could not be written.");
    return complaint.error ? systemError(complaint.error, ErrorKind::OutputUnwritable, message)
                           : Error{ErrorKind::Internal, message, complaint.words};
}

Error wrong(const QString &detail)
{
    return {ErrorKind::VerificationFailed, TiffText::tr("The written picture is not what it should be."), detail};
}

template <typename Value>
bool hasField(TIFF *tiff, uint32_t tag, Value expected)
{
    Value value{};
    return TIFFGetFieldDefaulted(tiff, tag, &value) == 1 && value == expected;
}

bool isExpected(TIFF *tiff, const PngPicture &picture)
{
    float x = 0;
    float y = 0;
    const bool hasResolution = TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x) && TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y);
    const bool resolution = picture.ppi > 0 ? hasResolution && std::abs(x - picture.ppi) < 0.01 && x == y : !hasResolution;
    return resolution && hasField(tiff, TIFFTAG_IMAGEWIDTH, uint32_t(picture.width))
        && hasField(tiff, TIFFTAG_IMAGELENGTH, uint32_t(picture.height))
        && hasField(tiff, TIFFTAG_BITSPERSAMPLE, uint16_t(picture.bits))
        && hasField(tiff, TIFFTAG_SAMPLESPERPIXEL, uint16_t(picture.channels))
        && hasField(tiff, TIFFTAG_PHOTOMETRIC, uint16_t(picture.channels == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK))
        && hasField(tiff, TIFFTAG_ROWSPERSTRIP, uint32_t(rowsIn(picture))) && !TIFFIsTiled(tiff);
}

} // namespace

Result<QByteArray> writeTiff(int fd, const PngPicture &picture, const PngRows &rows, const TiffControl &control)
{
    Complaint complaint;
    Tiff tiff = openTiff(fd, "w", complaint);
    if (!tiff)
        return writeError(complaint);
    const int rowsPerStrip = rowsIn(picture);
    setFields(tiff.get(), picture, control, rowsPerStrip);
    FastHash hash;
    std::vector<std::uint8_t> strip;
    uint32_t number = 0;
    for (int y = 0; y < picture.height; y += rowsPerStrip, ++number) {
        if (control.stop.stop_requested())
            return cancelledError();
        const int count = std::min(rowsPerStrip, picture.height - y);
        strip.resize(picture.rowBytes() * size_t(count));
        if (const auto result = rows(y, count, strip.data()); !result)
            return result.error();
        hash.add(strip.data(), strip.size());
        turnSamples(picture, strip);
        errno = 0;
        if (TIFFWriteEncodedStrip(tiff.get(), number, strip.data(), tmsize_t(strip.size())) < 0)
            return writeError(complaint);
        if (control.progress)
            control.progress(double(y + count) / picture.height);
    }
    errno = 0;
    const bool flushed = TIFFFlush(tiff.get()) == 1;
    tiff.reset();
    return flushed && complaint.words.isEmpty() ? Result<QByteArray>(hash.result()) : writeError(complaint);
}

Result<void> verifyTiff(int fd, const PngPicture &picture, const QByteArray &hash, const std::stop_token &stop,
                        const std::function<void(double fraction)> &progress)
{
    if (picture.width < 1 || picture.height < 1)
        return wrong(u"no size"_s);
    Complaint complaint;
    ::lseek(fd, 0, SEEK_SET);
    const Tiff tiff = openTiff(fd, "r", complaint);
    if (!tiff || !isExpected(tiff.get(), picture))
        return wrong(tiff ? u"another header"_s : complaint.words);
    FastHash found;
    const int rowsPerStrip = rowsIn(picture);
    std::vector<std::uint8_t> strip;
    uint32_t number = 0;
    for (int y = 0; y < picture.height; y += rowsPerStrip, ++number) {
        if (stop.stop_requested())
            return cancelledError();
        strip.resize(picture.rowBytes() * size_t(std::min(rowsPerStrip, picture.height - y)));
        const auto size = tmsize_t(strip.size());
        if (TIFFReadEncodedStrip(tiff.get(), number, strip.data(), size) != size)
            return wrong(complaint.words);
        turnSamples(picture, strip);
        found.add(strip.data(), strip.size());
        if (progress)
            progress(double(y) / picture.height);
    }
    return found.result() == hash ? Result<void>() : wrong(u"other pixels"_s);
}

} // namespace convoy
