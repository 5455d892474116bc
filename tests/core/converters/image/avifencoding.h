// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <avif/avif.h>

#include <memory>

namespace convoy::test {

using AvifImage = std::unique_ptr<avifImage, decltype(&avifImageDestroy)>;

inline AvifImage makeAvif(int width, int height, int bits)
{
    AvifImage image(avifImageCreate(width, height, bits, AVIF_PIXEL_FORMAT_YUV444), &avifImageDestroy);
    image->matrixCoefficients = AVIF_MATRIX_COEFFICIENTS_BT601;
    return image;
}

/// By libavif itself, nearly as it is; empty where it fails.
inline QByteArray encodeAvif(const avifImage &image)
{
    const std::unique_ptr<avifEncoder, decltype(&avifEncoderDestroy)> encoder(avifEncoderCreate(), &avifEncoderDestroy);
    encoder->minQuantizer = 0;
    encoder->maxQuantizer = 4;
    encoder->speed = 10;
    avifRWData out = AVIF_DATA_EMPTY;
    const avifResult result = avifEncoderWrite(encoder.get(), &image, &out);
    const QByteArray file(reinterpret_cast<const char *>(out.data), qsizetype(out.size));
    avifRWDataFree(&out);
    return result == AVIF_RESULT_OK ? file : QByteArray();
}

} // namespace convoy::test
