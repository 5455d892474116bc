// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRegularExpression>

#include <functional>
#include <optional>

namespace convoy {

/// Reads how far a tool has come from the lines that it prints (ended by a line feed or a carriage return).
class ToolProgress
{
public:
    /// Without a pattern and a key, ffmpeg's `-progress` lines are looked for, given how long the input lasts.
    struct Rule {
        QString pattern;       ///< regular expression; its first group is the value, its second what that counts to
        QString key;           ///< of `KEY=VALUE` lines
        QString total;         ///< of `key`: a number, or the key of one; empty: percent or a fraction
        qint64 durationMs = 0; ///< of the input
    };
    ToolProgress(Rule rule, std::function<void(double)> report);

    void feed(QByteArrayView bytes);

private:
    void line(const QByteArray &text);
    std::optional<double> fractionIn(const QString &text);
    std::optional<double> fractionOfKey(const QString &text);

    const Rule m_rule;
    const QRegularExpression m_pattern;
    const qint64 m_durationMs;
    double m_total = 0; ///< of the key; 0: not known
    const std::function<void(double)> m_report;
    bool m_isPercent;
    QByteArray m_rest;
    double m_last = 0;
};

} // namespace convoy
