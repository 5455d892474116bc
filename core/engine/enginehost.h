// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/readahead.h"
#include "core/engine/engine.h"
#include "core/plan/intake.h"
#include "core/worker/workerpool.h"

#include <QThreadPool>

#include <future>
#include <memory>

namespace convoy {

struct HostSettings {
    int jobs = 0; ///< slots; 0: as many as cores are available to this process
    Isolation isolation = Isolation::Process;
    bool isBackground = false;     ///< workers leave the desktop the first turn: nice 10
    Path stateFolder;              ///< of the journal; empty: defaultStateFolder()
    QLatin1StringView family = {}; ///< whose codecs are loaded while the journal is opened; empty: of none
};

/// `$XDG_STATE_HOME/convoy`, by default `~/.local/state/convoy`.
Path defaultStateFolder();
/// The journal in a state folder.
Path journalFile(const Path &stateFolder);
/// `$XDG_CONFIG_HOME/convoy/profiles`, by default `~/.config/convoy/profiles`.
Path defaultProfileFolder();

/// Everything that an engine needs in this process, made and ended in the right order.
class EngineHost
{
public:
    /// Fails where the environment is unfit: no worker program, no journal (`output-unwritable`).
    static Result<std::unique_ptr<EngineHost>> open(const HostSettings &settings);
    ~EngineHost();

    Engine &engine() { return *m_engine; }
    WorkerPool &workers() { return *m_workers; }
    /// A second journal connection for reading, in this object's thread.
    Journal &journal() { return *m_journal; }
    Executor executor();
    /// A new intake that probes with this host's workers.
    std::unique_ptr<Intake> makeIntake();

private:
    EngineHost() = default;

    int m_slots = 1;
    QThreadPool m_pool;
    QThreadPool m_probePool;
    ReadAhead m_readAhead;
    std::unique_ptr<WorkerPool> m_workers;
    std::future<Result<void>> m_warm; // ends before what it works on
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Committer> m_committer;
    std::unique_ptr<Engine> m_engine;
};

} // namespace convoy
