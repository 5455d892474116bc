// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/intake.h"

#include "core/base/readahead.h"
#include "core/converters/converterinfo.h"
#include "core/plan/cuekeys.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>

#include <QElapsedTimer>

#include <algorithm>
#include <iterator>
#include <map>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct IntakeText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Intake)
};

// So many lots are reported before the event loop gets its turn.
constexpr size_t notesPerRound = 2;
// A slow file does not hold back those before it for longer.
constexpr qint64 lotMs = 50;
// What is sniffed and probed is read by the system some files ahead: a disk that is asked for many at once is faster.
constexpr size_t filesAhead = 16;
constexpr off_t bytesAhead = 128 * 1024;

Error unknownFormat()
{
    return {ErrorKind::UnsupportedFormat, IntakeText::tr("This kind of file is not known.")};
}

QString belongsToIndex(const Path &file)
{
    return IntakeText::tr("“%1” is converted as the index file (cue sheet, DICOMDIR) that was added with it says.")
        .arg(displayName(file.filename()));
}

/// A sound file with a cue sheet in it that is not to be cut.
bool isKeptWhole(const MediaInfo &info, CueRule rule)
{
    return rule == CueRule::Image && info.sampleRate > 0;
}

} // namespace

Intake::Intake(WorkerPool &workers, Executor executor, int parallel, QObject *parent)
    : QObject(parent),
      m_workers(workers),
      m_executor(std::move(executor)),
      m_parallel(parallel),
      m_mailbox(
          this, [this](std::vector<Note> notes) { receive(std::move(notes)); }, notesPerRound)
{
}

Intake::~Intake()
{
    stop();
    m_scans.clear(); // joins
    m_tasks.waitForNone();
}

void Intake::add(std::vector<Path> paths, bool recursive)
{
    ++m_pending;
    m_scans.emplace_back(
        [this, paths = std::move(paths), recursive, stop = m_stop.get_token()] { scan(paths, recursive, stop); });
}

void Intake::stop()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const std::lock_guard lock(m_mutex);
    m_queue.clear();
}

void Intake::scan(const std::vector<Path> &paths, bool recursive, const std::stop_token &stop)
{
    // In lots: a signal a file would drown the receiver's event loop. The first are small, as nobody probes before.
    constexpr size_t largestLot = 256;
    size_t lot = 8;
    QElapsedTimer sinceLot;
    sinceLot.start();
    Note note;
    std::deque<ScannedFile> ahead;
    const auto takeNext = [&] {
        takeIn(std::move(ahead.front()), note);
        ahead.pop_front();
        if (note.found.size() >= lot || sinceLot.elapsed() > lotMs) {
            announce(std::exchange(note, {}));
            sinceLot.start();
            lot = std::min(lot * 2, largestLot);
        }
    };
    scanPaths(paths, recursive, stop, [&](ScannedFile scanned) {
        if (!scanned.refusal)
            readBeginning(scanned.file.path, bytesAhead);
        ahead.push_back(std::move(scanned));
        if (ahead.size() > filesAhead)
            takeNext();
    });
    while (!ahead.empty())
        takeNext();
    announce(std::move(note));
    Note end; // after the last file is queued: an intake that has nothing left to probe is finished
    end.scanEnded = true;
    m_mailbox.post(std::move(end));
}

void Intake::takeIn(ScannedFile scanned, Note &note)
{
    FoundFile found{++m_lastId, std::move(scanned), MediaKind::Unknown, {}, std::nullopt};
    if (!found.scanned.refusal)
        sniff(found, m_converter != QLatin1StringView("tool"));
    if (std::optional<WithdrawnFile> withdrawn = enter(found))
        note.withdrawn.push_back(std::move(*withdrawn));
    else
        note.found.push_back(std::move(found));
}

std::optional<WithdrawnFile> Intake::enter(FoundFile &file)
{
    if (file.scanned.refusal || m_ledger.enter(file.scanned.file.identity, file.id))
        return std::nullopt;
    return WithdrawnFile{0, belongsToIndex(file.scanned.file.path)};
}

void Intake::announce(Note note)
{
    std::vector<FoundFile> wanted;
    std::ranges::copy_if(note.found, std::back_inserter(wanted),
                         [](const FoundFile &file) { return !file.scanned.refusal; });
    // Announced first: nobody hears of a probe before the file.
    m_mailbox.post(std::move(note));
    const std::lock_guard lock(m_mutex);
    m_queue.insert(m_queue.end(), std::move_iterator(wanted.begin()), std::move_iterator(wanted.end()));
}

