// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/enginehost.h"
#include "core/settings/settings.h"
#include "ui/models/listrows.h"
#include "ui/models/queueeditor.h"

#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <memory>

namespace convoy {

/// Brings what was dropped into the list: the intake finds and probes on its own threads, and what it reports goes in a
/// portion at a time, so that the window answers in between however many files there are.
class ListIntake : public QObject
{
    Q_OBJECT

public:
    ListIntake(QueueModel &model, QueueEditor &editor, Settings &settings, QObject *parent = nullptr);
    ~ListIntake() override;

    /// Before, what is added waits. `host` must outlive close().
    void open(EngineHost &host);
    void close();

    void add(std::vector<Path> paths);
    /// Jobs of a table, in its order.
    void addList(ListWish wish);
    /// Rows that could not be read, or not understood: the reason may be gone.
    void lookAgain(const QList<RowId> &rows);
    bool isBusy() const { return m_lists > 0 || (m_intake && (m_intake->isBusy() || m_takeIn.isActive())); }

Q_SIGNALS:
    void said(const QString &sentence);
    void stateChanged();
    /// Everything that was added is in the list and probed.
    void finished();

private:
    void found(const std::vector<FoundFile> &files);
    void probed(const std::vector<ProbedFile> &files);
    void withdrawn(const std::vector<WithdrawnFile> &files);
    void noteFolders(const std::vector<Path> &paths);
    void takeInList(std::vector<QueueRow> rows);
    void takeIn();
    void probeLists();
    void conclude(quint64 files);

    QueueModel &m_model;
    QueueEditor &m_editor;
    Settings &m_settings;
    std::unique_ptr<Intake> m_intake;
    std::vector<Path> m_early;             ///< added before open()
    QMultiHash<QByteArray, RowId> m_again; ///< paths of rows that are listed already and wait to be looked at
    QMultiHash<quint64, RowId> m_againIds; ///< … by what the intake calls them this time
    std::vector<Path> m_listFiles;         ///< to be looked at when their rows are listed
    QThreadPool m_listThread;
    int m_lists = 0; ///< being looked through
    RowId m_lastListed = RowId(1) << 51;
    std::deque<QueueRow> m_rows; ///< on their way into the list
    std::deque<ProbedFile> m_probes;
    std::optional<quint64> m_ended; ///< files of a drop, to be reported when all of them are in the list
    QTimer m_takeIn;
    quint64 m_drop = 0;
    quint64 m_added = 0; ///< files listed of the running drop
    quint64 m_known = 0; ///< … that were in the list already
};

} // namespace convoy
