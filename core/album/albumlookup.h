// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/accuraterip.h"
#include "core/album/disctoc.h"
#include "core/album/release.h"
#include "core/base/path.h"
#include "core/online/webclient.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QUrl>

#include <functional>

namespace convoy {

/// Where albums are looked up. Nothing is ever asked without a person's wish.
struct LookupSettings {
    QUrl service;        ///< a server of MusicBrainz
    QUrl covers;         ///< one of the Cover Art Archive
    QUrl accurateRip;    ///< a database of checksums, http(s) or file; empty: not asked
    QString contact;     ///< who asks, a mail or web address, for the servers' people; empty: only the program is named
    Path cacheFolder;    ///< answers are kept there
    int pauseMs;         ///< at least so long between two requests, as the service asks for
    int mostMs = 30'000; ///< an answer that takes longer is given up; a cover takes a while over a slow line
};

/// `[lookup] service, covers, accuraterip, contact` of `convoy.ini`, over that the environment (`CONVOY_LOOKUP_URL`,
/// `CONVOY_COVER_URL`, `CONVOY_ACCURATERIP_URL`, `CONVOY_LOOKUP_CONTACT`), else the public servers; AccurateRip's is never
/// asked unless it is named. The cache is `$XDG_CACHE_HOME/convoy/lookup`.
LookupSettings lookupSettings();

/// Asks MusicBrainz for the releases of a disc, the Cover Art Archive for their covers, AccurateRip for checksums. Lives
/// in one thread and never blocks it; one request at a time. Answers are bounded in size and kept on disk.
class AlbumLookup : public QObject
{
    Q_OBJECT

public:
    explicit AlbumLookup(LookupSettings settings, QObject *parent = nullptr);

    /// Ends in found() or failed().
    void find(const DiscToc &toc);
    /// Ends in coverFound() or failed().
    void fetchCover(const QString &releaseId);
    /// Ends in checksumsFound() or failed(). A disc that nobody knows has no entries.
    void fetchChecksums(const AccurateRipId &id);
    /// Nothing is asked or said any more until the next wish.
    void cancel();

Q_SIGNALS:
    /// No release is an answer too.
    void found(const std::vector<convoy::Release> &releases);
    /// A file with a JPEG or PNG picture, in the cache.
    void coverFound(const convoy::Path &picture);
    void checksumsFound(const convoy::AccurateRipTracks &tracks);
    void failed(const convoy::Error &error);

private:
    /// Gets an empty answer where the service knows nothing.
    using Taker = std::function<void(const QByteArray &answer)>;
    struct Wish {
        QUrl url;
        qint64 mostBytes = 0;
        std::function<bool(const QByteArray &answer)> makesSense; ///< only such an answer is kept
        Taker take;
        int attempt = 0;
    };

    void get(const Wish &wish);
    void requestLater(const Wish &wish);
    void request(const Wish &wish);
    void answered(const WebAnswer &answer, Wish wish);
    Path cacheFile(const QUrl &url) const;
    QByteArray cached(const Wish &wish) const;
    void keep(const QUrl &url, const QByteArray &answer) const;

    LookupSettings m_settings;
    QDeadlineTimer m_nextRequest;                                     ///< none goes out before
    std::unique_ptr<QObject> m_waiting = std::make_unique<QObject>(); ///< what has yet to be asked ends with it
    std::unique_ptr<WebClient> m_web;                                 ///< from the first request on
};

} // namespace convoy
