// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/online/transfer.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <curl/curl.h>
#include <memory>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TransferText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Transfer)
};

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

/// A list that libcurl reads while it works.
class TextList
{
public:
    ~TextList() { curl_slist_free_all(m_list); }
    TextList() = default;
    TextList(const TextList &) = delete;
    TextList &operator=(const TextList &) = delete;
    void append(const QByteArray &text)
    {
        if (curl_slist *longer = curl_slist_append(m_list, text.constData()))
            m_list = longer;
    }
    curl_slist *get() const { return m_list; }

private:
    curl_slist *m_list = nullptr;
};

struct Upload {
    QByteArrayView rest;
};

size_t readUpload(char *buffer, size_t size, size_t count, void *user)
{
    auto *upload = static_cast<Upload *>(user);
    const auto length = std::min(qsizetype(size * count), upload->rest.size());
    std::memcpy(buffer, upload->rest.data(), size_t(length));
    upload->rest = upload->rest.sliced(length);
    return size_t(length);
}

size_t ignoreAnswer(char *, size_t size, size_t count, void *)
{
    return size * count;
}

/// With what every transfer has: no signals, nothing printed, an end.
Curl makeTransfer(const QByteArray &url, const TransferLimits &limits)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT); // not safe to call twice at the same time
    Curl curl(ready == CURLE_OK ? curl_easy_init() : nullptr, &curl_easy_cleanup);
    if (!curl)
        return curl;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT_MS, long(limits.connect.count()));
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, long(limits.total.count()));
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &ignoreAnswer);
    return curl;
}

Result<void> perform(CURL *curl, const QString &failure)
{
    std::array<char, CURL_ERROR_SIZE> said{};
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, said.data());
    const CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK)
        return {};
    return Error{ErrorKind::Internal, failure, QString::fromUtf8(said[0] ? said.data() : curl_easy_strerror(code))};
}

Error notStarted()
{
    return {ErrorKind::Internal, TransferText::tr("The network library cannot be used.")};
}

} // namespace

Result<void> sendMail(const MailSettings &settings, const QByteArray &password, const QByteArray &message,
                      const TransferLimits &limits)
{
    const Curl curl = makeTransfer(settings.server.toUtf8(), limits);
    if (!curl)
        return notStarted();
    TextList receivers;
    for (const QString &address : settings.to)
        receivers.append('<' + address.toUtf8() + '>');
    Upload upload{message};
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, long(settings.useTls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(curl.get(), CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!settings.caFile.empty())
        curl_easy_setopt(curl.get(), CURLOPT_CAINFO, settings.caFile.c_str());
    if (!settings.user.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, settings.user.toUtf8().constData());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, password.constData());
    }
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, QByteArray('<' + settings.from.toUtf8() + '>').constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, &readUpload);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
    return perform(curl.get(), TransferText::tr("The mail could not be sent through “%1”.").arg(settings.server));
}

Result<void> postJson(const QString &url, const QByteArray &json, const TransferLimits &limits)
{
    const Curl curl = makeTransfer(url.toUtf8(), limits);
    if (!curl)
        return notStarted();
    TextList headers;
    headers.append("Content-Type: application/json");
    headers.append("Expect:"); // or small servers are waited for
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "convoy/" CONVOY_VERSION);
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(json.size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, json.constData());
    const QString failure = TransferText::tr("“%1” did not take the report.").arg(url);
    if (const Result<void> done = perform(curl.get(), failure); !done)
        return done;
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status > 299)
        return Error{ErrorKind::Internal, failure, u"HTTP %1"_s.arg(status)};
    return {};
}

} // namespace convoy
