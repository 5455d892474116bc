// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumlookup.h"

#include "core/formats/format.h"
#include "core/online/onlinemodule.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AlbumLookupText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AlbumLookup)
};

constexpr qint64 mostAnswerBytes = 8 << 20;
constexpr qint64 mostCoverBytes = 15 << 20;
constexpr qint64 mostChecksumBytes = 1 << 20;
constexpr int secondMs = 1000;
constexpr int cacheDays = 30; // releases are corrected now and then
constexpr int mostAttempts = 3;
constexpr int longestWaitS = 60; // a person waits
constexpr int tooBusy = 503;     // MusicBrainz' way to say "slower" …
constexpr int tooMany = 429;     // … and that of others

QString configured(const QSettings &file, const QString &key, const char *variable, const QString &otherwise)
{
    return qEnvironmentVariable(variable, file.value(u"lookup/"_s + key, otherwise).toString());
}

QUrl address(const QString &text)
{
    return QUrl(text, QUrl::StrictMode);
}

/// As MusicBrainz wants it: "Convoy/1.0 ( contact )". What could end the header or the comment in it is left out.
QByteArray userAgent(const QString &contact)
{
    QByteArray agent = "Convoy/" CONVOY_VERSION;
    QByteArray said = contact.trimmed().toLatin1();
    said.removeIf([](char c) { return c < ' ' || c > '~' || c == '(' || c == ')'; });
    return said.isEmpty() ? agent : agent + " ( " + said + " )";
}

QUrl below(QUrl base, const QString &path)
{
    QString folder = base.path();
    if (folder.endsWith(u'/'))
        folder.chop(1);
    base.setPath(folder + path);
    return base;
}

bool isPicture(const QByteArray &bytes)
{
    const QLatin1StringView format = sniffFormat(bytes, {}).id;
    return format == "jpeg"_L1 || format == "png"_L1;
}

QString cachePath(const Path &file)
{
    return QString::fromUtf8(toBytes(file));
}

} // namespace

LookupSettings lookupSettings()
{
    const QSettings file(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/convoy/convoy.ini"_s,
                         QSettings::IniFormat);
    return {
        .service = address(configured(file, u"service"_s, "CONVOY_LOOKUP_URL", u"https://musicbrainz.org"_s)),
        .covers = address(configured(file, u"covers"_s, "CONVOY_COVER_URL", u"https://coverartarchive.org"_s)),
        .accurateRip = address(configured(file, u"accuraterip"_s, "CONVOY_ACCURATERIP_URL", {})),
        .contact = configured(file, u"contact"_s, "CONVOY_LOOKUP_CONTACT", {}),
        .cacheFolder = toPath(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)) / "convoy" / "lookup",
        .pauseMs = secondMs,
    };
}

AlbumLookup::AlbumLookup(LookupSettings settings, QObject *parent) : QObject(parent), m_settings(std::move(settings)) {}

void AlbumLookup::find(const DiscToc &toc)
{
    const QString discId = musicBrainzDiscId(toc);
    const int tracks = int(toc.offsets.size());
    QUrl url = below(m_settings.service, u"/ws/2/discid/"_s + (discId.isEmpty() ? u"-"_s : discId));
    QUrlQuery query;
    query.addQueryItem(u"fmt"_s, u"json"_s);
    query.addQueryItem(u"inc"_s, u"recordings+artist-credits+labels+isrcs+genres"_s);
    query.addQueryItem(u"toc"_s, tocParameter(toc));
    url.setQuery(query);
    const auto makesSense = [](const QByteArray &answer) { return bool(parseReleases(answer, {}, 0)); };
    get({url, mostAnswerBytes, makesSense, [this, discId, tracks](const QByteArray &answer) {
             const Result<std::vector<Release>> releases = answer.isEmpty() ? std::vector<Release>()
                                                                            : parseReleases(answer, discId, tracks);
             if (releases)
                 Q_EMIT found(*releases);
             else
                 Q_EMIT failed(releases.error());
         }});
}

void AlbumLookup::fetchCover(const QString &releaseId)
{
    const QUrl url = below(m_settings.covers, u"/release/%1/front-1200"_s.arg(releaseId));
    get({url, mostCoverBytes, isPicture, [this, url](const QByteArray &answer) {
             std::error_code ignored;
             if (isPicture(answer) && std::filesystem::exists(cacheFile(url), ignored))
                 Q_EMIT coverFound(cacheFile(url));
             else
                 Q_EMIT failed({ErrorKind::DamagedInput, AlbumLookupText::tr("There is no cover of this release."), {}});
         }});
}

