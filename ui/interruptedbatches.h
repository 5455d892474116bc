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

/// Reads the journal on a thread of its own: looking for batches that were interrupted may mean reading whole outputs.
class InterruptedBatches : public QObject
{
    Q_OBJECT

public:
    explicit InterruptedBatches(QObject *parent = nullptr);
    ~InterruptedBatches() override;

    void look();
    void recover(const QString &batch);
    /// What was not done stays undone, and nobody asks again.
    void forget(const QString &batch);

Q_SIGNALS:
    void found(const convoy::InterruptedBatch &batch);
    /// Taken out of the pointer by whoever works on it.
    void recovered(const std::shared_ptr<convoy::RecoveredBatch> &batch);
    void failed(const convoy::Error &error);

private:
    void withJournal(std::function<Result<void>(Journal &)> work);

    QThreadPool m_thread;
};

} // namespace convoy
