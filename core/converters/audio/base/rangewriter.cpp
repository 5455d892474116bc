// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/base/rangewriter.h"

#include "core/converters/audio/base/audiotext.h"

#include <cerrno>
#include <unistd.h>

namespace convoy {

Result<void> writeRange(int fd, qint64 offset, const void *bytes, qint64 size)
{
    for (qint64 written = 0; written < size;) {
        const ssize_t done = ::pwrite(fd, static_cast<const char *>(bytes) + written, size_t(size - written),
                                      offset + written);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return systemError(errno, ErrorKind::OutputUnwritable, AudioText::tr("The output cannot be written."));
        written += done;
    }
    return {};
}

} // namespace convoy
