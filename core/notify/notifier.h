// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notify/notifysettings.h"
#include "core/report/report.h"

#include <future>
#include <vector>

namespace convoy {

/// Tells everybody whom the settings name, at the same time and each within its limit. What goes wrong here is said and
/// never touches the batch.
class Notifier
{
public:
    Notifier(NotifySettings settings, QByteArray password);
    /// Waits for what is on its way: seconds at most.
    ~Notifier();

    /// To be called for every failed job; sends at the first one where that is wanted. Returns at once. `report` holds the
    /// batch as it stands, with that job.
    void failed(const Report &report);

    /// At the end of everything: sends, waits, and returns what went wrong since the start.
    std::vector<Error> finish(const Report &report);

    /// Whether the next failed job would be told of.
    bool wantsFirstFailure() const { return m_settings.when == NotifyWhen::FirstFailure && !m_hasToldFailure; }

private:
    void send(const Report &report, bool isFinal);

    const NotifySettings m_settings;
    const QByteArray m_password;
    bool m_hasToldFailure = false;
    std::vector<std::future<Result<void>>> m_sending;
};

} // namespace convoy
