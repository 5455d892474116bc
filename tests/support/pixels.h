// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSize>

/// Pictures made and read by libpng, libjpeg, libtiff and Exiv2 directly: what a test believes must not come from
/// ImageMagick.
namespace convoy::test {

/// 8-bit RGB, three samples a pixel.
struct Picture {
    int width = 0;
    int height = 0;
    QList<uchar> samples = {};

    QSize size() const { return {width, height}; }
    int at(int x, int y, int channel) const { return samples.at((qsizetype(y) * width + x) * 3 + channel); }
};

/// Smooth, of many colors, and different in every corner.
Picture testPicture(int width, int height);
Picture filled(int width, int height, uchar red, uchar green, uchar blue);

/// As the EXIF orientation 1 … 8 says that `stored` is to be shown.
Picture oriented(const Picture &stored, int orientation);
Picture cropped(const Picture &picture, const QRect &rect);
Picture exchangedRedAndGreen(const Picture &picture);
/// Each pixel the mean of the area that it covers.
Picture scaledByBoxes(const Picture &picture, QSize size);
/// Root of the mean square difference in 8-bit steps; 1e9 where sizes differ.
double rms(const Picture &a, const Picture &b);
double meanOf(const Picture &picture, const QRect &rect);

QByteArray encodePng(const Picture &picture, const QByteArray &alpha = {});
/// With color at half the width, and of half the height where `halves`.
QByteArray encodeJpeg(const Picture &picture, int quality, bool halves = true);
/// PNG or JPEG by content; nothing is turned. Empty where it is neither or is broken.
Picture decodePicture(const QByteArray &bytes);
Picture decodePnm(const QByteArray &bytes);
/// Adobe's inverted CMYK by (1 − C)(1 − K).
Picture decodeCmykJpeg(const QByteArray &bytes);
QList<quint16> decodePng16(const QByteArray &bytes);
QList<quint16> decodeTiff16(const QByteArray &bytes);
QList<QSize> tiffPageSizes(const QByteArray &bytes);

int pngBits(const QByteArray &bytes);
int pngDotsPerMeter(const QByteArray &bytes);
int jpegDotsPerInch(const QByteArray &bytes);
int jpegComponents(const QByteArray &bytes);
bool isProgressiveJpeg(const QByteArray &bytes);

/// A TIFF structure with orientation, date, camera, and on wish a place and a thumbnail.
QByteArray exifBlock(int orientation, const QByteArray &date, const QByteArray &camera, bool place = false,
                     const QByteArray &thumbnail = {});
QByteArray withExif(const QByteArray &jpeg, const QByteArray &exif);
/// As Exiv2 prints it; empty where it is not there.
QByteArray exifText(const QByteArray &file, const char *key);
int exifOrientation(const QByteArray &file);

/// sRGB's curve and white, but what it calls red is green.
QByteArray exchangedPrimariesProfile();
QByteArray withIccProfile(const QByteArray &png, const QByteArray &profile);
QByteArray iccProfile(const QByteArray &png);

// Whole headers that claim what they do not hold.
QByteArray hugePng(quint32 width, quint32 height);
QByteArray hugeTiff(quint32 width, quint32 height);
QByteArray hugeBmp(quint32 width, quint32 height);
QByteArray hugeGif(quint16 width, quint16 height);
/// A sound animation of so many frames of 200×200.
QByteArray longGif(int frames);

} // namespace convoy::test
