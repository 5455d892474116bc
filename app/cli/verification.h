// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verifypairs.h"
#include "core/worker/workerpool.h"

#include <QThreadPool>

namespace convoy {

/// Compares tracks with their sources. Everything that workers do is done here: all at once, in the threads of a pool.
class Verification
{
public:
    Verification(VerifyFiles files, int jobs);

    Result<void> check() const { return m_workers.check(); }
    std::vector<VerifiedTrack> &tracks() { return m_files.tracks; }

    /// Blocking.
    void run();

    /// Sources that no track has, neither by name nor by sound.
    std::vector<Path> missing() const;

    /// Places in tracks(), of each disc whose tracks are all there, in the order of their numbers.
    std::vector<std::vector<size_t>> wholeDiscs();
    DiscToc toc(const std::vector<size_t> &disc);

private:
    template <typename T, typename Work>
    void forAll(std::vector<T> &things, Work work)
    {
        for (T &thing : things)
            m_threads.start([&thing, work] { work(thing); });
        m_threads.waitForDone();
    }

    void probe(VerifiedTrack &track);
    void setPlaces(const std::vector<size_t> &files);
    std::vector<std::vector<size_t>> discs();
    void compare(VerifiedTrack &track);
    Result<QVariantMap> measure(const VerifiedTrack &track, const Path &source);
    void matchBySound();

    VerifyFiles m_files;
    WorkerPool m_workers;
    QThreadPool m_threads;
};

} // namespace convoy
