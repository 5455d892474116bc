// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/joblist.h"

#include "core/base/fileio.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

#include <cstdlib>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JobListText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JobList)
};

constexpr size_t mostRows = 1'000'000;
constexpr qsizetype mostColumns = 256;

Error tooMany()
{
    return invalidOption(JobListText::tr("The list has more than %1 rows.").arg(mostRows));
}

/// "Slice No" and "slice_no" are the same placeholder.
QString columnName(const QString &heading)
{
    return heading.trimmed().toLower().replace(u' ', u'_');
}

Result<void> checkColumns(const QStringList &columns)
{
    static const QRegularExpression usable(u"^[\\p{L}_][\\p{L}\\p{N}_-]*$"_s);
    if (columns.size() > mostColumns)
        return invalidOption(JobListText::tr("The list has more than %1 columns.").arg(mostColumns));
    for (const QString &column : columns) {
        if (!usable.match(column).hasMatch())
            return invalidOption(
                JobListText::tr("“%1” is no name for a column: letters, digits, “_” and “-” are needed.").arg(column));
        if (columns.count(column) > 1)
            return invalidOption(JobListText::tr("Two columns are named “%1”.").arg(column));
    }
    return {};
}

/// Splits a table into cells: RFC 4180 with any separator.
class TableReader
{
public:
    TableReader(const QString &text, QChar separator) : m_text(text), m_separator(separator) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    int line() const { return m_line; } ///< where the last row began

    /// One row; an empty line is a row of one empty cell.
    Result<QStringList> row()
    {
        m_line = m_nextLine;
        QStringList cells;
        while (true) {
            Result<QString> cell = m_at < m_text.size() && m_text[m_at] == u'"' ? quoted() : plain();
            if (!cell)
                return cell.error();
            cells.append(*cell);
            if (m_at < m_text.size() && m_text[m_at] == m_separator) {
                ++m_at;
                continue;
            }
            endLine();
            return cells;
        }
    }

private:
    void endLine()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_nextLine;
    }

    Result<QString> plain()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    Result<QString> quoted()
    {
        QString cell;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                ++m_at;
            } else if (c == u'"') {
                ++m_at;
                const bool ends = atEnd() || m_text[m_at] == m_separator || m_text[m_at] == u'\n' || m_text[m_at] == u'\r';
                return ends
                    ? Result<QString>(cell)
                    : invalidOption(JobListText::tr("Line %1: text follows a closing quotation mark.").arg(m_nextLine));
            }
            m_nextLine += c == u'\n' ? 1 : 0;
            cell += c;
        }
        return invalidOption(JobListText::tr("Line %1: a quotation mark is not closed.").arg(m_line));
    }

    const QString &m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_nextLine = 1;
};

/// Spreadsheets of countries with a decimal comma write semicolons.
QChar separatorOf(const QString &text)
{
    const QStringView head = QStringView(text).first(std::max<qsizetype>(0, text.indexOf(u'\n')));
    return head.count(u';') > head.count(u',') ? u';' : u',';
}

Result<JobList> parseTable(const QString &text, QChar separator)
{
    TableReader reader(text, separator);
    Result<QStringList> head = reader.row();
    if (!head)
        return head.error();
    JobList list;
    for (const QString &heading : *head)
        list.columns.append(columnName(heading));
    if (const Result<void> ok = checkColumns(list.columns); !ok)
        return ok.error();
    while (!reader.atEnd()) {
        Result<QStringList> cells = reader.row();
        if (!cells)
            return cells.error();
        if (cells->size() == 1 && cells->first().trimmed().isEmpty())
            continue;
        if (cells->size() != list.columns.size())
            return invalidOption(JobListText::tr("Line %1 has %2 cells; the first line names %3 columns.")
                                     .arg(reader.line())
                                     .arg(cells->size())
                                     .arg(list.columns.size()));
        if (list.rows.size() >= mostRows)
            return tooMany();
        ListRow row;
        for (qsizetype i = 0; i < cells->size(); ++i)
            row.insert(list.columns[i], cells->at(i));
        list.rows.push_back(std::move(row));
    }
    return list;
}

