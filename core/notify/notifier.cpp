// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/notifier.h"

#include "core/notify/commandhook.h"
#include "core/notify/mailmessage.h"
#include "core/online/onlinemodule.h"

#include <QJsonDocument>

namespace convoy {

Notifier::Notifier(NotifySettings settings, QByteArray password)
    : m_settings(std::move(settings)),
      m_password(std::move(password))
{
}

Notifier::~Notifier() = default; // the futures wait

void Notifier::failed(const Report &report)
{
    if (!wantsFirstFailure())
        return;
    m_hasToldFailure = true;
    send(report, false);
}

std::vector<Error> Notifier::finish(const Report &report)
{
    if (m_settings.when != NotifyWhen::Failures || report.totals.failed > 0)
        send(report, true);
    std::vector<Error> problems;
    for (std::future<Result<void>> &sending : m_sending) {
        if (const Result<void> sent = sending.get(); !sent)
            problems.push_back(sent.error());
    }
    m_sending.clear();
    return problems;
}

void Notifier::send(const Report &report, bool isFinal)
{
    const auto start = [this](auto work) { m_sending.push_back(std::async(std::launch::async, std::move(work))); };
    if (!m_settings.mail.server.isEmpty()) {
        start([mail = m_settings.mail, password = m_password, message = mailMessage(m_settings.mail, report, isFinal)] {
            const Result<const OnlineModule *> online = onlineModule();
            return online ? (*online)->sendMail(mail, password, message, {}) : online.error();
        });
    }
    if (!m_settings.webhook.isEmpty()) {
        start([url = m_settings.webhook, json = QJsonDocument(reportToJson(report)).toJson(QJsonDocument::Compact)] {
            const Result<const OnlineModule *> online = onlineModule();
            return online ? (*online)->postJson(url, json, {}) : online.error();
        });
    }
    if (!m_settings.command.isEmpty())
        start([command = m_settings.command, report] { return runCommandHook(command, report); });
}

} // namespace convoy
