// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/plan/scan.h"
#include "core/worker/workerpool.h"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace convoy {

/// A picture to make.
struct PreviewWish {
    QString converter;
    Path file;
    OptionValues options;
    int maximumSize = 1024;
    double position = 0;
    bool converted = false;
};

/// Has previews made by a worker, one at a time, on a thread of its own. A new wish cancels the one before.
class PreviewLoader : public QObject
{
    Q_OBJECT

public:
    /// `workers` must outlive the loader.
    explicit PreviewLoader(WorkerPool &workers, QObject *parent = nullptr);
    ~PreviewLoader() override;

    void load(PreviewWish wish);
    /// Nothing more will be reported until the next load().
    void cancel();

Q_SIGNALS:
    void loaded(const QImage &picture, const QSize &sourceSize);
    void failed(const QString &reason);

private:
    struct Answer {
        quint64 ticket = 0;
        std::optional<Error> error;
        QImage picture;
        QSize sourceSize;
    };

    void run(const std::stop_token &stop);
    Answer make(const PreviewWish &wish, JobControl &control);
    void receive(std::vector<Answer> answers);

    WorkerPool &m_workers;
    Mailbox<Answer> m_mailbox;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<PreviewWish> m_next; // guarded by m_mutex
    JobControl *m_current = nullptr;   // guarded by m_mutex
    quint64 m_ticket = 0;              // guarded by m_mutex
    std::jthread m_thread;
};

} // namespace convoy
