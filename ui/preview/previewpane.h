// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/optionsummary.h"
#include "ui/preview/previewloader.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace convoy {

class CompareView;
class CropControls;
class CropView;
class SampleControls;
class TrimControls;
class TrimSlider;
class WindowControls;

/// Looks at one file: as it is, as it will be, or both on each other. Where the converter crops, the rectangle is drawn on
/// it; a DICOM picture's window and a video's ends are set here, too. previewpane.cpp is the controls, previewpictures.cpp
/// how pictures are asked for and shown.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// `workers` must outlive the pane; nothing is shown before.
    void setWorkers(WorkerPool &workers);
    /// Ends the loaders' threads.
    void release();

    /// nullptr: nothing, or several files.
    void present(const QueueRow *row, const Profile *profile, int selected);

    /// The least: a scroll area would give the picture its favourite height, and scroll.
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// Values of options that were changed on the picture.
    void optionsEdited(convoy::RowId row, const QJsonObject &values);
    void applyToAll(convoy::RowId row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Mode { Before, After, Compare };
    static constexpr int positionSteps = 1000;

    static OptionValues optionsBefore(const OptionValues &options, const QString &converter);

    void makeLayout();
    void connectControls();
    void presentNothing(const QueueRow *row, int selected);
    void presentWish(const QueueRow &row, const Profile *profile, const QVariantMap &options, bool suits);
    void presentControls(const QueueRow &row, const Profile *profile, const QVariantMap &options, bool suits);
    void showCropControls();
    void editCrop(const QRect &crop);
    void request();
    void received(const QImage &picture, const QSize &source);
    void updateFacts();
    Mode mode() const;
    std::optional<QRect> shownCrop() const;
    double secondsShown() const;

    std::unique_ptr<PreviewLoader> m_loader; ///< of what is shown; of the picture before in a comparison
    std::unique_ptr<PreviewLoader> m_second; ///< of the picture after in a comparison
    QStackedWidget *m_pictures;
    CropView *m_view;
    CompareView *m_compare;
    TrimSlider *m_position;
    QToolButton *m_before;
    QToolButton *m_after;
    QToolButton *m_both;
    CropControls *m_cropControls;
    WindowControls *m_windowControls;
    TrimControls *m_trimControls;
    SampleControls *m_sampleControls;
    QLabel *m_facts;
    QTimer m_delay;
    RowId m_row = 0;
    bool m_hasCrop = false;
    QRect m_crop;
    double m_durationS = 0;
    PreviewWish m_wish;
    PreviewWish m_shown;
    Mode m_shownMode = Mode::Before;
    QSize m_source; ///< of the picture that is shown; empty until it is there, and where it cannot be read
    QString m_summary;
};

} // namespace convoy
