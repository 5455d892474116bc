// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/statement.h"

#include <sqlite3.h>

namespace convoy {

Journal::Statement::Statement(Journal &journal, const char *sql)
{
    sqlite3_stmt *&prepared = journal.m_prepared[sql];
    if (!prepared)
        m_failed = sqlite3_prepare_v3(journal.m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr)
            != SQLITE_OK;
    m_statement = prepared;
}

Journal::Statement::~Statement()
{
    if (!m_statement) // a damaged database has not all that the statement names
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Journal::Statement &Journal::Statement::bind(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_statement, ++m_bound, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Journal::Statement &Journal::Statement::bind(const QByteArray &blob)
{
    sqlite3_bind_blob64(m_statement, ++m_bound, blob.constData(), sqlite3_uint64(blob.size()), SQLITE_TRANSIENT);
    return *this;
}

Journal::Statement &Journal::Statement::bind(qint64 number)
{
    sqlite3_bind_int64(m_statement, ++m_bound, number);
    return *this;
}

Journal::Statement &Journal::Statement::bind(double number)
{
    sqlite3_bind_double(m_statement, ++m_bound, number);
    return *this;
}

bool Journal::Statement::run()
{
    const bool ok = !m_failed && sqlite3_step(m_statement) == SQLITE_DONE;
    sqlite3_reset(m_statement);
    m_bound = 0;
    m_failed = !ok;
    return ok;
}

bool Journal::Statement::next()
{
    if (m_failed)
        return false;
    const int code = sqlite3_step(m_statement);
    m_failed = code != SQLITE_ROW && code != SQLITE_DONE;
    return code == SQLITE_ROW;
}

qint64 Journal::Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Journal::Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Journal::Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Journal::Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

} // namespace convoy
