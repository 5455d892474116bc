// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumdata.h"
#include "core/base/path.h"
#include "core/base/result.h"

namespace convoy {

/// Tags from a path by a pattern such as "{artist}/{album}/{track} - {title}": its last parts are compared with the end
/// of the path, without the extension. Nothing where the pattern does not fit; `invalid-option` where it makes no sense.
Result<TagMap> tagsFromPath(const QString &pattern, const Path &path);

} // namespace convoy
