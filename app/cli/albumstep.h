// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/album/albumgroup.h"
#include "core/album/albumlookup.h"
#include "core/plan/planner.h"

#include <QObject>

#include <optional>

namespace convoy {

class WorkerPool;

/// Where a person wants tags to come from. What comes later goes over what came before.
struct AlbumWishes {
    QString pattern; ///< of paths
    Path file;       ///< JSON, CSV, cue sheet or titles; empty for none
    bool lookup = false;
    QString release;   ///< which one of several: an id, or a place in the list from 1
    QStringList given; ///< keys of --set: those stay

    bool isAny() const { return !pattern.isEmpty() || !file.empty() || lookup; }
};

/// The error is `invalid-option`: also where the converter writes no tags.
Result<AlbumWishes> readAlbumWishes(const Arguments &arguments, const QString &converter);

/// Puts what is known of an album into the items of a batch. A database that does not answer is said and does not stop
/// anything; a person who has to choose does.
class AlbumStep : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the step.
    AlbumStep(const AlbumWishes &wishes, WorkerPool &workers, std::vector<PlanItem> &items);

    void start();

Q_SIGNALS:
    void finished(const std::optional<convoy::Error> &error);

private:
    std::optional<Error> takePattern();
    std::optional<Error> takeFile();
    void nextDisc();
    void found(const std::vector<Release> &releases);
    void endDisc();
    void apply(const AlbumData &album, const std::vector<size_t> &places);
    void apply(size_t place, const TagMap &tags);
    void applyCover(const Path &picture);

    const AlbumWishes &m_wishes;
    WorkerPool &m_workers;
    std::vector<PlanItem> &m_items;
    std::vector<size_t> m_tracks;   ///< places of the items that are music
    std::vector<AlbumFile> m_files; ///< what is known of them
    AlbumLookup m_lookup;
    std::vector<std::vector<size_t>> m_discs; ///< places in m_tracks, still to be looked up; the last is at work
};

} // namespace convoy
