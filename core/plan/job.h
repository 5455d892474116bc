// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/keptpath.h"
#include "core/base/result.h"
#include "core/converters/mediainfo.h"
#include "core/plan/profile.h"
#include "core/plan/scan.h"

#include <QByteArray>
#include <QVariantMap>

#include <memory>
#include <vector>

namespace convoy {

/// Unique in one engine, from 1, in the order in which jobs were submitted.
using JobId = quint64;

enum class JobState : quint8 { Queued, Running, Paused, Done, Skipped, Cancelled, Failed };

QLatin1StringView jobStateName(JobState state);
/// Translated: "waiting", "running", "done" …
QString jobStateLabel(JobState state);
inline bool isTerminal(JobState state)
{
    return state >= JobState::Done;
}

/// When a batch in which jobs fail is given up. What has not been done stays resumable.
struct HaltRule {
    enum class When : quint8 {
        Never,
        Soon, ///< nothing new is started; what runs may end
        Now,  ///< what runs is cancelled as well
    };
    When when = When::Never;
    int failures = 0;   ///< so many failed jobs are enough; 0: does not count
    double percent = 0; ///< so many of the batch's jobs, 0 … 100, are enough; 0: does not count

    bool operator==(const HaltRule &) const = default;
};

/// What a person asks for of a whole batch, beside the profile.
struct BatchOptions {
    bool keepTimes = false;   ///< outputs get the time of modification of their source
    bool trashSource = false; ///< a source goes to the desktop's trash when all that was made of it is verified and named
    HaltRule halt;

    bool operator==(const BatchOptions &) const = default;
};

/// How to convert: shared by all jobs of a batch that are converted alike.
struct ConversionSettings {
    QString profileId;
    QString profileName;
    QString converter;
    OptionValues options; ///< complete
    QString extension;    ///< of the output, without dot
    ConflictRule conflict = ConflictRule::Rename;
    RetryRule retry;
    int timeoutS = 0;
    bool verify = true;
    int maxParallel = 0;
    double startDelayS = 0;
    BatchOptions batch;
    std::shared_ptr<const ConversionSettings> fallback; ///< tried when this one fails; has none itself

    bool operator==(const ConversionSettings &) const = default;
};

/// What is to be done to one file. Immutable once submitted.
struct JobPlan {
    InputFile input;
    MediaInfo info;
    std::shared_ptr<const ConversionSettings> settings;
    KeptPath outputFolder;        ///< absolute; made when the job runs
    QByteArray outputStem;        ///< final name without extension
    int number = 0;               ///< place in the batch from 1
    std::optional<Error> refusal; ///< known before it starts: the job ends at once with this
};

/// What became of it.
struct JobStatus {
    JobState state = JobState::Queued;
    double fraction = 0;        ///< 0 … 1, never going back within an attempt
    std::optional<Error> error; ///< of a Failed, Skipped or Cancelled job
    QStringList warnings;       ///< translated sentences
    std::vector<Path> outputs;  ///< final names, of a Done job
    qint64 outputBytes = 0;
    double seconds = 0;    ///< wall time of the last attempt, without waiting
    double cpuSeconds = 0; ///< of the workers, all attempts
    qint64 peakBytes = 0;  ///< largest resident memory of a worker
    int attempts = 0;
    QByteArray toolOutput;     ///< stdout and stderr of a tool, shortened in the middle; while it runs, the end of them
    QVariantMap columns;       ///< result columns of a tool
    QVariantList setFacts;     ///< of each output, what its set is completed with (ConverterInfo::setOf)
    qint64 startedMs = 0;      ///< since the epoch; 0 where it never ran
    int slot = -1;             ///< the slot it runs or ran on, from 0
    bool usesFallback = false; ///< the profile's own way has failed: its fallback serves the job
    bool isAlone = false;      ///< after out-of-memory: with nothing beside it and twice the memory
};

struct Job {
    JobId id = 0;
    QString batch;
    JobPlan plan;
    JobStatus status;
};

/// The settings that serve the job now: its own or those of the fallback.
const ConversionSettings &servingSettings(const Job &job);

struct BatchSummary {
    QString batch;
    int done = 0;
    int failed = 0;
    int skipped = 0;
    int cancelled = 0;
    double seconds = 0;
    bool isHalted = false; ///< given up by its HaltRule; can be resumed
};

} // namespace convoy