/// An index file was probed: what it names is found instead of it, or the error is its own.
std::optional<Error> Intake::replaceByPieces(const FoundFile &index, const MediaInfo &info)
{
    const bool isEmbedded = info.formatId == index.formatId && index.kind == MediaKind::Audio && info.sampleRate > 0;
    const std::vector<ContainedFile> contents = chosenContents(info.contents, m_cueRule);
    const bool isOnly = std::ranges::all_of(contents,
                                            [&](const ContainedFile &c) { return c.path == contents.front().path; });
    const Path indexPath = index.scanned.file.path;
    std::map<QByteArray, std::optional<Path>> known;
    Note note;
    int refused = 0;
    for (const ContainedFile &contained : contents) {
        auto [place, isNew] = known.try_emplace(contained.path);
        if (isNew)
            place->second = isEmbedded ? indexPath : findContained(indexPath, contained.path, isOnly);
        else if (!place->second)
            continue; // said already
        FoundFile found = pieceOf(index.scanned.file, contained, place->second);
        refused += found.scanned.refusal.has_value();
        if (!found.scanned.refusal) {
            const SourceIdentity &identity = found.scanned.file.identity;
            const quint64 own = isEmbedded ? 0 : m_ledger.claim(identity);
            if (own != 0)
                note.withdrawn.push_back({own, belongsToIndex(found.scanned.file.path)});
            if (!m_ledger.addPiece(identity, contained.options.value(CueKey::start).toLongLong()))
                continue;
            sniff(found, true);
            // The samples of a disc without a header are told by the cue sheet only.
            if (found.kind == MediaKind::Unknown && index.formatId == "cue"_L1) {
                found.kind = MediaKind::Audio;
                found.formatId = u"cdda"_s;
            }
        }
        found.id = ++m_lastId;
        note.found.push_back(std::move(found));
    }
    if (refused > 0 && size_t(refused) == note.found.size())
        return note.found.front().scanned.refusal; // there is nothing of it: one failure, not many
    const QString name = displayName(indexPath.filename());
    QString reason = info.warnings.isEmpty() ? QString() : name + u": "_s + info.warnings.join(u' ');
    if (note.found.empty())
        reason = IntakeText::tr("“%1” names what another index file has named already.").arg(name);
    note.withdrawn.push_back({index.id, reason});
    announce(std::move(note));
    return std::nullopt;
}

void Intake::startProbers()
{
    size_t waiting = 0;
    {
        const std::lock_guard lock(m_mutex);
        waiting = m_queue.size();
    }
    for (; m_probers < m_parallel && size_t(m_probers) < waiting; ++m_probers) {
        ++m_pending;
        m_tasks.begin();
        m_executor([this] {
            probeQueued();
            m_tasks.end();
        });
    }
}

void Intake::probeQueued()
{
    constexpr size_t lot = 32;
    QElapsedTimer sinceLot;
    sinceLot.start();
    Note note;
    while (true) {
        FoundFile wanted;
        {
            const std::lock_guard lock(m_mutex);
            if (m_queue.empty())
                break;
            wanted = std::move(m_queue.front());
            m_queue.pop_front();
        }
        ProbedFile probed = probe(wanted);
        const bool isIndex = m_followsIndexes && !wanted.piece && !probed.info.contents.empty()
            && !isKeptWhole(probed.info, m_cueRule);
        if (isIndex && !probed.refusal)
            probed.refusal = replaceByPieces(wanted, probed.info);
        if (!isIndex || probed.refusal)
            note.probed.push_back(std::move(probed));
        if (note.probed.size() >= lot || sinceLot.elapsed() > lotMs) {
            m_mailbox.post(std::exchange(note, {}));
            sinceLot.start();
        }
    }
    note.proberEnded = true;
    m_mailbox.post(std::move(note));
}

ProbedFile Intake::probe(const FoundFile &wanted)
{
    ProbedFile probed{wanted.id, std::nullopt, {}, wanted.piece};
    probed.info.kind = wanted.kind;
    probed.info.formatId = wanted.formatId;
    if (m_converter == QLatin1StringView("tool"))
        return probed;
    const QLatin1StringView converter = probingConverter(wanted.kind);
    if (converter.isEmpty()) {
        probed.refusal = unknownFormat();
        return probed;
    }
    const InputFile &file = wanted.scanned.file;
    const Result<FileDescriptor> fd = openSource(file);
    if (!fd) {
        probed.refusal = fd.error();
        return probed;
    }
    JobControl control;
    const ConvertInput input{fd->fd(), toBytes(file.path), file.identity.size};
    Result<MediaInfo> info = m_workers.probe(QString(converter), input, control);
    if (!info) {
        probed.refusal = info.error();
        return probed;
    }
    probed.info = std::move(*info);
    if (probed.piece) {
        probed.info.contents.clear();
        if (const Result<void> settled = settlePiece(*probed.piece, probed.info); !settled)
            probed.refusal = settled.error();
    }
    return probed;
}

void Intake::receive(std::vector<Note> notes)
{
    for (Note &note : notes) {
        for (const WithdrawnFile &file : note.withdrawn)
            m_gone.insert(file.id);
        // When an index claimed it, it may have been on its way to be announced, or with a worker.
        const auto isGone = [this](const auto &file) { return m_gone.contains(file.id); };
        std::erase_if(note.found, isGone);
        std::erase_if(note.probed, isGone);
        if (!note.found.empty())
            Q_EMIT found(note.found);
        if (!note.withdrawn.empty())
            Q_EMIT withdrawn(note.withdrawn);
        if (!note.probed.empty())
            Q_EMIT probed(note.probed);
        m_count += note.found.size();
        m_pending -= note.scanEnded + note.proberEnded;
        m_probers -= note.proberEnded;
    }
    startProbers();
    if (m_pending == 0) {
        m_scans.clear(); // they have ended
        m_ledger.clear();
        m_gone.clear();
        Q_EMIT finished(std::exchange(m_count, 0));
    }
}

} // namespace convoy
