// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/enginehost.h"
#include "core/plan/planner.h"
#include "core/watch/folderevents.h"
#include "core/watch/settlingfiles.h"
#include "core/watch/watchstore.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace convoy {

/// Where the notes about one folder and profile are kept.
Path watchStoreFile(const Path &stateFolder, const Path &folder, const QString &profile);

/// Converts what comes into a folder: each file once, also over restarts, when it has stopped growing and nobody writes
/// to it any more. A file that failed is tried again when it changes, later each time. What Convoy has written there is
/// never taken for an input. Everything happens in the thread of this object; the engine's jobs are handed to it by
/// jobFinished().
class WatchedFolder : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        FolderEvents::Settings events;
        std::shared_ptr<const ConversionSettings> conversion;
        QString nameTemplate;
        PlanOptions plan;
        std::chrono::milliseconds settle{2000}; ///< so long a file has to stay the same
        Path store;                             ///< as by watchStoreFile()
    };
    /// How work gets to the engine: a window and a command line tell different people of it.
    struct Hands {
        std::function<Engine::Submitted(std::vector<JobPlan>)> submit;
        std::function<Engine::Submitted(RecoveredBatch)> resubmit;
    };

    /// `host` must outlive this.
    WatchedFolder(Settings settings, EngineHost &host, Hands hands, QObject *parent = nullptr);
    ~WatchedFolder() override;

    /// Takes up what the last run left and starts watching. Fails where nothing can be remembered or the folder cannot
    /// be read.
    Result<void> start();
    /// Takes in nothing more. Jobs that run are the engine's.
    void stop();

    /// To be told of every job that has come to an end; those of other batches are left alone.
    void jobFinished(const Job &job);

Q_SIGNALS:
    void problem(const convoy::Error &error);

private:
    void seen(const std::vector<Path> &files);
    void takeReady();
    void probeWaiting();
    void plan();
    void takeUp();
    void takeUpBatch(const QString &batch, const std::vector<Path> &files);
    QString batchOf(const Path &path, const WatchEntry &entry);
    void record(const JobPlan &plan, const JobStatus &status);
    void note(const Result<void> &stored);
    Path relativeFolder(const Path &file) const;

    Settings m_settings;
    EngineHost &m_host;
    Hands m_hands;
    std::unique_ptr<WatchStore> m_store;
    FolderEvents m_events;
    SettlingFiles m_settling;
    QTimer m_tick;
    std::unique_ptr<Intake> m_intake;
    std::map<Path, SourceIdentity> m_waiting; ///< ready, while others are probed
    std::map<Path, SourceIdentity> m_probed;  ///< as they were when they were ready
    std::map<quint64, PlanItem> m_items;      ///< the same by the intake's ids
    QSet<QString> m_batches;                  ///< whose jobs are this folder's
    bool m_isStopped = false;
};

} // namespace convoy
