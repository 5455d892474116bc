// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/albumstep.h"

#include "app/cli/console.h"
#include "core/album/albumoptions.h"
#include "core/album/pathpattern.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>

#include <algorithm>
#include <iostream>
#include <string>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AlbumStepText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AlbumStep)
};

bool hasOption(const ConverterInfo &converter, QStringView key)
{
    return std::ranges::find(converter.schema, key, &OptionSpec::key) != converter.schema.end();
}

AlbumFile albumFile(const PlanItem &item)
{
    return {.path = item.input.path,
            .index = item.index,
            .durationMs = item.info.durationMs,
            .sampleRate = item.info.sampleRate,
            .cutStart = item.settings->options.integer(u"cut_start"),
            .tags = item.info.tags};
}

/// The release with that id or that place in the list.
std::optional<size_t> named(const std::vector<Release> &releases, const QString &wanted)
{
    const auto it = std::ranges::find(releases, wanted.toLower(), &Release::id);
    if (it != releases.end())
        return size_t(it - releases.begin());
    bool isNumber = false;
    const int place = wanted.toInt(&isNumber);
    return isNumber && place >= 1 && size_t(place) <= releases.size() ? std::optional(size_t(place - 1)) : std::nullopt;
}

/// Whether somebody is there to answer.
bool canAsk()
{
    return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
}

std::optional<size_t> askWhich(const std::vector<Release> &releases)
{
    writeMessage(AlbumStepText::tr("Which one? (a number; nothing: none)"));
    std::string line;
    std::getline(std::cin, line);
    return named(releases, QString::fromStdString(line).trimmed());
}

} // namespace

Result<AlbumWishes> readAlbumWishes(const Arguments &arguments, const QString &converter)
{
    AlbumWishes wishes;
    wishes.pattern = arguments.text("--tags-from");
    if (arguments.has("--album"))
        wishes.file = absolutePath(toPath(arguments.value("--album")));
    wishes.lookup = arguments.has("--lookup");
    wishes.release = arguments.text("--release");
    if (wishes.isAny() && !hasOption(*findConverter(converter), u"title"))
        return invalidOption(
            AlbumStepText::tr("--album, --tags-from and --lookup: the converter “%1” writes no tags.").arg(converter));
    if (!wishes.release.isEmpty() && !wishes.lookup)
        return invalidOption(AlbumStepText::tr("--release goes with --lookup."));
    if (!wishes.pattern.isEmpty()) {
        if (const Result<TagMap> ok = tagsFromPath(wishes.pattern, {}); !ok)
            return invalidOption(u"--tags-from: "_s + ok.error().message);
    }
    return wishes;
}

AlbumStep::AlbumStep(const AlbumWishes &wishes, WorkerPool &workers, std::vector<PlanItem> &items)
    : m_wishes(wishes),
      m_workers(workers),
      m_items(items),
      m_lookup(lookupSettings())
{
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].refusal || m_items[i].info.kind != MediaKind::Audio)
            continue;
        m_tracks.push_back(i);
        m_files.push_back(albumFile(m_items[i]));
    }
    connect(&m_lookup, &AlbumLookup::found, this, &AlbumStep::found);
    connect(&m_lookup, &AlbumLookup::coverFound, this, &AlbumStep::applyCover);
    connect(&m_lookup, &AlbumLookup::failed, this, [this](const Error &error) {
        writeError(error);
        endDisc();
    });
}

void AlbumStep::start()
{
    std::optional<Error> error = takePattern();
    if (!error)
        error = takeFile();
    if (error) {
        Q_EMIT finished(error);
        return;
    }
    if (m_wishes.lookup) {
        m_discs = groupDiscs(m_files);
        std::ranges::reverse(m_discs);
    }
    nextDisc();
}

std::optional<Error> AlbumStep::takePattern()
{
    for (size_t i = 0; !m_wishes.pattern.isEmpty() && i < m_tracks.size(); ++i) {
        const Result<TagMap> tags = tagsFromPath(m_wishes.pattern, m_files[i].path);
        if (!tags)
            return tags.error();
        if (tags->isEmpty())
            writeMessage(AlbumStepText::tr("%1: the pattern does not fit.").arg(shownPath(m_files[i].path)));
        apply(i, *tags);
    }
    return std::nullopt;
}

