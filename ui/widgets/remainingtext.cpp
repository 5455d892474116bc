// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/remainingtext.h"

#include <QCoreApplication>

#include <cmath>

namespace convoy {

namespace {

struct RemainingTimeText {
    Q_DECLARE_TR_FUNCTIONS(convoy::RemainingTime)
};

constexpr double minute = 60;
constexpr double hour = 3600;

/// Hours are told in steps of ten minutes: nobody can know better.
QString hoursText(double seconds)
{
    const int tens = int(std::lround(seconds / (10 * minute))) * 10;
    return tens % 60 == 0 ? RemainingTimeText::tr("%1 h").arg(tens / 60)
                          : RemainingTimeText::tr("%1 h %2 min").arg(tens / 60).arg(tens % 60);
}

} // namespace

QString remainingText(const RemainingTime &time)
{
    if (time.highSeconds <= 0)
        return {};
    if (time.highSeconds <= 10)
        return RemainingTimeText::tr("a few seconds left");
    if (time.highSeconds < minute)
        return RemainingTimeText::tr("less than a minute left");
    if (time.highSeconds >= 2 * hour || time.lowSeconds >= hour) {
        const QString low = hoursText(time.lowSeconds), high = hoursText(time.highSeconds);
        return low == high ? RemainingTimeText::tr("about %1 left").arg(high)
                           : RemainingTimeText::tr("%1 to %2 left").arg(low, high);
    }
    const int low = int(std::floor(time.lowSeconds / minute));
    const int high = int(std::ceil(time.highSeconds / minute));
    if (low == high || (low == 0 && high == 1))
        return RemainingTimeText::tr("about %n minute(s) left", nullptr, high);
    if (low == 0)
        return RemainingTimeText::tr("less than %n minute(s) left", nullptr, high);
    return RemainingTimeText::tr("%1 to %2 min left").arg(low).arg(high);
}

} // namespace convoy
