// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomvalues.h"

#include <cmath>

namespace convoy {

QByteArray textOf(DcmItem &item, const DcmTagKey &key, unsigned long index)
{
    OFString value;
    if (item.findAndGetOFString(key, value, index).bad())
        return {};
    return QByteArray(value.c_str()).trimmed();
}

std::optional<double> numberOf(DcmItem &item, const DcmTagKey &key, unsigned long index)
{
    bool good = false;
    const double value = textOf(item, key, index).replace(',', '.').toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace convoy
