// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/mailmessage.h"

#include "core/report/jobjson.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>
#include <QUuid>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NotificationText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Notification)
};

constexpr int mostFailures = 20;
constexpr qsizetype mostDetail = 4000; // characters of what a tool said

/// RFC 2047: encoded words of at most 75 characters, never within a UTF-8 character.
QByteArray encodedHeader(const QString &text)
{
    constexpr qsizetype mostBytes = 45;
    QByteArray header;
    QByteArray word;
    const auto flush = [&] {
        header += (header.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + word.toBase64() + "?=";
        word.clear();
    };
    for (const char32_t point : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&point, 1).toUtf8();
        if (word.size() + bytes.size() > mostBytes)
            flush();
        word += bytes;
    }
    flush();
    return header;
}

QByteArray base64Lines(const QByteArray &bytes)
{
    constexpr qsizetype lineLength = 76;
    const QByteArray encoded = bytes.toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < encoded.size(); i += lineLength)
        lines += encoded.mid(i, lineLength) + "\r\n";
    return lines;
}

QString failureText(const Job &job)
{
    QString text = jobTitle(job.plan) + u'\n';
    const std::optional<Error> &error = job.status.error;
    text += u"  "_s + (error ? error->message : QString()) + u'\n';
    const QString said = error && !error->detail.isEmpty() ? error->detail : QString::fromUtf8(job.status.toolOutput);
    if (said.isEmpty())
        return text;
    QString shown = said.right(mostDetail).trimmed(); // the end of it says why
    return text + u"  | "_s + shown.replace(u'\n', u"\n  | "_s) + u'\n';
}

} // namespace

QString notificationTitle(const Report &report, bool isFinal)
{
    if (!isFinal)
        return NotificationText::tr("Convoy: the first job has failed");
    return NotificationText::tr("Convoy: %1 done, %2 failed, %3 skipped")
        .arg(report.totals.done)
        .arg(report.totals.failed)
        .arg(report.totals.skipped);
}

QString notificationText(const Report &report, bool isFinal)
{
    const QLocale locale;
    QString text = notificationTitle(report, isFinal) + u"\n\n"_s;
    text += NotificationText::tr("Batch: %1").arg(report.batches.join(u' ')) + u'\n';
    text += NotificationText::tr("Profile: %1").arg(report.profile) + u'\n';
    text += NotificationText::tr("Machine: %1").arg(QSysInfo::machineHostName()) + u'\n';
    text += NotificationText::tr("Started: %1").arg(locale.toString(report.started, QLocale::ShortFormat)) + u'\n';
    if (isFinal)
        text += NotificationText::tr("Time: %1 s").arg(locale.toString(report.totals.seconds, 'f', 1)) + u'\n';
    if (report.totals.cancelled > 0)
        text += NotificationText::tr("Cancelled: %1").arg(report.totals.cancelled) + u'\n';
    int told = 0;
    int untold = 0;
    QString failures;
    for (const Job &job : report.jobs) {
        if (job.status.state != JobState::Failed)
            continue;
        if (told < mostFailures) {
            failures += u'\n' + failureText(job);
            ++told;
        } else {
            ++untold;
        }
    }
    if (untold > 0)
        failures += u'\n' + NotificationText::tr("… and %1 more.").arg(untold) + u'\n';
    return text + failures;
}

QByteArray mailMessage(const MailSettings &settings, const Report &report, bool isFinal)
{
    QByteArray message;
    const auto header = [&message](const QByteArray &name, const QByteArray &value) {
        message += name + ": " + value + "\r\n";
    };
    QByteArrayList receivers;
    for (const QString &address : settings.to)
        receivers.append(address.toUtf8());
    header("From", "Convoy <" + settings.from.toUtf8() + ">");
    header("To", receivers.join(",\r\n "));
    header("Subject", encodedHeader(notificationTitle(report, isFinal)));
    header("Date", QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss +0000"_s).toLatin1());
    const QByteArray domain = settings.from.section(u'@', 1).toUtf8();
    header("Message-ID", "<" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "@" + domain + ">");
    header("Auto-Submitted", "auto-generated"); // RFC 3834: no absence note answers it
    header("MIME-Version", "1.0");
    header("Content-Type", "text/plain; charset=utf-8");
    header("Content-Transfer-Encoding", "base64");
    return message + "\r\n" + base64Lines(notificationText(report, isFinal).toUtf8());
}

} // namespace convoy
