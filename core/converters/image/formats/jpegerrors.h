// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/image/base/magick.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

namespace convoy {

/// libjpeg's way to fail, as a value: what it calls fatal jumps back into `attempt`, what it only warns of is kept if pixels
/// are missing or made up. Told apart by libjpeg's codes, never by its words.
class JpegErrors
{
public:
    JpegErrors(magick::Monitor *monitor, bool reading);
    JpegErrors(const JpegErrors &) = delete;
    JpegErrors &operator=(const JpegErrors &) = delete;

    jpeg_error_mgr *manager() { return &m_manager.base; }
    jpeg_progress_mgr *progress() { return &m_progress.base; }

    /// False where libjpeg gave up. `work` must own nothing: it is left by a jump.
    template <typename Work>
    bool attempt(Work work)
    {
        if (setjmp(m_jump) != 0) // NOLINT(cert-err52-cpp): the only way out that libjpeg knows
            return false;
        work();
        return true;
    }
    bool isDamaged() const { return m_damaged; }
    /// After a failed attempt, or for what was damaged.
    Error error() const;

private:
    struct Manager {
        jpeg_error_mgr base;
        JpegErrors *self;
    };
    struct Progress {
        jpeg_progress_mgr base;
        JpegErrors *self;
    };
    [[noreturn]] static void fail(j_common_ptr codec);
    static void warn(j_common_ptr codec, int level);
    static void tick(j_common_ptr codec);
    void keepWords(j_common_ptr codec);

    Manager m_manager{};
    Progress m_progress{};
    std::jmp_buf m_jump{};
    magick::Monitor *m_monitor;
    bool m_reading;
    bool m_damaged = false;
    bool m_tooManyScans = false;
    int m_code = 0;
    char m_words[JMSG_LENGTH_MAX] = {};
};

} // namespace convoy
