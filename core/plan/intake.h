// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/converters/mediainfo.h"
#include "core/engine/executor.h"
#include "core/engine/taskcount.h"
#include "core/plan/scan.h"

#include <QObject>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

namespace convoy {

class WorkerPool;

/// One file on its way in. `id` is the intake's own count from 1.
struct FoundFile {
    quint64 id = 0;
    ScannedFile scanned;
    MediaKind kind = MediaKind::Unknown; ///< by content
    QString formatId;
};

struct ProbedFile {
    quint64 id = 0;
    std::optional<Error> refusal;
    MediaInfo info;
};

/// Takes dropped paths in: expands and sniffs them on a thread of its own, then has workers probe each file. Results
/// come in lots, in the thread of this object, while the rest is still on its way. Every found file without a refusal
/// is probed exactly once.
class Intake : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the intake. `parallel`: how many files are probed at the same time.
    Intake(WorkerPool &workers, Executor executor, int parallel, QObject *parent = nullptr);
    ~Intake() override;

    /// Files for this converter only; empty (the default) probes each by its own kind. "tool" probes nothing.
    void setConverter(const QString &converter) { m_converter = converter; }

    void add(std::vector<Path> paths, bool recursive);
    /// Forgets what has not been reported yet.
    void stop();
    bool isBusy() const { return m_pending > 0; }

Q_SIGNALS:
    void found(const std::vector<convoy::FoundFile> &files);
    void probed(const std::vector<convoy::ProbedFile> &files);
    /// All paths of all add() calls are dealt with. `files` counts what was found since the last time.
    void finished(quint64 files);

private:
    struct Wanted {
        quint64 id;
        InputFile file;
        MediaKind kind;
        QString formatId;
    };
    struct Note {
        std::vector<FoundFile> found;
        std::vector<ProbedFile> probed;
        bool scanEnded = false;
        bool proberEnded = false;
    };

    void scan(const std::vector<Path> &paths, bool recursive, const std::stop_token &stop);
    void startProbers();
    void probeQueued();
    ProbedFile probe(const Wanted &wanted);
    void receive(std::vector<Note> notes);

    WorkerPool &m_workers;
    Executor m_executor;
    int m_parallel;
    QString m_converter;
    Mailbox<Note> m_mailbox;
    std::stop_source m_stop;
    std::vector<std::jthread> m_scans;
    std::mutex m_mutex;
    std::deque<Wanted> m_queue; // guarded by m_mutex
    std::atomic<quint64> m_lastId = 0;
    TaskCount m_tasks;
    int m_probers = 0;
    int m_pending = 0; // scans and probers at work
    quint64 m_count = 0;
};

} // namespace convoy