void AlbumLookup::fetchChecksums(const AccurateRipId &id)
{
    const auto makesSense = [id](const QByteArray &answer) { return bool(parseAccurateRip(answer, id)); };
    get({below(m_settings.accurateRip, u'/' + id.path()), mostChecksumBytes, makesSense,
         [this, id](const QByteArray &answer) {
             const Result<AccurateRipTracks> tracks = parseAccurateRip(answer, id);
             if (tracks)
                 Q_EMIT checksumsFound(*tracks);
             else
                 Q_EMIT failed(tracks.error());
         }});
}

void AlbumLookup::cancel()
{
    m_waiting = std::make_unique<QObject>();
    m_web.reset();
}

void AlbumLookup::get(const Wish &wish)
{
    if (const QByteArray known = cached(wish); !known.isEmpty()) {
        QTimer::singleShot(0, m_waiting.get(), [take = wish.take, known] { take(known); });
        return;
    }
    requestLater(wish);
}

void AlbumLookup::requestLater(const Wish &wish)
{
    QTimer::singleShot(int(m_nextRequest.remainingTime()), Qt::PreciseTimer, m_waiting.get(),
                       [this, wish] { request(wish); });
}

void AlbumLookup::request(const Wish &wish)
{
    if (!m_nextRequest.hasExpired())
        return requestLater(wish); // another one that waited as long has gone out
    if (!m_web) {
        const Result<const OnlineModule *> online = onlineModule();
        if (!online) {
            Q_EMIT failed(online.error());
            return;
        }
        m_web = (*online)->makeWebClient();
    }
    m_nextRequest.setRemainingTime(m_settings.pauseMs, Qt::PreciseTimer);
    m_web->get({wish.url, userAgent(m_settings.contact), wish.mostBytes, m_settings.mostMs},
               [this, wish](const WebAnswer &answer) { answered(answer, wish); });
}

void AlbumLookup::answered(const WebAnswer &answer, Wish wish)
{
    if (answer.isMissing)
        return wish.take({});
    const bool isBusy = answer.status == tooBusy || answer.status == tooMany;
    if (isBusy && ++wish.attempt < mostAttempts && answer.retryAfterS <= longestWaitS) {
        // All wishes wait.
        m_nextRequest.setRemainingTime(std::max(m_settings.pauseMs << wish.attempt, answer.retryAfterS * secondMs),
                                       Qt::PreciseTimer);
        return requestLater(wish);
    }
    if (!answer.problem.isEmpty()) {
        const QString sentence = isBusy ? AlbumLookupText::tr("“%1” has too much to do; try again later.")
            : answer.isLate             ? AlbumLookupText::tr("“%1” does not answer in time; try again later.")
                                        : AlbumLookupText::tr("“%1” cannot be asked.");
        const QString reason = answer.isLate ? QString()
            : answer.status > 0              ? u"HTTP %1"_s.arg(answer.status)
                                             : answer.problem;
        Q_EMIT failed({ErrorKind::UnreadableInput, sentence.arg(wish.url.host()), reason});
        return;
    }
    // Not what a hotel's network says in the service's place.
    if (wish.makesSense(answer.bytes))
        keep(wish.url, answer.bytes);
    wish.take(answer.bytes);
}

Path AlbumLookup::cacheFile(const QUrl &url) const
{
    const QByteArray name = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex();
    return m_settings.cacheFolder / name.toStdString();
}

QByteArray AlbumLookup::cached(const Wish &wish) const
{
    QFile file(cachePath(cacheFile(wish.url)));
    const QDateTime oldest = QDateTime::currentDateTime().addDays(-cacheDays);
    if (wish.url.isLocalFile() || QFileInfo(file).lastModified() < oldest || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(wish.mostBytes);
}

/// Without it the service is asked again; nothing else is lost.
void AlbumLookup::keep(const QUrl &url, const QByteArray &answer) const
{
    if (url.isLocalFile())
        return;
    std::error_code failed;
    std::filesystem::create_directories(m_settings.cacheFolder, failed);
    QSaveFile file(cachePath(cacheFile(url)));
    if (!failed && file.open(QIODevice::WriteOnly) && file.write(answer) == answer.size())
        file.commit();
}

} // namespace convoy
