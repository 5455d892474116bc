// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/formats/jpegdecoder.h"
#include "core/converters/image/pipeline/imagepipeline.h"

namespace convoy {

/// JPEG to JPEG without leaving JPEG's own samples: brightness and color are resized, cut and turned as they are stored.
/// Nothing is converted to RGB and back, the decoder may already shrink, and color that is stored at half size is never
/// made whole.
class JpegPath
{
public:
    /// Whether the options ask for nothing but cutting, turning by right angles and resizing, of a file whose colors stay.
    static bool isOpen(const PipelineSettings &settings, const JpegDecoder &decoder, const MagickCore::Image &header);

    JpegPath(const PipelineSettings &settings, JpegDecoder &decoder, magick::Monitor &monitor)
        : m_settings(settings),
          m_decoder(decoder),
          m_monitor(monitor)
    {
    }

    /// Decodes and converts. `header` becomes the description of the result: its size, upright.
    Result<JpegPlanes> convert(MagickCore::Image *header, QStringList &warnings);

private:
    struct Geometry {
        QRectF part; ///< of the stored picture
        QSize size;  ///< of the result, not yet turned
        Turn turn;
    };
    Result<Geometry> plan(const MagickCore::Image &header, QStringList &warnings) const;
    Plane convertPlane(const Geometry &geometry, size_t index, const JpegPlanes &source);

    const PipelineSettings &m_settings;
    JpegDecoder &m_decoder;
    magick::Monitor &m_monitor;
};

} // namespace convoy
