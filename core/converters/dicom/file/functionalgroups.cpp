// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/functionalgroups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

namespace convoy {

DcmItem *sequenceItem(DcmItem &item, const DcmTagKey &key, signed long index)
{
    DcmItem *found = nullptr;
    return item.findAndGetSequenceItem(key, found, index).good() ? found : nullptr;
}

std::vector<DcmItem *> macroPlaces(DicomFile &file, int frame, const DcmTagKey &macro)
{
    std::vector<DcmItem *> result;
    const auto add = [&](DcmItem *group) {
        if (DcmItem *const item = group ? sequenceItem(*group, macro, 0) : nullptr)
            result.push_back(item);
    };
    add(sequenceItem(file.dataset(), DCM_PerFrameFunctionalGroupsSequence, frame));
    add(sequenceItem(file.dataset(), DCM_SharedFunctionalGroupsSequence, 0));
    result.push_back(&file.dataset());
    return result;
}

} // namespace convoy
