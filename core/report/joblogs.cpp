// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/joblogs.h"

#include "core/report/joblog.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t keptBatches = 50;

} // namespace

JobLogs::JobLogs(Engine &engine, Settings settings, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_settings(std::move(settings))
{
    if (m_settings.byBatch)
        forgetOldBatches();
    connect(&engine, &Engine::jobsChanged, this, [this](const QList<JobId> &ids) {
        for (const JobId id : ids) {
            const Job *job = m_engine.job(id);
            const bool says = job && job->status.state == JobState::Running && !job->status.toolOutput.isEmpty();
            if (says && m_written[id] != job->status.toolOutput) {
                m_written[id] = job->status.toolOutput;
                write(*job);
            }
        }
    });
    connect(&engine, &Engine::jobFinished, this, [this](JobId id) {
        m_written.erase(id);
        if (const Job *job = m_engine.job(id))
            write(*job);
    });
}

void JobLogs::write(const Job &job)
{
    const bool isQuiet = job.status.toolOutput.isEmpty() && !job.status.error;
    if (isQuiet || (m_settings.byBatch && servingSettings(job).converter != "tool"_L1))
        return;
    const Path folder = m_settings.byBatch ? m_settings.folder / job.batch.toStdString() : m_settings.folder;
    Result<void> written = prepareLogFolder(folder);
    if (written)
        written = writeJobLog(job, folder);
    if (!written && std::exchange(m_lastProblem, written.error().message) != written.error().message)
        Q_EMIT problem(written.error());
}

/// Names of batches sort by time.
void JobLogs::forgetOldBatches() const
{
    std::error_code ignored;
    std::vector<Path> folders;
    for (auto entry = std::filesystem::directory_iterator(m_settings.folder, ignored);
         !ignored && entry != std::filesystem::directory_iterator(); entry.increment(ignored))
        folders.push_back(entry->path());
    std::ranges::sort(folders);
    for (size_t i = 0; i + keptBatches < folders.size(); ++i)
        std::filesystem::remove_all(folders[i], ignored);
}

} // namespace convoy
