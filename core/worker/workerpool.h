// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/converters/converter.h"
#include "core/converters/hardwareencoder.h"
#include "core/worker/jobcontrol.h"
#include "core/worker/workerchild.h"
#include "core/worker/workergate.h"

#include <future>
#include <map>
#include <memory>
#include <mutex>

namespace convoy {

/// Process: every job in its own sandboxed child. Thread: jobs run inside the helper, without a sandbox; a crash takes
/// all of them with it. An explicit choice only.
enum class Isolation : quint8 { Process, Thread };

struct WorkerSettings {
    Path program; ///< convoy-worker; empty: found beside this program or where it is installed
    Isolation isolation = Isolation::Process;
    QLatin1StringView family;  ///< serves every converter; empty: the one that the table names
    bool isBackground = false; ///< nice 10 and best-effort I/O, so that a desktop stays usable
    int cores = 0;             ///< that conversions may keep busy at a time, see `gate`; 0: any number
    std::span<const HardwareEncoder> encoders = hardwareEncoders(); ///< that may be tried
    int trialSeconds = 10; ///< for each: a driver may have to be loaded and a chip to be woken up
    /// A helper that is silent for so long hangs, and no other is started for as long again. Starting takes 0.1 s, and many
    /// times that where a busy disk has to find the libraries.
    int answerSeconds = 60;
};

/// Warm helpers by codec family and the children forked from them. A child that did a small job well serves the next
/// one of the same family; it is replaced after a number of jobs, after a time, and after any error. Thread-safe.
class WorkerPool
{
public:
    explicit WorkerPool(WorkerSettings settings);
    ~WorkerPool();

    /// Whether the worker program is there to be started.
    Result<void> check() const;

    /// Starts the family's helper, so that the first job finds it warm.
    Result<void> warmUp(QLatin1StringView family);

    /// What calls took from the machine.
    struct Usage {
        double cpuSeconds = 0;
        qint64 peakBytes = 0;
    };

    /// Conversions enter by their caller, with what is read back of them; probes and previews by themselves.
    WorkerGate &gate() { return m_gate; }

    Result<MediaInfo> probe(const QString &converter, const ConvertInput &input, JobControl &control);
    Result<PreviewPicture> preview(const QString &converter, const PreviewRequest &request, JobControl &control);
    Result<ConvertReport> convert(const QString &converter, const ConvertRequest &request, JobControl &control,
                                  const CallHandlers &handlers, Usage *usage = nullptr);
    Result<void> verify(const QString &converter, int fd, const QVariantMap &facts, JobControl &control,
                        Usage *usage = nullptr);
    struct SetFile {
        QString converter;
        int fd = -1; ///< open for reading and writing
        QVariantList all;
    };
    /// Converter::completeSet of one staged file.
    Result<QVariantMap> completeSet(const SetFile &file, JobControl &control, Usage *usage = nullptr);
    /// What the helper says of itself: versions of its codec libraries, for `convoy-cli converters --json`.
    Result<QVariantMap> describe(QLatin1StringView family);
    /// One sentence for a person where this kernel confines conversions less than it could; else empty. Starts the
    /// family's helper.
    QString confinementNote(QLatin1StringView family);

    /// The hardware encoders of this computer that work, best first. The first call tries them, which takes seconds where
    /// there are any; callers meanwhile wait, but a job no longer than until it is cancelled. A driver that hangs or
    /// crashes is one that does not work.
    QStringList workingEncoders(const JobControl *job = nullptr);
    /// Ends what workingEncoders() is at, and gives it nothing more to try.
    void stopTrying() { m_trial.cancel(); }
    /// `missing-tool` where the options name a hardware encoder and none of that kind works.
    Result<void> checkEncoder(const QString &converter, const OptionValues &options, const JobControl *job = nullptr);

private:
    struct Encoder;
    struct Family;
    struct Call;

    Result<QCborMap> call(const QString &converter, Call call, Usage *usage);
    Error notStarted(int code) const;
    Result<std::unique_ptr<WorkerChild>> acquire(QLatin1StringView family);
    void release(QLatin1StringView family, std::unique_ptr<WorkerChild> child, bool reusable);
    Result<std::unique_ptr<Encoder>> startEncoder(const QStringList &encoders);
    Result<std::unique_ptr<Encoder>> encoderFor(const QString &converter, const OptionValues &options,
                                                const JobControl &job);
    QStringList tryEncoders();

    WorkerSettings m_settings;
    WorkerGate m_gate;
    std::mutex m_mutex;
    std::map<QLatin1StringView, std::unique_ptr<Family>> m_families; // guarded by m_mutex
    JobControl m_trial;
    std::mutex m_trialMutex;
    std::shared_future<QStringList> m_working; // guarded by m_trialMutex; its thread uses all of the above
};

} // namespace convoy
