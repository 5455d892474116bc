// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interruptedbatches.h"

#include "core/engine/enginehost.h"

#include <algorithm>

namespace convoy {

InterruptedBatches::InterruptedBatches(QObject *parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

InterruptedBatches::~InterruptedBatches()
{
    m_thread.waitForDone();
}

/// Signals are sent from the other thread: receivers get them queued, in their own.
void InterruptedBatches::withJournal(std::function<Result<void>(Journal &)> work)
{
    m_thread.start([this, work = std::move(work)] {
        const Result<std::unique_ptr<Journal>> journal = Journal::open(defaultStateFolder() / "journal.sqlite");
        const Result<void> result = journal ? work(**journal) : Result<void>(journal.error());
        if (!result)
            Q_EMIT failed(result.error());
    });
}

void InterruptedBatches::look()
{
    withJournal([this](Journal &journal) -> Result<void> {
        const Result<QStringList> ids = journal.unfinished();
        if (!ids)
            return ids.error();
        const Result<std::vector<BatchHistory>> history = journal.history();
        if (!history)
            return history.error();
        for (const QString &id : *ids) {
            const auto batch = std::ranges::find(*history, id, &BatchHistory::id);
            if (batch != history->end() && !journal.isWorkedOn(id))
                Q_EMIT found({id, batch->profile, batch->jobs, batch->done});
        }
        return {};
    });
}

void InterruptedBatches::recover(const QString &batch)
{
    withJournal([this, batch](Journal &journal) -> Result<void> {
        Result<RecoveredBatch> result = journal.recover(batch);
        if (!result)
            return result.error();
        Q_EMIT recovered(std::make_shared<RecoveredBatch>(std::move(*result)));
        return {};
    });
}

void InterruptedBatches::forget(const QString &batch)
{
    withJournal([batch](Journal &journal) { return journal.endBatch(batch); });
}

} // namespace convoy
