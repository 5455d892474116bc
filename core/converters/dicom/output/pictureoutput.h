// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"
#include "core/converters/dicom/rendering/dicomoptions.h"
#include "core/converters/png/pngwriter.h"

namespace convoy {

/// Writes a picture in the format of `options` and returns facts for `verifyPicture`. What of `control` only concerns
/// PNG is left aside for the others.
Result<QVariantMap> writePicture(int fd, const PngPicture &picture, const PngRows &rows, const DicomOptions &options,
                                 const PngControl &control);

/// Decodes a written picture and holds it against its facts.
Result<void> verifyPicture(int fd, const QVariantMap &facts, const ConvertContext &context);

} // namespace convoy
