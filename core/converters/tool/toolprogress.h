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
    /// An empty `pattern` looks for ffmpeg's `-progress` lines, given how long the input lasts.
    ToolProgress(const QString &pattern, qint64 durationMs, std::function<void(double)> report);

    void feed(QByteArrayView bytes);

private:
    void line(const QByteArray &text);
    std::optional<double> fractionIn(const QString &text);

    const QRegularExpression m_pattern;
    const qint64 m_durationMs;
    const std::function<void(double)> m_report;
    bool m_isPercent;
    QByteArray m_rest;
    double m_last = 0;
};

} // namespace convoy
