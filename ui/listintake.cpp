// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listintake.h"

namespace convoy {

namespace {

constexpr size_t portion = 1000; // files that go into the list at once
constexpr int portionMs = 15;    // and the time between two portions

/// Takes at most `count` from the front. Not erase() of a vector's front: that moves all the others, every time.
template <typename T>
std::vector<T> takeFront(std::deque<T> &queue, size_t count)
{
    std::vector<T> taken;
    taken.reserve(std::min(count, queue.size()));
    while (taken.size() < count && !queue.empty()) {
        taken.push_back(std::move(queue.front()));
        queue.pop_front();
    }
    return taken;
}

} // namespace

ListIntake::ListIntake(QueueModel &model, QueueEditor &editor, Settings &settings, QObject *parent)
    : QObject(parent),
      m_model(model),
      m_editor(editor),
      m_settings(settings)
{
    m_takeIn.setSingleShot(true);
    m_takeIn.setInterval(portionMs);
    connect(&m_takeIn, &QTimer::timeout, this, &ListIntake::takeIn);
    m_listThread.setMaxThreadCount(1);
}

ListIntake::~ListIntake()
{
    m_listThread.waitForDone();
}

void ListIntake::open(EngineHost &host)
{
    m_intake = host.makeIntake();
    connect(m_intake.get(), &Intake::found, this, &ListIntake::found);
    connect(m_intake.get(), &Intake::probed, this, &ListIntake::probed);
    connect(m_intake.get(), &Intake::withdrawn, this, &ListIntake::withdrawn);
    connect(m_intake.get(), &Intake::finished, this, [this](quint64 files) {
        m_ended = m_ended.value_or(0) + files;
        if (!m_takeIn.isActive())
            takeIn();
    });
    if (!m_early.empty())
        add(std::exchange(m_early, {}));
}

void ListIntake::close()
{
    m_intake.reset();
}

void ListIntake::add(std::vector<Path> paths)
{
    if (paths.empty()) {
        Q_EMIT said(tr("Nothing was dropped that Convoy could open: files and folders of this computer only."));
        return;
    }
    if (!m_intake) {
        m_early.insert(m_early.end(), paths.begin(), paths.end());
        return;
    }
    noteFolders(paths);
    if (!isBusy()) {
        ++m_drop;
        m_added = 0;
        m_known = 0;
    }
    m_intake->setCueRule(cueRuleFromName(m_settings.cueSheets()));
    m_intake->add(std::move(paths), true);
    Q_EMIT said(tr("Looking at the files …"));
    Q_EMIT stateChanged();
}

/// Not in the window's thread: a share that is away would hold it up.
void ListIntake::noteFolders(const std::vector<Path> &paths)
{
    m_listThread.start([this, paths] {
        for (const Path &path : paths) {
            std::error_code ignored;
            if (isText(path) && std::filesystem::is_directory(path, ignored))
                QMetaObject::invokeMethod(this, [this, path] { m_settings.addRecentFolder(displayName(path)); });
        }
    });
}

void ListIntake::addList(ListWish wish)
{
    if (!isBusy()) {
        ++m_drop;
        m_added = 0;
        m_known = 0;
    }
    ++m_lists;
    const RowId first = m_lastListed + 1;
    m_lastListed += wish.list.rows.size();
    m_listThread.start([this, wish = std::move(wish), first] {
        auto rows = std::make_shared<std::vector<QueueRow>>(rowsOfList(wish, first));
        QMetaObject::invokeMethod(
            this, [this, rows] { takeInList(std::move(*rows)); }, Qt::QueuedConnection);
    });
    Q_EMIT stateChanged();
}

void ListIntake::takeInList(std::vector<QueueRow> rows)
{
    --m_lists;
    m_added += rows.size();
    for (QueueRow &row : rows) {
        if (!row.probed) {
            const QByteArray path = toBytes(row.input.path);
            if (!m_again.contains(path))
                m_listFiles.push_back(row.input.path);
            m_again.insert(path, row.id);
        }
        m_rows.push_back(std::move(row));
    }
    m_ended = m_ended.value_or(0) + rows.size();
    if (!m_takeIn.isActive())
        takeIn();
}

/// Only rows that are in the list can be told what they are.
void ListIntake::probeLists()
{
    if (m_intake && m_rows.empty() && !m_listFiles.empty())
        m_intake->add(std::exchange(m_listFiles, {}), false);
}

void ListIntake::found(const std::vector<FoundFile> &files)
{
    for (const FoundFile &file : files) {
        const QByteArray path = m_again.isEmpty() || file.piece ? QByteArray() : toBytes(file.scanned.file.path);
        if (const QList<RowId> waiting = m_again.values(path); !waiting.isEmpty()) {
            m_again.remove(path);
            for (const RowId id : waiting) {
                m_againIds.insert(file.id, id);
                m_model.setFound(id, file);
            }
            continue;
        }
        // Tracks of one image share its path.
        if (!file.piece && m_model.contains(file.scanned.file.path)) {
            ++m_known;
            continue;
        }
        QueueRow &row = m_rows.emplace_back();
        row.id = file.id;
        row.input = file.scanned.file;
        row.kind = file.kind;
        row.formatId = file.formatId;
        row.piece = file.piece;
        row.refusal = file.scanned.refusal;
        row.probed = row.refusal.has_value();
        row.profileId = m_settings.defaultProfile(file.kind);
        ++m_added;
    }
    if (!m_takeIn.isActive())
        takeIn();
}

void ListIntake::takeIn()
{
    std::vector<QueueRow> rows = takeFront(m_rows, portion);
    const bool full = rows.size() == portion;
    const std::vector<ProbedFile> probes = takeFront(m_probes, full ? 0 : portion);
    const bool any = !rows.empty() || !probes.empty();
    m_editor.add(std::move(rows), m_drop);
    m_model.setProbed(probes);
    probeLists();
    if (any)
        return m_takeIn.start();
    m_takeIn.stop();
    if (m_ended && !(m_intake && m_intake->isBusy()))
        conclude(*std::exchange(m_ended, std::nullopt));
}

void ListIntake::probed(const std::vector<ProbedFile> &files)
{
    for (const ProbedFile &file : files) {
        const QList<RowId> listed = m_againIds.values(file.id);
        if (listed.isEmpty())
            m_probes.push_back(file);
        for (const RowId id : listed)
            m_probes.emplace_back(file).id = id;
    }
    if (!m_takeIn.isActive())
        takeIn();
}

/// An index file was replaced by what it names, or a file belongs to one. What is being converted already goes on.
void ListIntake::withdrawn(const std::vector<WithdrawnFile> &files)
{
    QList<RowId> gone;
    for (const WithdrawnFile &file : files) {
        const RowId id = m_againIds.value(file.id, file.id);
        const QueueRow *listed = m_model.find(id);
        if (listed && listed->job == 0 && !listed->planning)
            gone.append(id);
        m_added -= std::erase_if(m_rows, [id](const QueueRow &row) { return row.id == id; });
        if (!file.reason.isEmpty())
            Q_EMIT said(file.reason);
    }
    m_added -= std::min<quint64>(m_added, m_model.take(gone).size());
}

void ListIntake::conclude(quint64 files)
{
    m_again.clear();
    m_againIds.clear();
    const QString added = tr("%n file(s) added", nullptr, int(m_added));
    if (files == 0)
        Q_EMIT said(tr("There is no file in what was dropped."));
    else if (m_added == 0 && m_known > 0)
        Q_EMIT said(tr("%n file(s) were in the list already.", nullptr, int(m_known)));
    else if (m_known > 0)
        Q_EMIT said(tr("%1; %2", "two sentences").arg(added, tr("%n in the list already", nullptr, int(m_known))));
    else if (m_added > 0)
        Q_EMIT said(tr("%n file(s) added.", nullptr, int(m_added)));
    Q_EMIT stateChanged();
    Q_EMIT finished();
}

void ListIntake::lookAgain(const QList<RowId> &rows)
{
    std::vector<Path> paths;
    for (const RowId id : rows) {
        const Path path = m_model.find(id)->input.path;
        m_again.insert(toBytes(path), id);
        m_model.restart(id);
        paths.push_back(path);
    }
    m_added = 0;
    m_known = 0;
    m_intake->add(std::move(paths), false);
}

} // namespace convoy
