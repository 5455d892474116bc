// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/widgets/messagebar.h"

#include <QObject>
#include <QPointer>

class QVBoxLayout;

namespace convoy {

class BatchController;
class Settings;
struct InterruptedBatch;

/// The sentences above the list: what is wrong, what was interrupted, what has to wait and why.
class WindowMessages : public QObject
{
    Q_OBJECT

public:
    WindowMessages(BatchController &controller, Settings &settings, QVBoxLayout &place, QObject *parent = nullptr);

    void show(MessageBar *bar);
    void trouble(const Error &error);

Q_SIGNALS:
    /// A person wants to see the files that nothing can be done with.
    void unknownWanted();

private:
    void offer(const InterruptedBatch &batch);
    void showBlocked();
    void noteConfinement(const QString &note);
    void showUnknown();

    BatchController &m_controller;
    Settings &m_settings;
    QVBoxLayout &m_place;
    QPointer<MessageBar> m_blocked;
    QString m_blockedSentence;
    QPointer<MessageBar> m_unknown;
    int m_unknownCount = 0;
    bool m_isBusy = false;
};

} // namespace convoy