Result<JobList> parseJson(const QByteArray &content)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
    if (!document.isArray())
        return Error{ErrorKind::InvalidOption, JobListText::tr("The list is no JSON array of objects."),
                     problem.error == QJsonParseError::NoError ? QString() : problem.errorString()};
    const QJsonArray array = document.array();
    if (size_t(array.size()) > mostRows)
        return tooMany();
    JobList list;
    for (const QJsonValue &element : array) {
        const auto number = list.rows.size() + 1;
        if (!element.isObject())
            return invalidOption(JobListText::tr("Element %1 of the list is no object.").arg(number));
        ListRow row;
        const QJsonObject object = element.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it->isObject() || it->isArray())
                return invalidOption(
                    JobListText::tr("Element %1 of the list: “%2” is no plain value.").arg(number).arg(it.key()));
            const QString column = columnName(it.key());
            if (!list.columns.contains(column))
                list.columns.append(column);
            row.insert(column, it->toVariant().toString());
        }
        list.rows.push_back(std::move(row));
    }
    if (const Result<void> ok = checkColumns(list.columns); !ok)
        return ok.error();
    for (ListRow &row : list.rows) {
        for (const QString &column : list.columns)
            row.insert(column, row.value(column)); // a placeholder is known in every row
    }
    return list;
}

} // namespace

Result<JobList> parseJobList(const QByteArray &content, ListFormat format)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // drops a byte order mark
    const QString text = decoder(content);
    if (decoder.hasError() || text.contains(QChar::Null))
        return invalidOption(JobListText::tr("The list is not UTF-8 text."));
    Result<JobList> list = format == ListFormat::Json
        ? parseJson(text.toUtf8())
        : parseTable(text, format == ListFormat::Tsv ? QChar(u'\t') : separatorOf(text));
    if (list && list->rows.empty())
        return invalidOption(JobListText::tr("The list has no rows."));
    return list;
}

Result<JobList> readJobList(const Path &file)
{
    const Path extension = file.extension();
    const bool isKnown = extension == ".csv" || extension == ".tsv" || extension == ".json";
    if (!isKnown)
        return invalidOption(JobListText::tr("The list “%1” must end in .csv, .tsv or .json.").arg(displayName(file)));
    const Result<QByteArray> content = readWholeFile(file);
    if (!content)
        return content.error();
    return parseJobList(*content,
                        extension == ".json"      ? ListFormat::Json
                            : extension == ".tsv" ? ListFormat::Tsv
                                                  : ListFormat::Csv);
}

Result<JobList> rangeJobList(const QString &range)
{
    static const QRegularExpression pattern(u"^(-?\\d{1,9})(?:-|\\.\\.)(-?\\d{1,9})(?::(\\d{1,9}))?$"_s);
    const QRegularExpressionMatch match = pattern.match(range);
    const qint64 step = match.captured(3).isEmpty() ? 1 : match.captured(3).toLongLong();
    if (!match.hasMatch() || step < 1)
        return invalidOption(
            JobListText::tr("“%1” is no range: FIRST-LAST or FIRST-LAST:STEP is needed, such as 0-99.").arg(range));
    const qint64 first = match.captured(1).toLongLong();
    const qint64 last = match.captured(2).toLongLong();
    if (size_t(std::llabs(last - first) / step) >= mostRows)
        return tooMany();
    JobList list{{u"i"_s, u"name"_s}, {}};
    const qint64 direction = last < first ? -step : step;
    for (qint64 i = first; direction > 0 ? i <= last : i >= last; i += direction)
        list.rows.push_back({{u"i"_s, QString::number(i)}, {u"name"_s, QString::number(i)}});
    return list;
}

Path fileOfRow(const ListRow &row, const Path &listFolder)
{
    const QString file = row.value(u"file"_s);
    return file.isEmpty() ? Path() : absolutePath(listFolder / toPath(file));
}

} // namespace convoy