std::optional<Error> AlbumStep::takeFile()
{
    if (m_wishes.file.empty())
        return std::nullopt;
    const Result<AlbumData> album = readAlbum(m_wishes.file, m_workers);
    if (!album)
        return Error{ErrorKind::InvalidOption, u"--album: "_s + album.error().message, album.error().detail};
    std::vector<size_t> all(m_tracks.size());
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    apply(*album, all);
    return std::nullopt;
}

void AlbumStep::nextDisc()
{
    if (m_discs.empty()) {
        Q_EMIT finished(std::nullopt);
        return;
    }
    std::vector<AlbumFile> disc;
    for (const size_t place : m_discs.back())
        disc.push_back(m_files[place]);
    const DiscToc toc = tocOfDisc(disc, m_workers);
    if (!toc.isEmpty())
        return m_lookup.find(toc);
    writeMessage(AlbumStepText::tr("%1: no CD has tracks like these; nothing was looked up.")
                     .arg(shownPath(disc.front().path.parent_path())));
    endDisc();
}

void AlbumStep::endDisc()
{
    m_discs.pop_back();
    QMetaObject::invokeMethod(this, &AlbumStep::nextDisc, Qt::QueuedConnection);
}

void AlbumStep::found(const std::vector<Release> &releases)
{
    const QString folder = shownPath(m_files[m_discs.back().front()].path.parent_path());
    if (releases.empty()) {
        writeMessage(AlbumStepText::tr("%1: MusicBrainz knows no disc like this.").arg(folder));
        return endDisc();
    }
    std::optional<size_t> chosen = 0;
    if (!m_wishes.release.isEmpty())
        chosen = named(releases, m_wishes.release);
    else if (releases.size() > 1)
        chosen = std::nullopt;
    if (!chosen) {
        for (size_t i = 0; i < releases.size(); ++i)
            writeMessage(u"%1  %2  %3"_s.arg(i + 1, 3).arg(releases[i].id, releases[i].summary));
        if (canAsk() && !(chosen = askWhich(releases)))
            return endDisc();
    }
    if (!chosen) {
        Q_EMIT finished(invalidOption(
            AlbumStepText::tr("%1: %n release(s) fit; “--release ID” says which one it is.", nullptr, int(releases.size()))
                .arg(folder)));
        return;
    }
    const Release &release = releases[*chosen];
    writeMessage(u"%1: %2"_s.arg(folder, release.summary));
    apply(release.album, m_discs.back());
    if (release.hasCover && !m_wishes.given.contains("picture"_L1))
        return m_lookup.fetchCover(release.id);
    endDisc();
}

void AlbumStep::apply(const AlbumData &album, const std::vector<size_t> &places)
{
    std::vector<TagMap> known;
    known.reserve(places.size());
    for (const size_t place : places)
        known.push_back(m_files[place].tags);
    const MatchedTracks matched = matchTracks(album, known);
    for (size_t i = 0; i < places.size(); ++i)
        apply(places[i], matched.tags[i]);
    if (matched.unmatched > 0 && !album.tracks.empty())
        writeMessage(AlbumStepText::tr("%n file(s) fit no track of the album; they get only what holds for all of it.",
                                       nullptr, matched.unmatched));
}

void AlbumStep::apply(size_t place, const TagMap &tags)
{
    PlanItem &item = m_items[m_tracks[place]];
    m_files[place].tags.insert(tags);
    QVariantMap values = item.settings->options.map();
    const QJsonObject said = albumOptions(*findConverter(item.settings->converter), tags,
                                          values.value(u"tags"_s).toStringList());
    for (auto it = said.begin(); it != said.end(); ++it) {
        if (!m_wishes.given.contains(it.key()))
            values.insert(it.key(), it.value().toVariant());
    }
    item.settings = withOptions(*item.settings, values);
}

void AlbumStep::applyCover(const Path &picture)
{
    for (const size_t place : m_discs.back()) {
        PlanItem &item = m_items[m_tracks[place]];
        QVariantMap values = item.settings->options.map();
        values.insert(u"picture"_s, QStringList{QString::fromUtf8(toBytes(picture))});
        item.settings = withOptions(*item.settings, values);
    }
    endDisc();
}

} // namespace convoy
