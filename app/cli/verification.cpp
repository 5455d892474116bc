// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verification.h"

#include "app/cli/console.h"
#include "core/converters/audio/comparison.h"
#include "core/plan/scan.h"

#include <QCoreApplication>

#include <algorithm>
#include <fcntl.h>
#include <iterator>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VerificationText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VerifyCommand)
};

/// A file that is open to be given to a worker.
struct OpenFile {
    FileDescriptor fd;
    ConvertInput input;
};

Result<OpenFile> openFile(const Path &path)
{
    FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isValid())
        return systemError(errno, ErrorKind::UnreadableInput,
                           VerificationText::tr("“%1” cannot be read.").arg(shownPath(path)));
    const Result<SourceIdentity> identity = sourceIdentity(fd.fd());
    if (!identity)
        return identity.error();
    const ConvertInput input{fd.fd(), toBytes(path), identity->size};
    return OpenFile{std::move(fd), input};
}

/// What tells one sound from all others.
QStringList sound(const VerifiedTrack &track)
{
    QStringList facts;
    for (const QString &key : {u"md5"_s, u"samples"_s, u"rate"_s, u"bits"_s, u"channels"_s})
        facts.append(track.facts.value(key).toString());
    return facts;
}

} // namespace

Verification::Verification(VerifyFiles files, int jobs) : m_files(std::move(files)), m_workers({})
{
    m_threads.setMaxThreadCount(jobs);
}

void Verification::run()
{
    forAll(m_files.tracks, [this](VerifiedTrack &track) { probe(track); });
    for (const std::vector<size_t> &disc : discs())
        setPlaces(disc);
    forAll(m_files.tracks, [this](VerifiedTrack &track) { compare(track); });
    matchBySound();
}

std::vector<Path> Verification::missing() const
{
    std::vector<Path> missing;
    std::ranges::copy_if(m_files.sources, std::back_inserter(missing), [this](const Path &source) {
        return std::ranges::find(m_files.tracks, source, &VerifiedTrack::source) == m_files.tracks.end();
    });
    return missing;
}

std::vector<std::vector<size_t>> Verification::wholeDiscs()
{
    std::vector<std::vector<size_t>> whole = discs();
    std::erase_if(whole, [this](const std::vector<size_t> &disc) { return m_files.tracks[disc.back()].total == 0; });
    return whole;
}

DiscToc Verification::toc(const std::vector<size_t> &disc)
{
    std::vector<AlbumFile> files;
    files.reserve(disc.size());
    for (const size_t place : disc)
        files.push_back(m_files.tracks[place].file);
    return tocOfDisc(files, m_workers);
}

void Verification::probe(VerifiedTrack &track)
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

/// Tracks 1 to N, each once, and no more than N: then it is known which are the first and the last. Track 0 is hidden in
/// front of them.
void Verification::setPlaces(const std::vector<size_t> &files)
{
    const auto numberOf = [this](size_t place) {
        return trackNumber(m_files.tracks[place].file.tags.value(u"track"_s, u"-1"_s));
    };
    std::vector<size_t> disc;
    std::vector<int> numbers;
    for (const size_t place : files) {
        if (numberOf(place) == 0)
            continue;
        disc.push_back(place);
        numbers.push_back(numberOf(place));
    }
    for (size_t i = 0; i < disc.size(); ++i) {
        const int total = trackNumber(m_files.tracks[disc[i]].file.tags.value(u"tracktotal"_s));
        if (numbers[i] != int(i) + 1 || (total > 0 && total != int(disc.size())))
            return;
    }
    for (size_t i = 0; i < disc.size(); ++i) {
        m_files.tracks[disc[i]].number = int(i) + 1;
        m_files.tracks[disc[i]].total = int(disc.size());
    }
}

/// In the order of their numbers.
std::vector<std::vector<size_t>> Verification::discs()
{
    std::vector<AlbumFile> files;
    for (const VerifiedTrack &track : m_files.tracks)
        files.push_back(track.file);
    std::vector<std::vector<size_t>> groups = groupDiscs(files);
    for (std::vector<size_t> &disc : groups)
        std::ranges::sort(disc, {}, [&](size_t place) { return trackNumber(files[place].tags.value(u"track"_s)); });
    return groups;
}

void Verification::compare(VerifiedTrack &track)
{
    if (track.error)
        return;
    Result<QVariantMap> facts = measure(track, track.source);
    if (facts)
        track.facts = std::move(*facts);
    else
        track.error = facts.error();
}

Result<QVariantMap> Verification::measure(const VerifiedTrack &track, const Path &source)
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
    const Result<ConvertReport> report = m_workers.convert(u"music"_s, request, control, {.stallSeconds = stallSeconds});
    return report ? Result<QVariantMap>(report->columns) : report.error();
}

/// Names may have changed on the way: the rest is matched by the MD5 of the samples, which no other sound has.
void Verification::matchBySound()
{
    const auto isUnmatched = [](const VerifiedTrack &track) { return !track.error && !track.isSame(); };
    std::vector<VerifiedTrack> sources;
    for (const Path &source : m_files.sources)
        sources.push_back({.path = source});
    for (const VerifiedTrack &track : m_files.tracks) {
        if (isUnmatched(track) && !track.source.empty())
            sources.push_back({.path = track.source});
    }
    if (std::ranges::any_of(m_files.tracks, isUnmatched))
        forAll(sources, [this](VerifiedTrack &source) { compare(source); });
    for (VerifiedTrack &track : m_files.tracks) {
        const auto same = std::ranges::find_if(sources, [&track](const VerifiedTrack &source) {
            return sound(source) == sound(track) && !source.facts.isEmpty();
        });
        if (!isUnmatched(track) || same == sources.end())
            continue;
        if (track.source.empty()) {
            track.source = same->path;
            track.facts.insert(u"same"_s, true);
        } else {
            track.facts.insert(u"difference"_s,
                               VerificationText::tr("It is the sound of “%1”.").arg(displayName(same->path.filename())));
        }
    }
}

} // namespace convoy
