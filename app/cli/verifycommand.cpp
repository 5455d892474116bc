// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchsession.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/pathlist.h"
#include "app/cli/verification.h"
#include "app/cli/verifylog.h"
#include "core/album/albumlookup.h"
#include "core/report/jobjson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VerifyCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VerifyCommand)
};

/// Asks for each whole disc, one after the other.
class ChecksumStep : public QObject
{
public:
    ChecksumStep(Verification &verification, const LookupSettings &settings)
        : m_verification(verification),
          m_lookup(settings),
          m_discs(verification.wholeDiscs())
    {
        connect(&m_lookup, &AlbumLookup::checksumsFound, this, [this](const AccurateRipTracks &known) {
            take(known);
            next();
        });
        connect(&m_lookup, &AlbumLookup::failed, this, [this](const Error &error) {
            writeError(error);
            m_discs.pop_back();
            next();
        });
    }

    void next()
    {
        while (!m_discs.empty()) {
            m_toc = m_verification.toc(m_discs.back());
            if (m_toc.offsets.size() == m_verification.tracks()[m_discs.back().back()].total)
                return m_lookup.fetchChecksums(accurateRipId(m_toc));
            m_discs.pop_back();
        }
        QMetaObject::invokeMethod(
            this, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    }

private:
    void take(const AccurateRipTracks &known)
    {
        const bool isKnown = std::ranges::any_of(known, [](const auto &entries) { return !entries.empty(); });
        for (const size_t place : m_discs.back()) {
            VerifiedTrack &track = m_verification.tracks()[place];
            if (!isKnown || track.number == 0 || !isCutAsOnDisc(track))
                continue; // the hidden one is not in the database, and no pause in front
            const auto sum = [&track](const QString &key) { return track.facts.value(key).toString().toUInt(nullptr, 16); };
            track.confidence = accurateRipConfidence(known[size_t(track.number - 1)], sum(u"accuraterip_v1"_s))
                + accurateRipConfidence(known[size_t(track.number - 1)], sum(u"accuraterip_v2"_s));
        }
        m_discs.pop_back();
    }

    // The ripper's log beside the files may say otherwise: then nobody has the sums of these files.
    bool isCutAsOnDisc(const VerifiedTrack &track) const
    {
        constexpr qint64 sectorSamples = 588;
        const int end = m_toc.offsets.value(track.number, m_toc.leadOut);
        const qint64 samples = (end - m_toc.offsets[track.number - 1]) * sectorSamples;
        return track.facts.value(u"samples"_s).toLongLong() == samples;
    }

    Verification &m_verification;
    DiscToc m_toc;
    AlbumLookup m_lookup;
    std::vector<std::vector<size_t>> m_discs;
};

int tell(const std::vector<VerifiedTrack> &tracks, const std::vector<Path> &missing, bool json)
{
    QJsonArray array;
    QString text = VerifyCommandText::tr("Convoy %1, %2")
                       .arg(QStringLiteral(CONVOY_VERSION), QDateTime::currentDateTime().toString(Qt::ISODate))
        + u"\n\n"_s;
    for (const VerifiedTrack &track : tracks) {
        array.append(verifyToJson(track));
        text += verifyLogText(track) + u'\n';
    }
    for (const Path &source : missing) {
        QJsonObject object{{u"same"_s, false}};
        insertPath(object, u"source"_s, source);
        array.append(object);
        text += missingLogText(source) + u'\n';
    }
    text += verifySummary(tracks) + u'\n';
    if (json)
        writeData(QJsonDocument(array).toJson());
    else
        writeText(text);
    return missing.empty() && std::ranges::all_of(tracks, &VerifiedTrack::isSame) ? ExitStatus::success
                                                                                  : ExitStatus::failure;
}

} // namespace

int runVerify(const Arguments &arguments)
{
    const Result<std::vector<Path>> paths = readPathList(arguments);
    if (!paths)
        return wrongUsage(arguments.command, paths.error());
    const LookupSettings settings = lookupSettings();
    if (arguments.has("--accuraterip") && settings.accurateRip.isEmpty())
        return wrongUsage(
            arguments.command,
            invalidOption(VerifyCommandText::tr("--accuraterip: no database is configured (CONVOY_ACCURATERIP_URL).")));
    const Result<int> jobs = readJobCount(arguments);
    if (!jobs)
        return wrongUsage(arguments.command, jobs.error());
    const Path against = arguments.has("--against") ? absolutePath(toPath(arguments.value("--against"))) : Path();
    Verification verification(findVerifyFiles(*paths, arguments.has("--recursive"), against), *jobs);
    if (const Result<void> ok = verification.check(); !ok)
        return unfitEnvironment(ok.error());
    if (verification.tracks().empty())
        return wrongUsage(arguments.command, invalidOption(VerifyCommandText::tr("There is no FLAC file to compare.")));
    verification.run();
    if (arguments.has("--accuraterip")) {
        ChecksumStep step(verification, settings);
        step.next();
        QCoreApplication::exec();
    }
    // Beside the tracks there may be anything; what they are compared with should all be there.
    return tell(verification.tracks(), against.empty() ? std::vector<Path>() : verification.missing(),
                arguments.has("--json"));
}

} // namespace convoy
