// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace convoy {

class JobControl;

/// Who may keep workers busy now: as many conversions as there are cores, and a look into a file (probe, preview) beside
/// them, so one more than cores in all. Thread-safe.
class WorkerGate
{
public:
    enum class Kind : quint8 { Conversion, Look };

    /// From entering to leaving.
    class Turn
    {
    public:
        Turn(WorkerGate &gate, Kind kind) : m_gate(&gate), m_kind(kind) {}
        Turn(Turn &&other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)), m_kind(other.m_kind) {}
        Turn &operator=(Turn &&) = delete;
        ~Turn()
        {
            if (m_gate)
                m_gate->leave(m_kind);
        }

    private:
        WorkerGate *m_gate;
        Kind m_kind;
    };

    /// `cores` 0: everybody may enter.
    explicit WorkerGate(int cores) : m_cores(cores) {}

    /// Waits for its turn; nothing where the job was cancelled meanwhile.
    std::optional<Turn> enter(Kind kind, const JobControl &control);

private:
    bool hasRoom(Kind kind) const;
    void leave(Kind kind);

    const int m_cores;
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_conversions = 0; // guarded by m_mutex
    int m_looks = 0;       // guarded by m_mutex
};

} // namespace convoy
