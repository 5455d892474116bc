// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumlookup.h"

#include "core/formats/format.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::AlbumLookup)
};

constexpr qint64 mostAnswerBytes = 8 << 20;
constexpr qint64 mostCoverBytes = 15 << 20;
constexpr qint64 mostChecksumBytes = 1 << 20;
constexpr int timeoutMs = 30'000;
constexpr int secondMs = 1000;
constexpr int cacheDays = 30; // releases are corrected now and then
constexpr int mostAttempts = 3;
constexpr int notFound = 404;
constexpr int tooBusy = 503; // the service's way to say "slower"

QUrl configured(const QSettings &file, const QString &key, const char *variable, const QString &otherwise)
{
    const QString text = qEnvironmentVariable(variable, file.value(u"lookup/"_s + key, otherwise).toString());
    return QUrl(text, QUrl::StrictMode);
}

QUrl below(QUrl base, const QString &path)
{
    QString folder = base.path();
    if (folder.endsWith(u'/'))
        folder.chop(1);
    base.setPath(folder + path);
    return base;
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
        .service = configured(file, u"service"_s, "CONVOY_LOOKUP_URL", u"https://musicbrainz.org"_s),
        .covers = configured(file, u"covers"_s, "CONVOY_COVER_URL", u"https://coverartarchive.org"_s),
        .accurateRip = configured(file, u"accuraterip"_s, "CONVOY_ACCURATERIP_URL", {}),
        .cacheFolder = toPath(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)) / "convoy" / "lookup",
        .pauseMs = secondMs,
    };
}

AlbumLookup::AlbumLookup(LookupSettings settings, QObject *parent) : QObject(parent), m_settings(std::move(settings))
{
    m_network.setTransferTimeout(timeoutMs);
}

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
    get({url, mostAnswerBytes, [this, discId, tracks](const QByteArray &answer) {
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
    get({url, mostCoverBytes, [this, url](const QByteArray &answer) {
             const QLatin1StringView format = sniffFormat(answer, {}).id;
             std::error_code ignored;
             if ((format == "jpeg"_L1 || format == "png"_L1) && std::filesystem::exists(cacheFile(url), ignored))
                 Q_EMIT coverFound(cacheFile(url));
             else
                 Q_EMIT failed({ErrorKind::DamagedInput, Text::tr("There is no cover of this release."), {}});
         }});
}

void AlbumLookup::fetchChecksums(const AccurateRipId &id)
{
    get({below(m_settings.accurateRip, u'/' + id.path()), mostChecksumBytes, [this, id](const QByteArray &answer) {
             const Result<AccurateRipTracks> tracks = parseAccurateRip(answer, id);
             if (tracks)
                 Q_EMIT checksumsFound(*tracks);
             else
                 Q_EMIT failed(tracks.error());
         }});
}

void AlbumLookup::get(const Wish &wish)
{
    if (const QByteArray known = cached(wish); !known.isEmpty()) {
        QTimer::singleShot(0, this, [take = wish.take, known] { take(known); });
        return;
    }
    const qint64 wait = m_sinceRequest.isValid() ? m_settings.pauseMs - m_sinceRequest.elapsed() : 0;
    QTimer::singleShot(int(std::max<qint64>(wait, 0)), this, [this, wish] { request(wish); });
}

void AlbumLookup::request(const Wish &wish)
{
    m_sinceRequest.start();
    QNetworkRequest request(wish.url);
    // The service wants to know which program asks.
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Convoy/" CONVOY_VERSION));
    request.setRawHeader("Accept", "*/*");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(4);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QIODevice::readyRead, reply, [reply, most = wish.mostBytes] {
        if (reply->bytesAvailable() > most)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, wish] { answered(reply, wish); });
}

void AlbumLookup::answered(QNetworkReply *reply, Wish wish)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == notFound || reply->error() == QNetworkReply::ContentNotFoundError)
        return wish.take({});
    if (status == tooBusy && ++wish.attempt < mostAttempts) {
        const int wait = m_settings.pauseMs << wish.attempt;
        QTimer::singleShot(wait, this, [this, wish] { request(wish); });
        return;
    }
    if (reply->error() != QNetworkReply::NoError) {
        Q_EMIT failed(
            {ErrorKind::UnreadableInput, Text::tr("“%1” cannot be asked.").arg(wish.url.host()), reply->errorString()});
        return;
    }
    const QByteArray answer = reply->read(wish.mostBytes);
    keep(wish.url, answer);
    wish.take(answer);
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
