// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/intake.h"
#include "ui/models/queuecolumns.h"
#include "ui/models/timeleft.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>

#include <array>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace convoy {

/// How many rows are in each state.
struct RowCounts {
    std::array<int, rowStateCount> byState{};

    int operator[](RowState state) const { return byState[size_t(state)]; }
    int done() const { return (*this)[RowState::Done]; }
    int failed() const { return (*this)[RowState::Failed]; }
    int skipped() const { return (*this)[RowState::Skipped] + (*this)[RowState::Ignored]; }
    int startable() const { return (*this)[RowState::Ready] + (*this)[RowState::Problem]; }
    int active() const;
    int ended() const;
    bool operator==(const RowCounts &) const = default;
};

/// What a person chooses for one row.
struct RowChoice {
    RowId id = 0;
    QString profileId;
    QJsonObject overrides;
    QString nameTemplate;
    bool operator==(const RowChoice &) const = default;
};

/// A row together with its place in the list, for undoing a removal.
struct PlacedRow {
    int place = 0;
    QueueRow row;
};

/// Where a row is to be.
struct RowPlace {
    RowId id = 0;
    int place = 0;
    bool operator==(const RowPlace &) const = default;
};

struct JobUpdate {
    JobId job = 0;
    JobStatus status;
};

/// The list "Files". Holds values only and knows no engine; everything comes in lots, and neighbouring changes are
/// announced as one range, so that 100,000 rows stay cheap. queuemodel.cpp is what views ask, queuemodelrows.cpp how rows
/// come and go, queuemodelwork.cpp what becomes of them.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = QueueColumn;
    using enum QueueColumn;
    enum Role {
        SortRole = Qt::UserRole + 1, ///< raw value of the column
        StateRole,                   ///< int of RowState
        FractionRole,                ///< 0 … 1
        SecondsLeftRole,             ///< of a running row; negative: not known yet
        IdRole,                      ///< RowId
        ReasonRole,
        KindRole,    ///< int of MediaKind
        HeadingRole, ///< true for the heading of a group, which no file has
    };

    explicit QueueModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Rows can be dragged; where to, the view decides.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setProfiles(const std::vector<Profile> &profiles);
    /// Whether outputs come beside their sources, where they may meet.
    void setBesideSources(bool beside);
    /// The profile that a file of some kind gets when its kind turns out to be another one after the probe.
    void setDefaultProfile(std::function<QString(MediaKind)> profile) { m_defaultProfile = std::move(profile); }
    const ProfileBrief *profile(const QString &id) const;

    void append(std::vector<QueueRow> rows);
    /// An answer that comes before its row, or while the row is away, is kept for it.
    void setProbed(const std::vector<ProbedFile> &files);
    /// Removes rows; put() brings them back where they were.
    std::vector<PlacedRow> take(const QList<RowId> &ids);
    void put(std::vector<PlacedRow> rows);
    /// Puts rows where `places` says, which is sorted by place; the others close up around them.
    void arrange(const std::vector<RowPlace> &places);
    /// A person has put rows into an order of their own.
    bool isArranged() const { return m_isArranged; }

    /// Rows that are being converted are left alone; ended ones become ready again.
    void setChoices(const std::vector<RowChoice> &choices);
    void setPlanning(const QList<RowId> &ids, bool planning);
    /// Rows that have ended are ready again, as they were before they were handed in.
    void release(const QList<RowId> &ids);
    /// A row that will be looked at anew: its job and what was found wrong with it are forgotten.
    void restart(RowId id);
    /// What a second look found.
    void setFound(RowId id, const FoundFile &file);
    struct Submission {
        RowId id = 0;
        JobId job = 0;
        QByteArray stem;
        JobStatus status;
    };
    void setJobs(const std::vector<Submission> &submissions);
    void updateJobs(const std::vector<JobUpdate> &updates);

    const QueueRow &at(int row) const { return *m_rows[size_t(row)]; }
    RowState stateAt(int row) const { return m_states[size_t(row)]; }
    /// nullptr where there is no such row (any more).
    const QueueRow *find(RowId id) const;
    int indexOf(RowId id) const { return m_index.value(id, -1); }
    RowId rowOfJob(JobId job) const { return m_jobs.value(job, 0); }
    /// Ids of all rows in the states that `wanted` accepts, in list order.
    QList<RowId> rowsWhere(const std::function<bool(RowState)> &wanted) const;
    bool contains(const Path &path) const;
    const RowCounts &counts() const { return m_counts; }
    QString reason(RowId id) const;

Q_SIGNALS:
    void countsChanged();
    /// Rows stand in another order than before.
    void arranged();
    /// Ended jobs whose rows have been made ready again.
    void jobsReleased(const QList<convoy::JobId> &jobs);

private:
    void learnResults(const QueueRow &row);
    void forgetResults();
    QVariant resultData(const QueueRow &row, int column, int role) const;
    static size_t pathHash(const Path &path);
    void remember(int first);
    void applyProbe(QueueRow &row, const ProbedFile &file) const;
    void applyWaitingProbe(QueueRow &row);
    void refresh(int row);
    void announce(std::vector<int> rows);
    void announceAll();
    QueueRow &mutableAt(int row) { return *m_rows[size_t(row)]; }
    JobId takeJob(QueueRow &row);
    void forgetRow(const QueueRow &row, RowState state);

    std::vector<std::unique_ptr<QueueRow>> m_rows; // pointers: a list that grows or is sorted moves no row
    std::vector<RowState> m_states;
    QHash<RowId, int> m_index;
    QHash<JobId, RowId> m_jobs;
    QHash<RowId, ProbedFile> m_waitingProbes;
    QHash<RowId, TimeLeft> m_timesLeft; ///< of running rows
    QElapsedTimer m_clock;
    QMultiHash<size_t, RowId> m_paths; ///< hash of the path → rows
    QHash<QString, ProfileBrief> m_profiles;
    bool m_isBesideSources = true;
    QStringList m_results; ///< columns behind the fixed ones: what tools have found
    std::function<QString(MediaKind)> m_defaultProfile;
    RowCounts m_counts;
    bool m_isArranged = false;
};

} // namespace convoy
