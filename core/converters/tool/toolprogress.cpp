// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/toolprogress.h"

#include <algorithm>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestLine = 4096;

} // namespace

ToolProgress::ToolProgress(Rule rule, std::function<void(double)> report)
    : m_rule(std::move(rule)),
      m_pattern(m_rule.pattern.isEmpty() ? u"^out_time_(?:us|ms)=(\\d+)$"_s : m_rule.pattern),
      m_durationMs(m_rule.pattern.isEmpty() && m_rule.key.isEmpty() ? m_rule.durationMs : 0),
      m_total(m_rule.total.toDouble()),
      m_report(m_rule.pattern.isEmpty() && m_rule.key.isEmpty() && m_rule.durationMs <= 0 ? nullptr : std::move(report)),
      m_isPercent(m_rule.pattern.contains(u'%'))
{
}

void ToolProgress::feed(QByteArrayView bytes)
{
    if (!m_report)
        return;
    while (!bytes.isEmpty()) {
        const auto end = std::ranges::find_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - bytes.begin();
        m_rest.append(bytes.first(std::min(length, longestLine - std::min(longestLine, m_rest.size()))));
        if (end == bytes.end())
            return;
        line(m_rest);
        m_rest.clear();
        bytes = bytes.sliced(length + 1);
    }
}

void ToolProgress::line(const QByteArray &text)
{
    const std::optional<double> fraction = fractionIn(QString::fromUtf8(text));
    if (!fraction || !(*fraction > m_last))
        return;
    m_last = std::min(1.0, *fraction);
    m_report(m_last);
}

std::optional<double> ToolProgress::fractionOfKey(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return std::nullopt;
    const QString key = text.first(equals).trimmed();
    QString number = text.sliced(equals + 1).trimmed();
    const bool isPercent = number.endsWith(u'%');
    if (isPercent)
        number.chop(1);
    bool ok = false;
    const double value = number.toDouble(&ok);
    if (!ok || !std::isfinite(value))
        return std::nullopt;
    if (key == m_rule.total && value > 0)
        m_total = value;
    if (key != m_rule.key)
        return std::nullopt;
    if (!m_rule.total.isEmpty())
        return m_total > 0 ? std::optional(value / m_total) : std::nullopt;
    m_isPercent |= isPercent || value > 1;
    return m_isPercent ? value / 100 : value;
}

std::optional<double> ToolProgress::fractionIn(const QString &text)
{
    if (!m_rule.key.isEmpty())
        return fractionOfKey(text);
    const QRegularExpressionMatch match = m_pattern.match(text);
    bool ok = false;
    const double value = match.captured(1).toDouble(&ok);
    if (!match.hasMatch() || !ok || !std::isfinite(value))
        return std::nullopt;
    if (m_durationMs > 0)
        return value / 1000.0 / double(m_durationMs); // both names of ffmpeg's count microseconds
    if (const double whole = match.captured(2).toDouble(); whole > 0)
        return value / whole;
    // A pattern without a percent sign may still count to 100.
    m_isPercent |= value > 1;
    return m_isPercent ? value / 100 : value;
}

} // namespace convoy
