// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/dcmdata/dcitem.h>

#include <QByteArray>

#include <optional>

namespace convoy {

/// One value of an element without blanks around it; empty where there is none.
QByteArray textOf(DcmItem &item, const DcmTagKey &key, unsigned long index = 0);

/// One value of an element, whatever VR its writer took for it: some keep numbers as texts, as integers, as floats.
std::optional<double> numberOf(DcmItem &item, const DcmTagKey &key, unsigned long index = 0);

} // namespace convoy
