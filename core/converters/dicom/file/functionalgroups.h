// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/file/dicomfile.h"

#include <vector>

namespace convoy {

/// One item of a sequence; nullptr where it is not there.
DcmItem *sequenceItem(DcmItem &item, const DcmTagKey &key, signed long index);

/// Where to look for an element that a functional group macro may hold (PS3.3 C.7.6.16), nearest first: what is said of the
/// frame, of all frames, and the file itself.
std::vector<DcmItem *> macroPlaces(DicomFile &file, int frame, const DcmTagKey &macro);

} // namespace convoy
