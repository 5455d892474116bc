// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifylog.h"

#include "app/cli/console.h"
#include "core/report/jobjson.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VerifyLogText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VerifyCommand)
};

QString verdict(const VerifiedTrack &track)
{
    if (track.error)
        return track.error->message;
    if (track.source.empty())
        return VerifyLogText::tr("no source has this name or this sound");
    return track.isSame() ? VerifyLogText::tr("every sample is the same")
                          : VerifyLogText::tr("different: %1").arg(track.facts.value(u"difference"_s).toString());
}

QString line(const QString &name, const QString &value)
{
    return u"    "_s + name.leftJustified(12) + u' ' + value + u'\n';
}

QString accurateRipText(const VerifiedTrack &track)
{
    const QString sums = VerifyLogText::tr("v1 %1, v2 %2")
                             .arg(track.facts.value(u"accuraterip_v1"_s).toString(),
                                  track.facts.value(u"accuraterip_v2"_s).toString());
    if (!track.confidence)
        return sums;
    return sums + u": "_s
        + (*track.confidence > 0 ? VerifyLogText::tr("%n other(s) have the same", nullptr, *track.confidence)
                                 : VerifyLogText::tr("nobody in the database has the same"));
}

} // namespace

QString verifyLogText(const VerifiedTrack &track)
{
    QString text = shownPath(track.path) + u'\n';
    text += line(VerifyLogText::tr("Source"), track.source.empty() ? u"–"_s : shownPath(track.source));
    text += line(VerifyLogText::tr("Result"), verdict(track));
    if (track.error || track.facts.isEmpty())
        return text;
    const auto fact = [&track](const QString &key) { return track.facts.value(key).toString(); };
    text += line(VerifyLogText::tr("Samples"),
                 VerifyLogText::tr("%1 (%2 Hz, %3 bit, %4 channels)")
                     .arg(fact(u"samples"_s), fact(u"rate"_s), fact(u"bits"_s), fact(u"channels"_s)));
    const QString nullFree = fact(u"crc32_without_nulls"_s);
    text += line(u"CRC32"_s,
                 fact(u"crc32"_s)
                     + (nullFree.isEmpty() ? QString() : VerifyLogText::tr(", without null samples %1").arg(nullFree)));
    text += line(u"MD5"_s, fact(u"md5"_s));
    text += line(VerifyLogText::tr("Peak"),
                 QString::number(track.facts.value(u"peak"_s).toDouble() * 100, 'f', 2) + u" %"_s);
    text += line(VerifyLogText::tr("Clipped"), VerifyLogText::tr("%1 samples").arg(fact(u"clipped_samples"_s)));
    text += line(
        VerifyLogText::tr("Silence"),
        VerifyLogText::tr("%1 samples at the start, %2 at the end").arg(fact(u"silence_start"_s), fact(u"silence_end"_s)));
    if (track.facts.contains(u"accuraterip_v1"_s))
        text += line(u"AccurateRip"_s, accurateRipText(track));
    return text;
}

QString missingLogText(const Path &source)
{
    return line(VerifyLogText::tr("Source"), shownPath(source))
        + line(VerifyLogText::tr("Result"), VerifyLogText::tr("no FLAC file has this name or this sound"));
}

QString verifySummary(const std::vector<VerifiedTrack> &tracks)
{
    const auto same = std::ranges::count_if(tracks, &VerifiedTrack::isSame);
    const QString all = VerifyLogText::tr("%n track(s) were compared", nullptr, int(tracks.size()));
    return size_t(same) == tracks.size() ? VerifyLogText::tr("%1: every sample of them is that of its source.").arg(all)
                                         : VerifyLogText::tr("%1: %n are not, or not known to be, what their sources are.",
                                                             nullptr, int(tracks.size()) - int(same))
                                               .arg(all);
}

QJsonObject verifyToJson(const VerifiedTrack &track)
{
    QJsonObject object = QJsonObject::fromVariantMap(track.facts);
    object.insert(u"same"_s, track.isSame());
    insertPath(object, u"input"_s, track.path);
    if (!track.source.empty())
        insertPath(object, u"source"_s, track.source);
    if (track.error)
        object.insert(u"error"_s, errorToJson(*track.error));
    if (track.confidence)
        object.insert(u"accuraterip_confidence"_s, *track.confidence);
    return object;
}

} // namespace convoy
