// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <random>

namespace convoy::test {

/// `bytes` with one to eight faults in it; the same for the same state of `random`. `seeds`: others of its kind.
inline QByteArray mutated(QByteArray bytes, const QList<QByteArray> &seeds, std::mt19937 &random)
{
    const auto below = [&random](qsizetype limit) { return limit > 0 ? qsizetype(random() % size_t(limit)) : 0; };
    const int steps = 1 + int(below(8));
    for (int step = 0; step < steps; ++step) {
        const qsizetype at = below(bytes.size());
        const QByteArray &other = seeds.at(below(seeds.size()));
        switch (below(5)) {
        case 0: // one bit
            if (!bytes.isEmpty())
                bytes[at] = char(bytes[at] ^ (1 << below(8)));
            break;
        case 1: // a byte that parsers trip over
            if (!bytes.isEmpty())
                bytes[at] = "\0\xff\x7f\x80/{}\"\n-"[below(10)];
            break;
        case 2: bytes.remove(at, 1 + below(16)); break;
        case 3: // a piece twice
            bytes.insert(at, bytes.mid(below(bytes.size()), 1 + below(64)));
            break;
        default: // a piece of another seed
            bytes.insert(at, other.mid(below(other.size()), 1 + below(64)));
        }
    }
    return bytes;
}

} // namespace convoy::test
