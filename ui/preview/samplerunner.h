// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/scan.h"
#include "core/worker/workerpool.h"
#include "ui/preview/latestwish.h"

#include <QObject>
#include <QTemporaryDir>

#include <optional>

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

    void run(SampleWish wish) { m_latest.set(std::move(wish)); }
    void cancel() { m_latest.cancel(); }

Q_SIGNALS:
    void finished(const convoy::Sample &sample);
    void failed(const QString &reason);

private:
    Result<Sample> make(const SampleWish &wish, JobControl &control, quint64 ticket);

    WorkerPool &m_workers;
    std::optional<QTemporaryDir> m_folder;   // from the first trial on; of the thread below
    LatestWish<SampleWish, Sample> m_latest; // last: its thread uses the others
};

} // namespace convoy
