// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace convoy {

/// A batch that a window or a command line left unfinished.
struct InterruptedBatch {
    QString id;
    QString profile;
    int jobs = 0;
    int done = 0;
};

/// A batch as the history shows it.
struct PastBatch {
    BatchHistory facts;
    bool isWorkedOn = false; ///< by this or another process, now
};

/// Reads the journal on a thread of its own: looking for batches that were interrupted may mean reading whole outputs,
/// and a batch may have 100,000 jobs. Answers come in the thread of this object.
class PastBatches : public QObject
{
    Q_OBJECT

public:
    explicit PastBatches(QObject *parent = nullptr);
    ~PastBatches() override;

    /// Looks for interrupted ones.
    void look();
    void recover(const QString &batch);
    /// What was not done stays undone, and nobody asks again.
    void forget(const QString &batch);
    void list();
    /// Everything that a batch was given, to be done once more.
    void load(const QString &batch);
    /// Writes the page about one or several batches, to be opened by a browser.
    void report(const QStringList &batches);

Q_SIGNALS:
    void found(const convoy::InterruptedBatch &batch);
    /// Taken out of the pointer by whoever works on it.
    void recovered(const std::shared_ptr<convoy::RecoveredBatch> &batch);
    void listed(const std::vector<convoy::PastBatch> &batches);
    /// With the sources as they are now; where one is gone its plan has a refusal.
    void loaded(const std::shared_ptr<std::vector<convoy::JobPlan>> &plans);
    void reportWritten(const convoy::Path &file);
    void failed(const convoy::Error &error);

private:
    void withJournal(std::function<Result<void>(Journal &)> work);

    QThreadPool m_thread;
};

} // namespace convoy
