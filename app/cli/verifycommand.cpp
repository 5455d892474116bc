// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/pathlist.h"
#include "app/cli/verifylog.h"
#include "app/cli/verifypairs.h"
#include "core/album/albumlookup.h"
#include "core/converters/audio/comparison.h"
#include "core/engine/resources.h"
#include "core/plan/scan.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

#include <algorithm>
#include <fcntl.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::VerifyCommand)
};

constexpr int mostJobs = 1024;

/// A file that is open to be given to a worker.
struct OpenFile {
    FileDescriptor fd;
    ConvertInput input;
};

Result<OpenFile> openFile(const Path &path)
{
    FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isValid())
        return systemError(errno, ErrorKind::UnreadableInput, Text::tr("“%1” cannot be read.").arg(shownPath(path)));
    const Result<SourceIdentity> identity = sourceIdentity(fd.fd());
    if (!identity)
        return identity.error();
    const ConvertInput input{fd.fd(), toBytes(path), identity->size};
    return OpenFile{std::move(fd), input};
}

/// Everything that workers do is done here: all at once, in the threads of a pool.
class Verification
{
public:
    Verification(VerifyFiles files, int jobs) : m_files(std::move(files)), m_workers({}) { m_threads.setMaxThreadCount(jobs); }

    Result<void> check() const { return m_workers.check(); }
    std::vector<VerifiedTrack> &tracks() { return m_files.tracks; }

    void run()
    {
        forAll(m_files.tracks, [this](VerifiedTrack &track) { probe(track); });
        for (const std::vector<size_t> &disc : discs())
            setPlaces(disc);
        forAll(m_files.tracks, [this](VerifiedTrack &track) { compare(track); });
        matchBySound();
    }

    /// Places in tracks(), of each disc whose tracks are all there.
    std::vector<std::vector<size_t>> wholeDiscs()
    {
        std::vector<std::vector<size_t>> whole = discs();
        std::erase_if(whole, [this](const std::vector<size_t> &disc) { return m_files.tracks[disc.front()].total == 0; });
        return whole;
    }

    DiscToc toc(const std::vector<size_t> &disc)
    {
        std::vector<AlbumFile> files;
        for (const size_t place : disc)
            files.push_back(m_files.tracks[place].file);
        return tocOfDisc(files, m_workers);
    }

private:
    template <typename T, typename Work>
    void forAll(std::vector<T> &things, Work work)
    {
        for (T &thing : things)
            m_threads.start([&thing, work] { work(thing); });
        m_threads.waitForDone();
    }

    void probe(VerifiedTrack &track)
    {
        const Result<OpenFile> file = track.error ? Result<OpenFile>(*track.error) : openFile(track.path);
        JobControl control;
        const Result<MediaInfo> info = file ? m_workers.probe(u"audio"_s, file->input, control)
                                            : Result<MediaInfo>(file.error());
        if (!info)
            track.error = info.error();
        else
            track.file = {.path = track.path,
                          .index = {},
                          .durationMs = info->durationMs,
                          .sampleRate = info->sampleRate,
                          .tags = info->tags};
    }

    /// Tracks 1 to N, each once: then it is known which are the first and the last.
    void setPlaces(const std::vector<size_t> &disc)
    {
        std::vector<int> numbers;
        for (const size_t place : disc)
            numbers.push_back(trackNumber(m_files.tracks[place].file.tags.value(u"track"_s)));
        for (size_t i = 0; i < disc.size(); ++i) {
            if (numbers[i] != int(i) + 1)
                return;
        }
        for (size_t i = 0; i < disc.size(); ++i) {
            m_files.tracks[disc[i]].number = int(i) + 1;
            m_files.tracks[disc[i]].total = int(disc.size());
        }
    }

    /// In the order of their numbers.
    std::vector<std::vector<size_t>> discs()
    {
        std::vector<AlbumFile> files;
        for (const VerifiedTrack &track : m_files.tracks)
            files.push_back(track.file);
        std::vector<std::vector<size_t>> groups = groupDiscs(files);
        for (std::vector<size_t> &disc : groups)
            std::ranges::sort(disc, {}, [&](size_t place) { return trackNumber(files[place].tags.value(u"track"_s)); });
        return groups;
    }

    void compare(VerifiedTrack &track)
    {
        if (track.error)
            return;
        Result<QVariantMap> facts = measure(track, track.source);
        if (facts)
            track.facts = std::move(*facts);
        else
            track.error = facts.error();
    }

    Result<QVariantMap> measure(const VerifiedTrack &track, const Path &source)
    {
        constexpr int stallSeconds = 60;
        const Result<OpenFile> file = openFile(track.path);
        if (!file)
            return file.error();
        Result<OpenFile> other = source.empty() ? OpenFile() : openFile(source);
        if (!other)
            return other.error();
        const auto number = [](int value) { return value > 0 ? QString::number(value) : QString(); };
        const ConvertRequest request{
            .input = file->input,
            .options = OptionValues({{u"tracknumber"_s, number(track.number)}, {u"tracktotal"_s, number(track.total)}}),
            .extension = comparing,
            .attachment = other->input,
        };
        JobControl control;
        const Result<ConvertReport> report = m_workers.convert(u"audio"_s, request, control, {.stallSeconds = stallSeconds});
        return report ? Result<QVariantMap>(report->columns) : report.error();
    }

