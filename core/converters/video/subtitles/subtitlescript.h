// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/converters/video/subtitles/subtitlereader.h"

namespace convoy {

/// The subtitles of one track as a script that libass draws, in memory and not on a disk.
class SubtitleScript
{
public:
    static Result<SubtitleScript> read(SubtitleReader &reader, const ConvertContext &context,
                                       const std::function<void(double)> &progress);

    /// Where the filter finds it while this object lives.
    QByteArray path() const { return "/proc/self/fd/" + QByteArray::number(m_file.fd()); }

private:
    FileDescriptor m_file;
};

} // namespace convoy
