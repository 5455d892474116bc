// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/dicomfile.h"
#include "core/converters/dicom/rendering/dicomoptions.h"

#include <optional>

namespace convoy {

struct FrameDisplay {
    GrayTransform transform;
    /// `display` is still to be set to the range of the values of all frames.
    bool needsRange = false;
    /// The window or VOI LUT that was asked for by number is not there; the first one was taken.
    bool indexMissing = false;
};

/// How a grey frame wants to be shown: functional groups first, then the file's own elements.
FrameDisplay readDisplay(DicomFile &file, int frame, const DicomOptions &options);

/// Reads one look-up table from the three elements that describe it; std::nullopt where it is missing or broken.
/// `isSigned` says what the first mapped value is where the file does not.
struct LookupTags {
    DcmTagKey descriptor;
    DcmTagKey data;
    DcmTagKey segments; ///< DCM_UndefinedTagKey where the kind has none
};
std::optional<LookupTable> readLookupTable(DcmItem &item, const LookupTags &tags, bool isSigned);

} // namespace convoy
