// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/tifffile.h"

#include "core/base/fasthash.h"

#include <QCoreApplication>

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

/// libtiff's way to a descriptor that belongs to somebody else, and what it said and what failed meanwhile.
struct Device {
    int fd = -1;
    int error = 0; ///< errno of a failed call
    QString said;
};

Device *deviceOf(thandle_t handle)
{
    return static_cast<Device *>(handle);
}

template <typename Call>
tmsize_t transfer(thandle_t handle, tmsize_t size, Call call)
{
    tmsize_t done = 0;
    while (done < size) {
        const ssize_t now = call(deviceOf(handle)->fd, done, static_cast<size_t>(size - done));
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0)
            deviceOf(handle)->error = errno;
        if (now <= 0)
            break;
        done += now;
    }
    return done;
}

tmsize_t readDevice(thandle_t handle, void *buffer, tmsize_t size)
{
    return transfer(handle, size, [buffer](int fd, tmsize_t at, size_t count) {
        return ::read(fd, static_cast<char *>(buffer) + at, count);
    });
}

tmsize_t writeDevice(thandle_t handle, void *buffer, tmsize_t size)
{
    return transfer(handle, size, [buffer](int fd, tmsize_t at, size_t count) {
        return ::write(fd, static_cast<const char *>(buffer) + at, count);
    });
}

toff_t seekDevice(thandle_t handle, toff_t offset, int whence)
{
    return static_cast<toff_t>(::lseek(deviceOf(handle)->fd, static_cast<off_t>(offset), whence));
}

toff_t deviceSize(thandle_t handle)
{
    const off_t at = ::lseek(deviceOf(handle)->fd, 0, SEEK_CUR);
    const off_t size = ::lseek(deviceOf(handle)->fd, 0, SEEK_END);
    ::lseek(deviceOf(handle)->fd, at, SEEK_SET);
    return static_cast<toff_t>(std::max<off_t>(size, 0));
}

int keepMessage(TIFF *, void *user, const char *, const char *format, va_list arguments)
{
    char text[256];
    std::vsnprintf(text, sizeof text, format, arguments);
    static_cast<Device *>(user)->said = QString::fromLatin1(text);
    return 1;
}

using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

Tiff openTiff(Device &device, const char *mode)
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepMessage, &device);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), keepMessage, &device);
    const auto close = [](thandle_t) { return 0; };
    const auto map = [](thandle_t, void **, toff_t *) { return 0; };
    const auto unmap = [](thandle_t, void *, toff_t) {};
    return Tiff(TIFFClientOpenExt("picture", mode, &device, readDevice, writeDevice, seekDevice, close, deviceSize, map,
                                  unmap, options.get()),
                &TIFFClose);
}

/// Samples of 16 bits lie in this machine's order in memory, those of PngRows with the high byte first.
void turnSamples(const PngPicture &picture, std::vector<std::uint8_t> &bytes)
{
    if (picture.bits == 16 && std::endian::native == std::endian::little)
        TIFFSwabArrayOfShort(reinterpret_cast<uint16_t *>(bytes.data()), static_cast<tmsize_t>(bytes.size() / 2));
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
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<uint32_t>(picture.width));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<uint32_t>(picture.height));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, picture.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, picture.channels);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, picture.channels == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<uint32_t>(rowsPerStrip));
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
    return static_cast<int>(std::clamp<size_t>(stripBytes / picture.rowBytes(), 1, static_cast<size_t>(picture.height)));
}

Error writeError(const Device &device)
{
    const QString message = TiffText::tr("The picture could not be written.");
    return device.error ? systemError(device.error, ErrorKind::OutputUnwritable, message)
                        : Error{ErrorKind::Internal, message, device.said};
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
    return resolution && hasField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<uint32_t>(picture.width))
        && hasField(tiff, TIFFTAG_IMAGELENGTH, static_cast<uint32_t>(picture.height))
        && hasField(tiff, TIFFTAG_BITSPERSAMPLE, static_cast<uint16_t>(picture.bits))
        && hasField(tiff, TIFFTAG_SAMPLESPERPIXEL, static_cast<uint16_t>(picture.channels))
        && hasField(tiff, TIFFTAG_PHOTOMETRIC,
                    static_cast<uint16_t>(picture.channels == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK))
        && hasField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<uint32_t>(rowsIn(picture))) && !TIFFIsTiled(tiff);
}

} // namespace

Result<QByteArray> writeTiff(int fd, const PngPicture &picture, const PngRows &rows, const TiffControl &control)
{
    Device device{fd, 0, {}};
    Tiff tiff = openTiff(device, "w");
    if (!tiff)
        return writeError(device);
    const int rowsPerStrip = rowsIn(picture);
    setFields(tiff.get(), picture, control, rowsPerStrip);
    FastHash hash;
    std::vector<std::uint8_t> strip;
    uint32_t number = 0;
    for (int y = 0; y < picture.height; y += rowsPerStrip, ++number) {
        if (control.stop.stop_requested())
            return cancelledError();
        const int count = std::min(rowsPerStrip, picture.height - y);
        strip.resize(picture.rowBytes() * static_cast<size_t>(count));
        if (const auto result = rows(y, count, strip.data()); !result)
            return result.error();
        hash.add(strip.data(), strip.size());
        turnSamples(picture, strip);
        if (TIFFWriteEncodedStrip(tiff.get(), number, strip.data(), static_cast<tmsize_t>(strip.size())) < 0)
            return writeError(device);
        if (control.progress)
            control.progress(static_cast<double>(y + count) / picture.height);
    }
    if (!TIFFFlush(tiff.get()) || device.error)
        return writeError(device);
    tiff.reset();
    return device.error ? Result<QByteArray>(writeError(device)) : Result<QByteArray>(hash.result());
}

Result<void> verifyTiff(int fd, const PngPicture &picture, const QByteArray &hash, const std::stop_token &stop,
                        const std::function<void(double fraction)> &progress)
{
    if (picture.width < 1 || picture.height < 1)
        return wrong(u"no size"_s);
    Device device{fd, 0, {}};
    ::lseek(fd, 0, SEEK_SET);
    const Tiff tiff = openTiff(device, "r");
    if (!tiff || !isExpected(tiff.get(), picture))
        return wrong(tiff ? u"another header"_s : device.said);
    FastHash found;
    const int rowsPerStrip = rowsIn(picture);
    std::vector<std::uint8_t> strip;
    uint32_t number = 0;
    for (int y = 0; y < picture.height; y += rowsPerStrip, ++number) {
        if (stop.stop_requested())
            return cancelledError();
        strip.resize(picture.rowBytes() * static_cast<size_t>(std::min(rowsPerStrip, picture.height - y)));
        const auto size = static_cast<tmsize_t>(strip.size());
        if (TIFFReadEncodedStrip(tiff.get(), number, strip.data(), size) != size)
            return wrong(device.said);
        turnSamples(picture, strip);
        found.add(strip.data(), strip.size());
        if (progress)
            progress(static_cast<double>(y) / picture.height);
    }
    return found.result() == hash ? Result<void>() : wrong(u"other pixels"_s);
}

} // namespace convoy
