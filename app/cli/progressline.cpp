// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressline.h"

#include "app/cli/console.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cwchar>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProgressLineText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ProgressLine)
};

int cellsOf(char32_t character)
{
    return std::max(0, ::wcwidth(static_cast<wchar_t>(character)));
}

/// At most a quarter of the line.
QString bar(double fraction, int columns)
{
    const int barCells = std::clamp((columns + 1) / 4, 5, 20);
    const int filled = std::clamp(int(fraction * barCells), 0, barCells);
    return QString(filled, u'█') + QString(barCells - filled, u'░');
}

struct Unit {
    double seconds;
    const char *one;
    const char *range;
};

// From the largest down; the first that the longer time fills twice is used.
constexpr Unit units[] = {
    {3600, QT_TRANSLATE_NOOP("convoy::ProgressLine", "about %1 h"), QT_TRANSLATE_NOOP("convoy::ProgressLine", "%1–%2 h")},
    {60, QT_TRANSLATE_NOOP("convoy::ProgressLine", "about %1 min"), QT_TRANSLATE_NOOP("convoy::ProgressLine", "%1–%2 min")},
    {1, QT_TRANSLATE_NOOP("convoy::ProgressLine", "about %1 s"), QT_TRANSLATE_NOOP("convoy::ProgressLine", "%1–%2 s")},
};

} // namespace

int cellCount(const QString &text)
{
    int cells = 0;
    for (const char32_t character : text.toUcs4())
        cells += cellsOf(character);
    return cells;
}

QString elided(const QString &text, int columns)
{
    if (columns <= 0)
        return {};
    if (cellCount(text) <= columns)
        return text;
    QString cut;
    int cells = 1; // of the ellipsis
    for (const char32_t character : text.toUcs4()) {
        cells += cellsOf(character);
        if (cells > columns)
            break;
        cut += QString::fromUcs4(&character, 1);
    }
    return cut + u'…';
}

QString remainingText(const RemainingTime &remaining)
{
    if (remaining.highSeconds <= 0)
        return {};
    const Unit *unit = std::ranges::find_if(
        units, [&](const Unit &candidate) { return remaining.highSeconds >= 2 * candidate.seconds; });
    if (unit == std::end(units))
        unit = std::prev(std::end(units));
    const auto low = qint64(std::floor(remaining.lowSeconds / unit->seconds));
    const auto high = qint64(std::ceil(remaining.highSeconds / unit->seconds));
    if (low >= high || high == 1)
        return ProgressLineText::tr(unit->one).arg(high);
    return ProgressLineText::tr(unit->range).arg(low).arg(high);
}

QString countsText(int done, int failed, int skipped, int cancelled)
{
    const QString counts = ProgressLineText::tr("%1 done, %2 failed, %3 skipped").arg(done).arg(failed).arg(skipped);
    return cancelled > 0 ? ProgressLineText::tr("%1 cancelled, %2").arg(cancelled).arg(counts) : counts;
}

QString progressLine(const EngineProgress &progress, const QStringList &current, int columns)
{
    QStringList parts;
    parts.append(ProgressLineText::tr("%1 %").arg(int(progress.fraction * 100), 3) + u' ' + bar(progress.fraction, columns));
    if (const QString remaining = remainingText(progress.remaining); !remaining.isEmpty())
        parts.append(ProgressLineText::tr("%1 left").arg(remaining));
    QStringList counts{u"%1 %2"_s.arg(progress.done).arg(jobStateLabel(JobState::Done))};
    for (const auto &[count, state] :
         {std::pair(progress.failed, JobState::Failed), std::pair(progress.skipped, JobState::Skipped),
          std::pair(progress.cancelled, JobState::Cancelled)}) {
        if (count > 0)
            counts.append(u"%1 %2"_s.arg(count).arg(jobStateLabel(state)));
    }
    parts.append(counts.join(u", "_s));
    if (const int open = progress.queued + progress.running; open > 0)
        parts.append(ProgressLineText::tr("%1 to do").arg(open));
    if (!current.isEmpty())
        parts.append(current.join(u", "_s));
    return elided(printable(parts.join(u"  "_s)), columns);
}

} // namespace convoy
