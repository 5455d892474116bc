// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/filehash.h"

#include "core/base/fasthash.h"
#include "core/base/fileio.h"

#include <QCoreApplication>

#include <cerrno>

namespace convoy {

namespace {

struct FileHashText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Journal)
};

} // namespace

Result<QByteArray> hashFile(int fd)
{
    FastHash hash;
    QByteArray buffer(1 << 17, Qt::Uninitialized);
    for (off_t offset = 0;;) {
        const ssize_t count = readAt(fd, buffer.data(), size_t(buffer.size()), offset);
        if (count < 0)
            return systemError(errno, ErrorKind::OutputUnwritable, FileHashText::tr("The staged file cannot be read."));
        if (count == 0)
            return hash.result();
        hash.add(buffer.constData(), size_t(count));
        offset += count;
    }
}

} // namespace convoy
