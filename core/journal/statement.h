// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

#include <QByteArray>
#include <QString>

struct sqlite3_stmt;

namespace convoy {

/// One use of a prepared SQLite statement, one at a time of each. Parameters are bound in order from 1; a failed step is
/// remembered by the database and reported by `run` and `next`.
class Journal::Statement
{
public:
    /// `sql` is a literal, prepared when it is first used and kept by the journal.
    Statement(Journal &journal, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const QString &text);
    Statement &bind(const QByteArray &blob);
    Statement &bind(qint64 number);
    Statement &bind(double number);

    /// Executes a statement that returns no rows, and makes it ready for new parameters.
    bool run();
    /// The next row; false at the end or on an error (`failed`).
    bool next();
    bool failed() const { return m_failed; }

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;

private:
    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0;
    bool m_failed = false;
};

} // namespace convoy
