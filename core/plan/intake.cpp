// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/intake.h"

#include "core/converters/converterinfo.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>

#include <QElapsedTimer>

#include <fcntl.h>
#include <iterator>

namespace convoy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Intake)
};

// So many lots are reported before the event loop gets its turn.
constexpr size_t notesPerRound = 2;

Error unknownFormat()
{
    return {ErrorKind::UnsupportedFormat, Text::tr("This kind of file is not known."), {}};
}

/// Looks at the first bytes; parses nothing.
Result<const Format *> sniffFile(const Path &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    QByteArray head(sniffLength, Qt::Uninitialized);
    const ssize_t count = fd.isValid() ? ::pread(fd.fd(), head.data(), size_t(head.size()), 0) : -1;
    if (count < 0)
        return systemError(errno, ErrorKind::UnreadableInput, Text::tr("This file cannot be read."));
    if (count == 0)
        return Error{ErrorKind::DamagedInput, Text::tr("This file is empty."), {}};
    return &sniffFormat(head.first(count), toBytes(path.filename()));
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
    // In lots: a signal a file would drown the receiver's event loop.
    constexpr size_t lot = 256;
    Note note;
    const auto handOver = [&] {
        std::vector<Wanted> wanted;
        for (const FoundFile &file : note.found) {
            if (!file.scanned.refusal)
                wanted.push_back({file.id, file.scanned.file, file.kind, file.formatId});
        }
        // Announced first: nobody hears of a probe before the file.
        m_mailbox.post(std::exchange(note, {}));
        const std::lock_guard lock(m_mutex);
        m_queue.insert(m_queue.end(), std::move_iterator(wanted.begin()), std::move_iterator(wanted.end()));
    };
    scanPaths(paths, recursive, stop, [&](ScannedFile scanned) {
        FoundFile found{++m_lastId, std::move(scanned), MediaKind::Unknown, {}};
        if (!found.scanned.refusal) {
            const Result<const Format *> format = sniffFile(found.scanned.file.path);
            if (format) {
                found.kind = (*format)->kind;
                found.formatId = QString((*format)->id);
            } else if (m_converter != QLatin1StringView("tool")) {
                found.scanned.refusal = format.error();
            }
        }
        note.found.push_back(std::move(found));
        if (note.found.size() >= lot)
            handOver();
    });
    handOver();
    Note end; // after the last file is queued: an intake that has nothing left to probe is finished
    end.scanEnded = true;
    m_mailbox.post(std::move(end));
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
    constexpr qint64 lotMs = 50; // a slow file does not hold back those before it for longer
    QElapsedTimer sinceLot;
    sinceLot.start();
    Note note;
    while (true) {
        Wanted wanted;
        {
            const std::lock_guard lock(m_mutex);
            if (m_queue.empty())
                break;
            wanted = std::move(m_queue.front());
            m_queue.pop_front();
        }
        note.probed.push_back(probe(wanted));
        if (note.probed.size() >= lot || sinceLot.elapsed() > lotMs) {
            m_mailbox.post(std::exchange(note, {}));
            sinceLot.start();
        }
    }
    note.proberEnded = true;
    m_mailbox.post(std::move(note));
}

ProbedFile Intake::probe(const Wanted &wanted)
{
    ProbedFile probed{wanted.id, std::nullopt, {}};
    probed.info.kind = wanted.kind;
    probed.info.formatId = wanted.formatId;
    if (m_converter == QLatin1StringView("tool"))
        return probed;
    const QLatin1StringView converter = probingConverter(wanted.kind);
    if (converter.isEmpty()) {
        probed.refusal = unknownFormat();
        return probed;
    }
    const FileDescriptor fd(::open(wanted.file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isValid()) {
        probed.refusal = systemError(errno, ErrorKind::UnreadableInput, Text::tr("This file cannot be read."));
        return probed;
    }
    JobControl control;
    const ConvertInput input{fd.fd(), toBytes(wanted.file.path), wanted.file.identity.size};
    Result<MediaInfo> info = m_workers.probe(QString(converter), input, control);
    if (info)
        probed.info = std::move(*info);
    else
        probed.refusal = info.error();
    return probed;
}

void Intake::receive(std::vector<Note> notes)
{
    for (const Note &note : notes) {
        if (!note.found.empty())
            Q_EMIT found(note.found);
        if (!note.probed.empty())
            Q_EMIT probed(note.probed);
        m_count += note.found.size();
        m_pending -= note.scanEnded + note.proberEnded;
        m_probers -= note.proberEnded;
    }
    startProbers();
    if (m_pending == 0) {
        m_scans.clear(); // they have ended
        Q_EMIT finished(std::exchange(m_count, 0));
    }
}

} // namespace convoy
