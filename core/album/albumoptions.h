// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumdata.h"
#include "core/converters/converterinfo.h"

#include <QJsonObject>

namespace convoy {

/// Tags as option values of that converter; what has no option of its own goes into the list `tags`, where it takes the
/// place of the same name in `more`, the list so far.
QJsonObject albumOptions(const ConverterInfo &converter, const TagMap &tags, const QStringList &more);

} // namespace convoy
