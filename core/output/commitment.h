// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/output/committer.h"

#include <optional>
#include <set>
#include <vector>

namespace convoy {

/// One job on its way through the commit protocol, together with the others of its group.
class Commitment
{
public:
    Commitment(CommitTicket ticket, Committer::Committed committed)
        : m_ticket(std::move(ticket)),
          m_committed(std::move(committed))
    {
    }

    bool isAlive() const { return !m_error; }
    void fail(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }
    const CommitTicket &ticket() const { return m_ticket; }

    /// Starts writing back without waiting, so that the fsync calls of the group overlap with each other and with hashing.
    void startWriteback() const;
    /// Notes size and hash of each output.
    void hashFiles();
    void syncFiles();
    /// Chooses names that are free now.
    void chooseNames();
    /// All outputs get their names, or none. False where a name was taken in the meantime and others may be tried.
    bool publish();
    /// Takes the final names away again: what failed is not to be seen.
    void withdraw(const Error &error);

    /// The folders that have to be synced: the one of the outputs and those of folders that were made for it.
    std::set<Path> folders() const;
    const std::vector<CommittingFile> &files() const { return m_files; }
    JobStatus doneStatus() const;
    void report();

private:
    struct Content {
        qint64 size;
        QByteArray hash;
    };

    void hideAgain();
    bool replacesSource() const;
    std::vector<QByteArray> outputNamesFor(const QByteArray &stem) const;
    bool isTaken(const QByteArray &stem) const;

    CommitTicket m_ticket;
    Committer::Committed m_committed;
    std::vector<Content> m_contents; // of each staged file
    std::vector<QByteArray> m_names;
    std::vector<CommittingFile> m_files;
    size_t m_published = 0; // how many have their final name
    std::optional<Error> m_error;
};

/// Brings a group of jobs to their final names: fsync → journal "committing" → names → fsync of the folders. "Done" is the
/// caller's to write. `rooted`: folders whose own names are known to be on disk.
void commitGroup(Journal &journal, std::vector<Commitment> &group, std::set<Path> &rooted);

} // namespace convoy
