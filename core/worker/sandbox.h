// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/path.h"
#include "core/base/result.h"

#include <linux/filter.h>

#include <vector>

namespace convoy {

/// What a child may do. A codec reads what it was handed and libraries, and nothing else. A tool may be run and may read
/// files, and writes into its staging folder only. A device is a codec that may use the graphics chip and sees no file of a
/// person's. None reaches the network, other processes or file modes.
enum class Confinement : quint8 { Codec, Tool, Device };

struct SandboxLimits {
    long long memoryBytes = 0; ///< address space; 0: not limited
    long long fileBytes = 0;   ///< largest file that may be written; 0: not limited
};

/// What a child gives up before the first byte of a file is read: resource limits (setrlimit(2)), new privileges, files
/// (Landlock), system calls (seccomp). What is the same for every child is worked out once, in the helper; entering costs
/// a few microseconds. Fails closed: a child that cannot be confined must not go on.
class Sandbox
{
public:
    /// In the helper. Fails where the kernel has no Landlock or seccomp. `devices`: files that may be read and written.
    static Result<Sandbox> prepare(Confinement confinement, const std::vector<Path> &devices = {});

    /// In the child, for good. Codecs are wholly confined by this.
    Result<void> enter(const SandboxLimits &limits) const;

    /// In a tool's child, when the job and with it the only folder to write into is known. Nothing for codecs.
    Result<void> enterFolder(const Path &writable) const;

    /// Landlock's version (landlock(7)), for `describe`: below 3 a file may be cut short through an open descriptor,
    /// below 6 a codec could signal processes of the same person.
    int landlockVersion() const { return m_version; }

    /// Must stay open until enter(); -1 where there are none.
    int rulesFd() const { return m_rules.fd(); }

    /// In the child, before each job: how much memory that one may use, within the limit of enter().
    static void limitJobMemory(long long bytes);

private:
    Sandbox(Confinement confinement, int version) : m_confinement(confinement), m_version(version) {}

    struct Reach {
        std::vector<Path> readable;
        std::vector<Path> writable = {}; ///< folders
        std::vector<Path> devices = {};
    };
    Result<FileDescriptor> makeRules(const Reach &reach) const;
    Result<void> confineCalls() const;

    Confinement m_confinement;
    int m_version;
    Reach m_reach;                     // of codecs and devices
    FileDescriptor m_rules;            // Landlock rules of every codec child
    std::vector<sock_filter> m_filter; // seccomp program
};

} // namespace convoy
