// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/rowtags.h"
#include "core/plan/job.h"
#include "core/plan/piece.h"

#include <QJsonObject>

namespace convoy {

/// Names one row for as long as the window is open, wherever it moves.
using RowId = quint64;

/// What a row shows. Up to Planning it is only in the window; from Queued on it is the state of its job.
enum class RowState : quint8 {
    Reading, ///< the probe has not answered yet
    Ready,
    Problem, ///< would fail; is handed in all the same, so that it fails with its reason
    Ignored, ///< nothing can convert it; listed with the reason, never handed in
    Planning,
    Queued,
    Running,
    Finishing, ///< written; waits for its final name, or for the rest of its album
    Paused,
    Done,
    Skipped,
    Cancelled,
    Failed,
};
inline constexpr int rowStateCount = 13;

/// One file in the list with what the person chose for it and what became of it.
struct QueueRow {
    RowId id = 0;
    InputFile input;
    MediaKind kind = MediaKind::Unknown;
    QString formatId;
    bool probed = false;
    std::optional<Error> refusal; ///< from scan or probe
    MediaInfo info;
    std::optional<Piece> piece; ///< a part of the file, as an index file (cue sheet, DICOMDIR) names it
    QString profileId;          ///< empty: none fits
    QJsonObject overrides;      ///< option values that differ from the profile's
    ListRow listRow;            ///< what a job list says of it; such a row may have no file at all
    QString nameTemplate;       ///< empty: the profile's
    bool planning = false;
    JobId job = 0;           ///< 0: not handed in
    QByteArray plannedStem;  ///< name as planned, without extension
    JobStatus status;        ///< of `job`
    double secondsLeft = -1; ///< until it is done; negative: not known
};

/// What the list needs to know of a profile.
struct ProfileBrief {
    QString name;
    QString extension;
    QString nameTemplate;
    QList<MediaKind> accepts; ///< empty: any file
    QStringList results = {}; ///< names of what its tool finds
    bool renames = false;     ///< where a name is taken, an output gets another one
    bool isBeside = false;    ///< outputs come beside their sources
};

RowState rowState(const QueueRow &row, const ProfileBrief *profile);
RowState rowState(JobState state);

inline bool isActive(RowState state)
{
    return state >= RowState::Planning && state <= RowState::Paused;
}
/// Waits for "Convert".
inline bool isStartable(RowState state)
{
    return state == RowState::Ready || state == RowState::Problem;
}

/// Translated, one lower-case word: "waiting", "running", "done" …
QString rowStateWord(RowState state);
/// Name of the icon of a state, as in resources.
QLatin1StringView rowStateIcon(RowState state);
QLatin1StringView kindIcon(MediaKind kind);

/// Why this row will not be, or was not, converted; empty where nothing is wrong.
QString rowReason(const QueueRow &row, const ProfileBrief *profile);
/// What people call it: the file's name, that of a track of it, or what a job list says.
QString rowName(const QueueRow &row);
/// The same for a job that was planned.
QString planName(const JobPlan &plan);
/// Not a track of a file, nor a job without one: sizes before and after can be compared.
bool takesWholeFile(const JobPlan &plan);
/// The sentence of the state column: "done", "failed: This file is damaged."
QString rowStateText(const QueueRow &row, const ProfileBrief *profile);
/// The same for assistive technology: "running, 42 percent, 1:10 left".
QString rowAccessibleState(const QueueRow &row, const ProfileBrief *profile);
/// "2048×2500 12 bit · 7.1 MB"
QString rowDetails(const QueueRow &row);
/// File name that the output has, or will have.
QString rowOutputName(const QueueRow &row, const ProfileBrief *profile);

/// Size of what came out and, where all of the source was taken, what share of it that is: "3.4 MB, 48 %"; empty before.
QString rowResult(const QueueRow &row);

/// In a window from right to left: text that keeps its own direction between others (UAX #9, first strong isolate).
QString isolated(const QString &text);
/// For a tool tip: Qt takes a name with marks of HTML in it for HTML, and reads what files it asks for. Labels that show
/// names have Qt::PlainText.
QString plainTip(const QString &text);
/// SI units of the locale.
QString sizeText(qint64 bytes);
/// m:ss or h:mm:ss.
QString durationText(double seconds);
/// How long work took: "3.64 s", from a minute on "12:30".
QString workTimeText(double seconds);

} // namespace convoy
