// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/video/encode/outputformat.h"

#include <functional>
#include <span>

namespace convoy {

/// An encoder that needs a device, under the name that WorkerPool::workingEncoders() has for it.
struct DeviceEncoder {
    const char *name;
    PictureCodec codec; ///< of which the encoder, its settings and its factor are used
    const char
        *upload = nullptr; ///< libav's name of the device that pictures have to be brought to; else main memory will do
};

/// Of this build.
std::span<const DeviceEncoder> deviceEncoders();

/// The whole work of an encoder process: pictures come in by one pipe, packets go out by another (EncoderWire). It never
/// sees a file.
class EncoderServer : public Converter
{
public:
    /// `beforePicture` is told of each picture before it is encoded.
    explicit EncoderServer(std::span<const DeviceEncoder> encoders,
                           std::function<void(const DeviceEncoder &encoder, AVFrame *picture)> beforePicture = {})
        : m_encoders(encoders),
          m_beforePicture(std::move(beforePicture))
    {
    }

    /// The pipes are `input` and `attachment`.
    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override;

    Result<MediaInfo> probe(const ConvertInput &input) const override;
    Result<PreviewPicture> preview(const PreviewRequest &request, const ConvertContext &context) const override;
    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &context) const override;

private:
    std::span<const DeviceEncoder> m_encoders;
    std::function<void(const DeviceEncoder &, AVFrame *)> m_beforePicture;
};

} // namespace convoy
