// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

#include <QToolButton>

#include <memory>

namespace convoy {

class PreviewLoader;
class WorkerPool;

/// Shows the front cover; a picture that is dropped on it, or chosen after a click, becomes the cover. It is a worker
/// that decodes it.
class CoverBox : public QToolButton
{
    Q_OBJECT

public:
    explicit CoverBox(QWidget *parent = nullptr);
    ~CoverBox() override;

    void setWorkers(WorkerPool &workers);
    /// Empty for none.
    void show(const Path &picture);
    using QToolButton::show;

Q_SIGNALS:
    void chosen(const convoy::Path &picture);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void ask();

    Path m_picture;
    std::unique_ptr<PreviewLoader> m_loader;
};

} // namespace convoy
