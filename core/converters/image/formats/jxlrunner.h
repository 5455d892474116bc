// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/releaser.h"
#include "core/converters/image/base/magick.h"

#include <jxl/thread_parallel_runner.h>

namespace convoy {

/// Runs the parts of libjxl's work on as many cores as the job has, and tells between them that the job is alive, which
/// libjxl itself does not while it works. It cannot end the work: libjxl ends the process where a part fails. Must outlive
/// the codec.
class JxlRunner
{
public:
    explicit JxlRunner(magick::Monitor &monitor) : m_monitor(monitor)
    {
        const int threads = monitor.context().threadCount();
        if (threads > 1)
            m_pool.reset(JxlThreadParallelRunnerCreate(nullptr, size_t(threads)));
    }

    static JxlParallelRetCode run(void *self, void *work, JxlParallelRunInit init, JxlParallelRunFunction part,
                                  uint32_t begin, uint32_t end)
    {
        auto *runner = static_cast<JxlRunner *>(self);
        runner->tell();
        if (runner->m_pool)
            return JxlThreadParallelRunner(runner->m_pool.get(), work, init, part, begin, end);
        if (const JxlParallelRetCode code = init(work, 1); code != 0)
            return code;
        for (uint32_t i = begin; i < end; ++i) {
            runner->tell();
            part(work, i, 0);
        }
        return 0;
    }

private:
    // How many calls there will be nobody knows: each goes a part of the way that is left.
    void tell() { m_monitor.advance(1 - 1000 / (1000 + m_calls++)); }

    magick::Monitor &m_monitor;
    std::unique_ptr<void, Releaser<&JxlThreadParallelRunnerDestroy>> m_pool;
    double m_calls = 0;
};

} // namespace convoy
