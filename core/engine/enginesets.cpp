// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"
#include "core/engine/enginestate.h"

#include <utility>

namespace convoy {

namespace {

// Empty where the job's output stands for itself.
QByteArray setKey(const Job &job)
{
    const ConversionSettings &settings = *job.plan.settings;
    const ConverterInfo *info = findConverter(settings.converter);
    const QByteArray name = info && info->setOf ? info->setOf(settings.options, job.plan.info) : QByteArray();
    return name.isEmpty() ? name : job.batch.toUtf8() + '\0' + toBytes(job.plan.outputFolder) + '\0' + name;
}

} // namespace

void Engine::joinSet(const Job &job)
{
    auto known = m_setKeys.find(job.id);
    if (known == m_setKeys.end()) {
        const bool isOther = job.plan.refusal && job.plan.refusal->kind == ErrorKind::UnsupportedFormat;
        const QByteArray key = m_parts.completer && !isOther ? setKey(job) : QByteArray();
        if (key.isEmpty())
            return;
        known = m_setKeys.emplace(job.id, key).first;
    }
    FileSet &set = m_sets[known->second];
    if (job.status.state == JobState::Done) { // in a session before this one
        set.facts[job.id] = job.status.setFacts;
        return;
    }
    set.open.insert(job.id);
    set.missing.erase(job.id);
}

/// One that was skipped (another kind of file, a name that is taken) is not missing.
void Engine::leaveSet(const Job &job, JobState state)
{
    const auto known = m_setKeys.find(job.id);
    if (known == m_setKeys.end())
        return;
    FileSet &set = m_sets[known->second];
    set.open.erase(job.id);
    if (state == JobState::Failed || state == JobState::Cancelled)
        set.missing.insert(job.id);
    if (state != JobState::Done)
        set.facts.erase(job.id);
    completeSetIfDue(known->second);
}

/// True where the outputs wait for the others of their set. They take no slot meanwhile.
bool Engine::holdForSet(Job &job, JobOutcome &outcome)
{
    const auto known = m_setKeys.find(job.id);
    if (known == m_setKeys.end() || servingSettings(job).converter != job.plan.settings->converter)
        return false;
    job.status.fraction = 1;
    m_running.at(job.id)->committing = true;
    FileSet &set = m_sets[known->second];
    set.open.erase(job.id);
    job.status.setFacts = outcome.setFacts;
    set.facts[job.id] = outcome.setFacts;
    set.held.emplace(job.id, std::move(outcome));
    changed(job.id);
    completeSetIfDue(known->second);
    return true;
}

/// True where the job's outputs waited for the others of their set. They are gone.
bool Engine::dropHeld(JobId id)
{
    const auto known = m_setKeys.find(id);
    if (known == m_setKeys.end() || m_sets[known->second].held.erase(id) == 0)
        return false;
    m_running.erase(id);
    return true;
}

void Engine::completeSetIfDue(const QByteArray &key)
{
    FileSet &set = m_sets[key];
    if (!set.open.empty() || set.held.empty())
        return;
    auto completed = std::make_shared<CompletedSet>();
    completed->converter = m_jobs.at(set.held.begin()->first).plan.settings->converter;
    completed->missing = int(set.missing.size());
    completed->members = std::exchange(set.held, {});
    for (const auto &[id, facts] : set.facts) {
        for (const QVariant &file : facts) {
            if (file.isValid())
                completed->facts.append(file);
        }
    }
    m_tasks.begin();
    m_parts.executor([this, completed] {
        m_parts.completer(*completed);
        m_mailbox.post({.completed = completed});
        m_tasks.end();
    });
}

void Engine::setCompleted(CompletedSet &set)
{
    for (auto &[id, outcome] : set.members) {
        Job &job = m_jobs.at(id);
        job.status.columns = outcome.columns;
        job.status.warnings = outcome.warnings;
        if (!outcome.error) {
            commit(job, std::move(outcome));
            continue;
        }
        const Error error = *outcome.error;
        m_running.erase(id);
        failed(job, error);
    }
    dispatch();
}

} // namespace convoy
