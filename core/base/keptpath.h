// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

#include <string>

namespace convoy {

/// A path as it is kept of each of a million files: its bytes and nothing else, where std::filesystem::path holds a list of
/// its parts too, five times as large. Copies share the bytes. For everything but keeping it turns into a `Path`.
class KeptPath
{
public:
    KeptPath() = default;
    KeptPath(const Path &path) : m_bytes(toBytes(path)) {}
    KeptPath(const std::string &path) : m_bytes(QByteArray::fromStdString(path)) {}
    KeptPath(const char *path) : m_bytes(path) {}
    explicit KeptPath(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    operator Path() const { return toPath(m_bytes); }

    const QByteArray &bytes() const { return m_bytes; }
    std::string native() const { return m_bytes.toStdString(); }
    const char *c_str() const { return m_bytes.constData(); }
    bool empty() const { return m_bytes.isEmpty(); }
    Path filename() const { return Path(*this).filename(); }
    Path stem() const { return Path(*this).stem(); }
    Path parent_path() const { return Path(*this).parent_path(); }

    bool operator==(const KeptPath &) const = default;
    friend bool operator==(const KeptPath &one, const Path &other) { return one.m_bytes == toBytes(other); }
    friend Path operator/(const KeptPath &folder, const Path &name) { return Path(folder) / name; }

private:
    QByteArray m_bytes;
};

inline QByteArray toBytes(const KeptPath &path)
{
    return path.bytes();
}

} // namespace convoy
