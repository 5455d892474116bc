// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/scan.h"
#include "core/worker/workerpool.h"
#include "ui/preview/latestwish.h"

#include <QImage>
#include <QObject>

#include <optional>

namespace convoy {

/// A picture to make.
struct PreviewWish {
    QString converter;
    Path file;
    OptionValues options;
    int maximumSize = 1024;
    double position = 0;
    bool converted = false;
    bool patient = false;
};

/// Has previews made by a worker, one at a time, on a thread of its own. A new wish cancels the one before.
class PreviewLoader : public QObject
{
    Q_OBJECT

public:
    /// `workers` must outlive the loader.
    explicit PreviewLoader(WorkerPool &workers, QObject *parent = nullptr);

    void load(PreviewWish wish) { m_latest.set(std::move(wish)); }
    /// Nothing more will be reported until the next load().
    void cancel() { m_latest.cancel(); }

Q_SIGNALS:
    void loaded(const QImage &picture, const QSize &sourceSize);
    void failed(const QString &reason);

private:
    struct Preview {
        QImage picture;
        QSize sourceSize;
        std::optional<PreviewWish> better; ///< what to ask next for the right picture
    };

    Result<Preview> make(const PreviewWish &wish, JobControl &control);

    WorkerPool &m_workers;
    LatestWish<PreviewWish, Preview> m_latest; // last: its thread uses the others
};

} // namespace convoy
