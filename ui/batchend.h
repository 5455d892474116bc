// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/batchcontroller.h"
#include "ui/desktop/desktopnotifier.h"
#include "ui/desktop/powercontrol.h"
#include "ui/widgets/messagebar.h"

#include <QPointer>

namespace convoy {

/// What happens when everything has ended: a summary with the next steps, a notification, and what a person chose to
/// happen with the computer.
class BatchEnd : public QObject
{
    Q_OBJECT

public:
    BatchEnd(QueueModel &model, BatchController &controller, Settings &settings, QWidget &window);

    /// Takes the summary of the batch before away.
    void clear();
    void setWhenDone(WhenDone what) { m_whenDone = what; }
    void openOutputFolder();
    /// The page about what was converted last.
    void openReport();
    bool hasReport() const { return !m_controller.lastBatches().isEmpty(); }

Q_SIGNALS:
    void summaryReady(convoy::MessageBar *bar);
    void failedWanted();
    void windowWanted();
    void trouble(const convoy::Error &error);

private:
    void ended(const BatchSummary &summary);
    void summarize(const BatchSummary &summary, const QString &counts);
    QString failuresByKind(const BatchSummary &summary, qint64 begunMs) const;
    void notify(const BatchSummary &summary, const QString &counts);
    void convertRest();
    void countDown();

    QueueModel &m_model;
    BatchController &m_controller;
    Settings &m_settings;
    QWidget &m_window;
    DesktopNotifier m_notifier;
    PowerControl m_power;
    WhenDone m_whenDone = WhenDone::Nothing;
    QPointer<MessageBar> m_summary;
};

} // namespace convoy
