// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/executor.h"
#include "core/base/mailbox.h"
#include "core/base/taskcount.h"
#include "core/converters/mediainfo.h"
#include "core/plan/foundfile.h"
#include "core/plan/piece.h"
#include "core/plan/pieceledger.h"
#include "core/plan/scan.h"

#include <QObject>

#include <atomic>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

namespace convoy {

class WorkerPool;

struct ProbedFile {
    quint64 id = 0;
    std::optional<Error> refusal;
    MediaInfo info;
    std::optional<Piece> piece; ///< as it is to be converted
};

/// A found file that is not to be converted after all.
struct WithdrawnFile {
    quint64 id = 0; ///< 0: it was never announced
    QString reason; ///< translated; of an index file that was replaced by what it names, what is wrong with it, or nothing
};

/// Takes dropped paths in: expands and sniffs them on a thread of its own, then has workers probe each file. Results
/// come in lots, in the thread of this object, while the rest is still on its way. Every found file without a refusal
/// is probed exactly once, or withdrawn.
///
/// An index file (cue sheet, DICOMDIR, a FLAC with a cue sheet in it) is withdrawn when it is probed, and the pieces
/// that it names are found instead. A file that was added together with an index that names it is withdrawn too.
class Intake : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the intake. `parallel`: how many files are probed at the same time.
    Intake(WorkerPool &workers, Executor executor, int parallel, QObject *parent = nullptr);
    ~Intake() override;

    /// Files for this converter only; empty (the default) probes each by its own kind. "tool" probes nothing.
    void setConverter(const QString &converter) { m_converter = converter; }

    /// What becomes of the pauses between the tracks of cue sheets that are added from now on.
    void setCueRule(CueRule rule) { m_cueRule = rule; }

    /// Index files are like any other: nothing is found instead of them, and nothing is withdrawn.
    void ignoreIndexes() { m_followsIndexes = false; }

    void add(std::vector<Path> paths, bool recursive);
    /// Forgets what has not been reported yet.
    void stop();
    bool isBusy() const { return m_pending > 0; }

Q_SIGNALS:
    void found(const std::vector<convoy::FoundFile> &files);
    void probed(const std::vector<convoy::ProbedFile> &files);
    void withdrawn(const std::vector<convoy::WithdrawnFile> &files);
    /// All paths of all add() calls are dealt with. `files` counts what was found since the last time.
    void finished(quint64 files);

private:
    struct Note {
        std::vector<FoundFile> found;
        std::vector<WithdrawnFile> withdrawn;
        std::vector<ProbedFile> probed;
        bool scanEnded = false;
        bool proberEnded = false;
    };

    void scan(const std::vector<Path> &paths, bool recursive, const std::stop_token &stop);
    void takeIn(ScannedFile scanned, Note &note);
    void startProbers();
    void probeQueued();
    ProbedFile probe(const FoundFile &wanted);
    std::optional<WithdrawnFile> enter(FoundFile &file);
    void announce(Note note);
    std::optional<Error> replaceByPieces(const FoundFile &index, const MediaInfo &info);
    void receive(std::vector<Note> notes);

    WorkerPool &m_workers;
    Executor m_executor;
    int m_parallel;
    QString m_converter;
    std::atomic<CueRule> m_cueRule = CueRule::Append;
    bool m_followsIndexes = true;
    PieceLedger m_ledger;
    Mailbox<Note> m_mailbox;
    std::stop_source m_stop;
    std::vector<std::jthread> m_scans;
    std::mutex m_mutex;
    std::deque<FoundFile> m_queue; // to be probed; guarded by m_mutex
    std::atomic<quint64> m_lastId = 0;
    TaskCount m_tasks;
    int m_probers = 0;
    int m_pending = 0; // scans and probers at work
    quint64 m_count = 0;
    std::set<quint64> m_gone; // withdrawn since the intake was idle
};

} // namespace convoy