    /// Names may have changed on the way: the rest is matched by the MD5 of the samples, which no other sound has.
    void matchBySound()
    {
        const bool isNeeded = std::ranges::any_of(
            m_files.tracks, [](const VerifiedTrack &track) { return !track.error && track.source.empty(); });
        std::vector<VerifiedTrack> sources;
        for (const Path &source : m_files.sources)
            sources.push_back({.path = source});
        if (isNeeded)
            forAll(sources, [this](VerifiedTrack &source) { compare(source); });
        for (VerifiedTrack &track : m_files.tracks) {
            if (track.error || !track.source.empty())
                continue;
            const auto same = std::ranges::find_if(sources, [&track](const VerifiedTrack &source) {
                return sound(source) == sound(track) && !source.facts.isEmpty();
            });
            if (same == sources.end())
                continue;
            track.source = same->path;
            track.facts.insert(u"same"_s, true);
        }
    }

    static QStringList sound(const VerifiedTrack &track)
    {
        QStringList facts;
        for (const QString &key : {u"md5"_s, u"samples"_s, u"rate"_s, u"bits"_s, u"channels"_s})
            facts.append(track.facts.value(key).toString());
        return facts;
    }

    VerifyFiles m_files;
    WorkerPool m_workers;
    QThreadPool m_threads;
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
            const DiscToc toc = m_verification.toc(m_discs.back());
            if (size_t(toc.offsets.size()) == m_discs.back().size())
                return m_lookup.fetchChecksums(accurateRipId(toc));
            m_discs.pop_back();
        }
        QMetaObject::invokeMethod(
            this, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    }

private:
    void take(const AccurateRipTracks &known)
    {
        const bool isKnown = std::ranges::any_of(known, [](const auto &entries) { return !entries.empty(); });
        for (size_t i = 0; isKnown && i < m_discs.back().size(); ++i) {
            VerifiedTrack &track = m_verification.tracks()[m_discs.back()[i]];
            const auto sum = [&track](const QString &key) { return track.facts.value(key).toString().toUInt(nullptr, 16); };
            track.confidence = accurateRipConfidence(known[i], sum(u"accuraterip_v1"_s))
                + accurateRipConfidence(known[i], sum(u"accuraterip_v2"_s));
        }
        m_discs.pop_back();
    }

    Verification &m_verification;
    AlbumLookup m_lookup;
    std::vector<std::vector<size_t>> m_discs;
};

int tell(const std::vector<VerifiedTrack> &tracks, bool json)
{
    QJsonArray array;
    QString text = Text::tr("Convoy %1, %2")
                       .arg(QStringLiteral(CONVOY_VERSION), QDateTime::currentDateTime().toString(Qt::ISODate))
        + u"\n\n"_s;
    for (const VerifiedTrack &track : tracks) {
        array.append(verifyToJson(track));
        text += verifyLogText(track) + u'\n';
    }
    text += verifySummary(tracks) + u'\n';
    writeData(json ? QJsonDocument(array).toJson() : text.toUtf8());
    return std::ranges::all_of(tracks, &VerifiedTrack::isSame) ? ExitStatus::success : ExitStatus::failure;
}

Error invalid(const QString &message)
{
    return {ErrorKind::InvalidOption, message, {}};
}

} // namespace

int runVerify(const Arguments &arguments)
{
    const Result<std::vector<Path>> paths = readPathList(arguments);
    if (!paths)
        return wrongUsage(arguments.command, paths.error());
    const LookupSettings settings = lookupSettings();
    if (arguments.has("--accuraterip") && settings.accurateRip.isEmpty())
        return wrongUsage(arguments.command,
                          invalid(Text::tr("--accuraterip: no database is configured (CONVOY_ACCURATERIP_URL).")));
    const int jobs = arguments.has("--jobs") ? arguments.text("--jobs").toInt() : availableCores();
    if (jobs < 1 || jobs > mostJobs)
        return wrongUsage(arguments.command, invalid(Text::tr("--jobs: a number from 1 to %1 is needed.").arg(mostJobs)));
    const Path against = arguments.has("--against") ? absolutePath(toPath(arguments.value("--against"))) : Path();
    Verification verification(findVerifyFiles(*paths, arguments.has("--recursive"), against), jobs);
    if (const Result<void> ok = verification.check(); !ok)
        return unfitEnvironment(ok.error());
    if (verification.tracks().empty())
        return wrongUsage(arguments.command, invalid(Text::tr("There is no FLAC file to compare.")));
    verification.run();
    if (arguments.has("--accuraterip")) {
        ChecksumStep step(verification, settings);
        step.next();
        QCoreApplication::exec();
    }
    return tell(verification.tracks(), arguments.has("--json"));
}

} // namespace convoy
