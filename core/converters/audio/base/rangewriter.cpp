// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/base/rangewriter.h"

#include "core/base/fileio.h"
#include "core/converters/audio/base/audiotext.h"

#include <cerrno>

namespace convoy {

Result<void> writeRange(int fd, qint64 offset, const void *bytes, qint64 size)
{
    if (writeAt(fd, bytes, size_t(size), offset))
        return {};
    return systemError(errno, ErrorKind::OutputUnwritable, AudioText::tr("The output cannot be written."));
}

} // namespace convoy
