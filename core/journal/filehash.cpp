// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/filehash.h"

#include <QCoreApplication>

#include <cerrno>
#include <memory>
#include <unistd.h>
#include <xxhash.h>

namespace convoy {

namespace {

struct FileHashText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Journal)
};

} // namespace

Result<QByteArray> hashFile(int fd)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    QByteArray buffer(1 << 17, Qt::Uninitialized);
    for (off_t offset = 0;;) {
        const ssize_t count = ::pread(fd, buffer.data(), size_t(buffer.size()), offset);
        if (count < 0)
            return systemError(errno, ErrorKind::OutputUnwritable, FileHashText::tr("The staged file cannot be read."));
        if (count == 0)
            break;
        XXH3_128bits_update(state.get(), buffer.constData(), size_t(count));
        offset += count;
    }
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
    return QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest);
}

} // namespace convoy
