// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/planner.h"
#include "core/report/joblogs.h"
#include "ui/listintake.h"
#include "ui/models/planrows.h"
#include "ui/models/queueeditor.h"
#include "ui/pastbatches.h"
#include "ui/watchedfolders.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>

namespace convoy {

/// What a person asked for is told to the engine here, and what the engine says to the list. Lives in the window's
/// thread and never blocks it: scanning, probing, planning and reading the journal happen elsewhere. batchcontroller.cpp
/// is the way of files from the list to the engine, batchcommands.cpp what a person may ask meanwhile.
class BatchController : public QObject
{
    Q_OBJECT

public:
    BatchController(QueueModel &model, QueueEditor &editor, Settings &settings, QObject *parent = nullptr);
    ~BatchController() override;

    ProfileStore &profiles() { return m_profiles; }
    /// nullptr before start() and where it failed.
    EngineHost *host() { return m_host.get(); }

    /// Opens the engine. Where the environment is unfit, trouble() says so and the list can still be looked at.
    void start();
    void add(std::vector<Path> paths) { m_intake.add(std::move(paths)); }
    void addList(ListWish wish) { m_intake.addList(std::move(wish)); }

    bool canConvert() const;
    bool isBusy() const { return m_busy; }
    bool isPaused() const;
    /// Listed files that no profile takes.
    int unknownFiles() const { return m_model.counts()[RowState::Ignored]; }
    void removeUnknown();
    bool isReading() const { return m_intake.isBusy(); }
    EngineProgress progress() const;

    /// Hands everything in that waits. Files that are still being read follow as soon as they are known.
    void convert(const Path &outputFolder);
    /// Works out what convert() would do, without doing it; planned() tells.
    void showPlan(const Path &outputFolder);
    void pause();
    void resume();
    void cancel();
    void cancel(const QList<RowId> &rows);
    void setPaused(const QList<RowId> &rows, bool paused);
    /// What is tried again from now on goes there.
    void setOutputFolder(const Path &folder) { m_wantedFolder = folder; }
    void retry(const QList<RowId> &rows);
    void retryFailed();
    void moveToFront(const QList<RowId> &rows);

    WatchedFolders &watched() { return m_watched; }
    /// Folders that cannot be written to now, and why. What is for them waits and goes on by itself.
    const std::map<Path, Error> &blockedPlaces() const { return m_blockedPlaces; }

    /// Batches that were interrupted; what is recovered goes on at once.
    PastBatches &past() { return m_past; }

    /// Puts the files of an earlier batch into the list again.
    void repeat(const std::vector<JobPlan> &plans);
    /// Journal's ids of what was converted last.
    QStringList lastBatches() const { return m_lastBatches; }

    /// Where outputs of the batch that ended last are; empty where there are none.
    Path lastOutputFolder() const { return m_lastOutputFolder; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);
    /// Something is wrong with the surroundings; stays to be seen.
    void trouble(const convoy::Error &error);
    void stateChanged();
    void blockedChanged();
    /// A sentence about the kernel, at most once.
    void confinementNoted(const QString &note);
    void planned(const std::shared_ptr<convoy::CheckedPlan> &plan);
    /// What a person has asked for, while nothing ran that one has asked for.
    void runBegins();
    /// Everything that was handed in has ended.
    void ended(const convoy::BatchSummary &summary);

private:
    struct Planned {
        std::vector<RowId> rows;
        std::vector<JobPlan> plans;
        QString profileName;
        Path outputFolder;
    };

    void readingFinished();
    void beginRun();
    void convertRows(const QList<RowId> &rows);
    PlanWish wishFor(const QList<RowId> &rows) const;
    void submit(Planned planned);
    void showJobs(std::vector<QueueModel::Submission> &submissions, JobId first);
    void noteConfinement(const ConversionSettings &settings);
    void jobsChanged(const QList<JobId> &ids);
    void jobFinished(JobId id);
    void batchFinished(const BatchSummary &batch);
    BatchSummary summary() const;
    void rowsRemoved(const QList<RowId> &rows, const QList<JobId> &jobs);
    void forget(const QList<JobId> &jobs);
    void takeUp(const std::shared_ptr<RecoveredBatch> &batch);
    Engine::Submitted enlist(std::vector<JobPlan> plans);
    Engine::Submitted enlist(RecoveredBatch batch);
    Engine::Submitted enlistRows(const std::vector<RecoveredJob> &jobs, const std::function<Engine::Submitted()> &hand);
    bool isForElsewhere(JobId job) const;
    QList<JobId> jobsOf(const QList<RowId> &rows) const;
    QList<JobId> jobsInListOrder() const;
    void arranged();
    void setBusy();
    void endIfIdle();

    QueueModel &m_model;
    QueueEditor &m_editor;
    Settings &m_settings;
    ProfileStore m_profiles;
    ListIntake m_intake;
    QThreadPool m_background; ///< planning
    PastBatches m_past;
    std::unique_ptr<EngineHost> m_host;
    std::unique_ptr<JobLogs> m_logs; ///< of tools
    WatchedFolders m_watched;
    QSet<QString> m_watchedBatches; ///< of watched folders: nobody waits for their end
    std::map<Path, Error> m_blockedPlaces;
    bool m_isConfinementNoted = false;
    Path m_outputFolder;                 ///< of what is handed in
    Path m_wantedFolder;                 ///< as it is typed now
    QHash<QString, Path> m_askedFolders; ///< of each batch that is of the list
    Path m_lastOutputFolder;
    QStringList m_lastBatches;
    QList<RowId> m_afterReading;    ///< to be converted as soon as they are probed
    QList<JobId> m_toForget;        ///< their rows are gone, but they still run
    QHash<JobId, JobState> m_ended; ///< of what was asked for since the engine was idle
    bool m_isWhole = false; ///< a person said "Convert": files of no known kind are counted as skipped, as the list does
    QElapsedTimer m_clock;
    RowId m_lastRecovered = RowId(1) << 52;
    int m_planning = 0;
    bool m_busy = false;
    bool m_isRun = false; ///< a person has asked for something that has not ended
};

} // namespace convoy
