// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// Photos and other pictures by ImageMagick. Options are those of imageInfo().
class ImageConverter final : public Converter
{
public:
    Result<MediaInfo> probe(const ConvertInput &input) const override;
    Result<PreviewPicture> preview(const PreviewRequest &request, const ConvertContext &context) const override;
    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override;
    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &context) const override;
};

} // namespace convoy
