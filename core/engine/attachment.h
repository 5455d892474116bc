// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/path.h"
#include "core/converters/converter.h"

namespace convoy {

/// A second file that a job reads.
struct Attachment {
    FileDescriptor fd;
    ConvertInput input; ///< of `fd`; without a descriptor where there is none
};

/// The first of `names` that can be opened; names without a folder are looked for in `folder`, also as “Name” and “NAME”,
/// and where it is called “CD1” or “Disc 1” and has none, in the folder above.
Attachment openAttachment(const QStringList &names, const Path &folder);

} // namespace convoy
