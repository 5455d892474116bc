// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attachment.h"

#include "core/plan/scan.h"

#include <fcntl.h>

namespace convoy {

namespace {

// As written, and as other systems write it: "cover.jpg", "Cover.jpg", "COVER.JPG".
std::vector<Path> spellings(const QString &name)
{
    return {toPath(name), toPath(name.left(1).toUpper() + name.mid(1)), toPath(name.toUpper())};
}

} // namespace

Attachment openAttachment(const QStringList &names, const Path &folder)
{
    for (const QString &name : names) {
        const bool isAbsolute = toPath(name).is_absolute();
        for (const Path &path : isAbsolute ? std::vector<Path>{toPath(name)} : spellings(name)) {
            FileDescriptor fd(::open((isAbsolute ? path : folder / path).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
            const Result<SourceIdentity> identity = fd.isValid() ? sourceIdentity(fd.fd()) : Error{};
            if (!identity)
                continue;
            const ConvertInput input{fd.fd(), toBytes(path), identity->size};
            return {std::move(fd), input};
        }
    }
    return {};
}

} // namespace convoy
