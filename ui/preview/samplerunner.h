// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/plan/scan.h"
#include "core/worker/workerpool.h"

#include <QObject>
#include <QTemporaryDir>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace convoy {

/// One file to be converted on trial.
struct SampleWish {
    QString converter;
    Path file;
    MediaInfo info;
    OptionValues options;
    QString extension;
    double share = 1; ///< of the whole work that the sample is
};

/// What a trial says of the whole conversion.
struct Sample {
    Path output;      ///< first one; in a private folder that goes with the runner
    qint64 bytes = 0; ///< of all outputs of the whole conversion, as estimated
    double seconds = 0;
    double share = 1;
};

/// Converts one file, or a part of it, into a private folder to see how large it becomes and how long it takes. One at a
/// time, on a thread of its own; a new wish cancels the one before.
class SampleRunner : public QObject
{
    Q_OBJECT

public:
    /// `workers` must outlive the runner.
    explicit SampleRunner(WorkerPool &workers, QObject *parent = nullptr);
    ~SampleRunner() override;

    void run(SampleWish wish);
    void cancel();

Q_SIGNALS:
    void finished(const convoy::Sample &sample);
    void failed(const QString &reason);

private:
    struct Answer {
        quint64 ticket = 0;
        std::optional<Error> error;
        Sample sample;
    };

    void work(const std::stop_token &stop);
    Result<Sample> make(const SampleWish &wish, JobControl &control, quint64 ticket);
    void receive(const std::vector<Answer> &answers);

    WorkerPool &m_workers;
    QTemporaryDir m_folder;
    Mailbox<Answer> m_mailbox;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<SampleWish> m_next; // guarded by m_mutex
    JobControl *m_current = nullptr;  // guarded by m_mutex
    quint64 m_ticket = 0;             // guarded by m_mutex
    std::jthread m_thread;
};

} // namespace convoy
