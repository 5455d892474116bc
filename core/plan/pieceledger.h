// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/scan.h"

#include <map>
#include <mutex>
#include <set>
#include <tuple>

namespace convoy {

/// Which files were announced and which belong to an index file, so that nothing is converted twice. Thread-safe.
class PieceLedger
{
public:
    /// Whether a file may be announced by itself under that id: no index has named it yet.
    bool enter(const SourceIdentity &file, quint64 id)
    {
        const std::lock_guard lock(m_mutex);
        if (m_claimed.contains(keyOf(file)))
            return false;
        m_listed.insert_or_assign(keyOf(file), id);
        return true;
    }

    /// An index names this file. Returns the id under which it was announced by itself, 0 where it was not (any more).
    quint64 claim(const SourceIdentity &file)
    {
        const std::lock_guard lock(m_mutex);
        m_claimed.insert(keyOf(file));
        const auto listed = m_listed.find(keyOf(file));
        if (listed == m_listed.end())
            return 0;
        const quint64 id = listed->second;
        m_listed.erase(listed);
        return id;
    }

    /// Whether the piece of that file from `start` on is the first of its kind.
    bool addPiece(const SourceIdentity &file, qint64 start)
    {
        const std::lock_guard lock(m_mutex);
        return m_pieces.emplace(file.device, file.inode, start).second;
    }

    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_listed.clear();
        m_claimed.clear();
        m_pieces.clear();
    }

private:
    using Key = std::pair<quint64, quint64>;
    static Key keyOf(const SourceIdentity &file) { return {file.device, file.inode}; }

    std::mutex m_mutex;
    std::map<Key, quint64> m_listed;                         // guarded by m_mutex
    std::set<Key> m_claimed;                                 // guarded by m_mutex
    std::set<std::tuple<quint64, quint64, qint64>> m_pieces; // guarded by m_mutex
};

} // namespace convoy
