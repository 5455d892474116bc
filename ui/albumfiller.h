// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumgroup.h"
#include "core/album/albumlookup.h"
#include "ui/preview/latestwish.h"

#include <QObject>

namespace convoy {

class WorkerPool;

/// Reads album files and finds out what disc some tracks are, on a thread of its own, and asks the databases.
class AlbumFiller : public QObject
{
    Q_OBJECT

public:
    /// `workers` must outlive this.
    explicit AlbumFiller(WorkerPool &workers, QObject *parent = nullptr);

    /// Ends in albumRead() or failed().
    void readFile(const Path &file);
    /// Ends in found() or failed().
    void lookUp(const std::vector<AlbumFile> &disc);
    /// Ends in coverFound() or failed().
    void fetchCover(const QString &releaseId) { m_lookup.fetchCover(releaseId); }
    /// None of those ends any more.
    void stop();

Q_SIGNALS:
    void albumRead(const convoy::AlbumData &album);
    void found(const std::vector<convoy::Release> &releases);
    void coverFound(const convoy::Path &picture);
    void failed(const QString &reason);

private:
    struct Wish {
        Path file;                   ///< to read; or
        std::vector<AlbumFile> disc; ///< to be told by its tracks
    };
    struct Made {
        std::optional<AlbumData> album;
        DiscToc toc;
    };

    Result<Made> make(const Wish &wish);

    WorkerPool &m_workers;
    AlbumLookup m_lookup;
    LatestWish<Wish, Made> m_latest; // last: its thread uses the others
};

} // namespace convoy
