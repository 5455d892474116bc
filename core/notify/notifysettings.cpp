// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/notifysettings.h"

#include "core/base/fileio.h"
#include "core/base/jsonmembers.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NotifySettingsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::NotifySettings)
};

/// Neither spaces nor line ends: nothing can be smuggled into a mail's head.
bool isAddress(const QString &text)
{
    static const QRegularExpression address(u"^[^\\s<>@,;]+@[^\\s<>@,;]+$"_s);
    return address.match(text).hasMatch()
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isWebAddress(const QString &text, const QStringList &schemes)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty();
}

std::optional<Error> readMail(const QJsonObject &object, MailSettings &mail)
{
    JsonMembers members(object, u"mail."_s);
    QString passwordFile, caFile, tls;
    members.text("server"_L1, mail.server);
    members.text("user"_L1, mail.user);
    members.text("password_file"_L1, passwordFile);
    members.text("ca_file"_L1, caFile);
    members.text("from"_L1, mail.from);
    members.text("tls"_L1, tls);
    mail.passwordFile = toPath(passwordFile);
    mail.caFile = toPath(caFile);
    mail.to = members.list("to"_L1);
    mail.useTls = tls != "none"_L1;
    if (!tls.isEmpty() && tls != "none"_L1 && tls != "required"_L1)
        members.fail("tls"_L1, NotifySettingsText::tr("“required” or “none” is needed"));
    if (!isWebAddress(mail.server, {u"smtp"_s, u"smtps"_s}))
        members.fail("server"_L1, NotifySettingsText::tr("an address such as smtps://mail.example.org is needed"));
    if (!mail.useTls && !mail.user.isEmpty())
        members.fail("tls"_L1, NotifySettingsText::tr("a password is not sent without TLS"));
    if (!isAddress(mail.from))
        members.fail("from"_L1, NotifySettingsText::tr("“%1” is no mail address").arg(mail.from));
    if (mail.to.isEmpty())
        members.fail("to"_L1, NotifySettingsText::tr("is missing"));
    for (const QString &address : mail.to) {
        if (!isAddress(address))
            members.fail("to"_L1, NotifySettingsText::tr("“%1” is no mail address").arg(address));
    }
    return members.finish();
}

} // namespace

Result<NotifySettings> parseNotifySettings(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return Error{ErrorKind::InvalidOption, NotifySettingsText::tr("These are no settings: no JSON object."),
                     problem.errorString()};
    NotifySettings settings;
    JsonMembers top(document.object(), {});
    top.version("convoy_notify"_L1);
    QString when;
    top.text("when"_L1, when);
    if (when == "failures"_L1)
        settings.when = NotifyWhen::Failures;
    else if (when == "first-failure"_L1)
        settings.when = NotifyWhen::FirstFailure;
    else if (!when.isEmpty() && when != "end"_L1)
        top.fail("when"_L1, NotifySettingsText::tr("“%1” is not one of %2").arg(when, u"end, failures, first-failure"_s));
    const QJsonObject mail = top.object("mail"_L1);
    top.text("webhook"_L1, settings.webhook);
    if (!settings.webhook.isEmpty() && !isWebAddress(settings.webhook, {u"http"_s, u"https"_s}))
        top.fail("webhook"_L1, NotifySettingsText::tr("an http or https address is needed"));
    settings.command = top.list("command"_L1);
    std::optional<Error> error = top.finish();
    if (!error && !mail.isEmpty())
        error = readMail(mail, settings.mail);
    if (!error && !settings.isWanted())
        error = invalidOption(NotifySettingsText::tr("Nobody is to be told: “mail”, “webhook” or “command” is needed."));
    if (error)
        return *error;
    return settings;
}

Result<NotifySettings> readNotifySettings(const Path &file)
{
    const Result<QByteArray> json = readWholeFile(file);
    return json ? parseNotifySettings(*json) : json.error();
}

} // namespace convoy
