// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/optionsummary.h"
#include "ui/widgets/previewloader.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QSlider;
class QToolButton;

namespace convoy {

class CropView;

/// Looks at one file: as it is, or as it will be. Where the converter crops, the rectangle is drawn on it.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);

    /// `workers` must outlive the pane; nothing is shown before.
    void setWorkers(WorkerPool &workers);
    /// Ends the loader's thread.
    void release();

    /// nullptr: nothing, or several files.
    void present(const QueueRow *row, const Profile *profile, int selected);

Q_SIGNALS:
    /// Values of crop_left, crop_top, crop_width and crop_height.
    void cropEdited(convoy::RowId row, const QJsonObject &values);
    void applyToAll(convoy::RowId row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void request();
    void updateFacts();

    std::unique_ptr<PreviewLoader> m_loader;
    CropView *m_view;
    QToolButton *m_before;
    QToolButton *m_after;
    QToolButton *m_applyToAll;
    QSlider *m_position;
    QLabel *m_facts;
    QTimer m_delay;
    RowId m_row = 0;
    bool m_hasCrop = false;
    QRect m_crop;
    PreviewWish m_wish;
    PreviewWish m_shown;
    QString m_summary;
};

} // namespace convoy
