// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/online/webclient.h"

#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace convoy {

namespace {

constexpr int mostRedirects = 4;
constexpr int notFound = 404;

WebAnswer answerOf(QNetworkReply &reply, qint64 mostBytes)
{
    WebAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfterS = reply.rawHeader("Retry-After").toInt();
    answer.isMissing = answer.status == notFound || reply.error() == QNetworkReply::ContentNotFoundError;
    if (reply.error() != QNetworkReply::NoError)
        answer.problem = reply.errorString();
    else
        answer.bytes = reply.read(mostBytes);
    return answer;
}

class QtWebClient : public WebClient
{
public:
    void get(const WebRequest &wish, const Taker &take) override
    {
        QNetworkRequest request(wish.url);
        request.setRawHeader("User-Agent", wish.userAgent);
        request.setRawHeader("Accept", "*/*");
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        request.setMaximumRedirectsAllowed(mostRedirects);
        QNetworkReply *reply = m_network.get(request);
        QObject::connect(reply, &QIODevice::readyRead, reply, [reply, most = wish.mostBytes] {
            if (reply->bytesAvailable() > most)
                reply->abort();
        });
        // Qt's own limit starts anew with every byte.
        const QDeadlineTimer end(wish.mostMs);
        QTimer::singleShot(wish.mostMs, reply, &QNetworkReply::abort);
        QObject::connect(reply, &QNetworkReply::finished, &m_network, [reply, take, end, most = wish.mostBytes] {
            reply->deleteLater();
            WebAnswer answer = answerOf(*reply, most);
            answer.isLate = reply->error() == QNetworkReply::OperationCanceledError && end.hasExpired();
            take(answer);
        });
    }

private:
    QNetworkAccessManager m_network;
};

} // namespace

std::unique_ptr<WebClient> makeWebClient()
{
    return std::make_unique<QtWebClient>();
}

} // namespace convoy
