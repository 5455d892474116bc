// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/previewpane.h"

#include "ui/preview/compareview.h"
#include "ui/preview/cropcontrols.h"
#include "ui/preview/cropview.h"
#include "ui/preview/samplecontrols.h"
#include "ui/preview/trimcontrols.h"
#include "ui/preview/trimslider.h"
#include "ui/preview/windowcontrols.h"
#include "ui/widgets/allowed.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pauseMs = 120;   // typing and dragging settle before a worker is asked
constexpr int roomyLines = 27; // of text, so high that the numbers of the crop leave the picture enough

QToolButton *makeToggle(const QString &text, const QString &tip, QButtonGroup &group)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    group.addButton(button);
    QObject::connect(button, &QToolButton::toggled, button, [button](bool on) {
        QPalette palette; // only what is set here is fixed; the rest follows light and dark
        if (on) {
            // The style makes buttons lighter: white text would be hard to read on the plain colour.
            palette.setColor(QPalette::Button, button->palette().color(QPalette::Highlight).darker(135));
            palette.setColor(QPalette::ButtonText, button->palette().color(QPalette::HighlightedText));
        }
        button->setPalette(palette);
    });
    return button;
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent),
      m_pictures(new QStackedWidget),
      m_view(new CropView),
      m_compare(new CompareView),
      m_position(new TrimSlider),
      m_cropControls(new CropControls),
      m_windowControls(new WindowControls),
      m_trimControls(new TrimControls),
      m_sampleControls(new SampleControls),
      m_facts(new QLabel)
{
    auto *group = new QButtonGroup(this);
    m_before = makeToggle(tr("Before"), tr("The file as it is"), *group);
    m_after = makeToggle(tr("After"), tr("The file as it will be, with the options applied"), *group);
    m_both = makeToggle(tr("Compare"), tr("Both on each other, with a divider to drag"), *group);
    m_before->setChecked(true);
    connect(group, &QButtonGroup::buttonClicked, this, [this] {
        m_pictures->setCurrentWidget(mode() == Mode::Compare ? static_cast<QWidget *>(m_compare) : m_view);
        m_delay.start();
    });
    m_position->setRange(0, positionSteps);
    m_position->setAccessibleName(tr("Position in the file"));
    m_position->setToolTip(tr("Frame or time to look at"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_delay.setSingleShot(true);
    m_delay.setInterval(pauseMs);
    makeLayout();
    connectControls();
    present(nullptr, nullptr, 0);
}

PreviewPane::~PreviewPane() = default;

void PreviewPane::makeLayout()
{
    m_pictures->addWidget(m_view);
    m_pictures->addWidget(m_compare);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton *button : {m_before, m_after, m_both})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_pictures, 1);
    column->addWidget(m_position);
    column->addWidget(m_trimControls);
    column->addLayout(buttons);
    column->addWidget(m_windowControls);
    column->addWidget(m_cropControls);
    column->addWidget(m_sampleControls);
    column->addWidget(m_facts);
}

int PreviewPane::heightForWidth(int width) const
{
    return layout()->totalMinimumHeightForWidth(width);
}

void PreviewPane::connectControls()
{
    connect(&m_delay, &QTimer::timeout, this, &PreviewPane::request);
    connect(m_position, &QSlider::valueChanged, this, [this] {
        m_trimControls->setTime(secondsShown());
        m_sampleControls->setPlace(secondsShown(), m_trimControls->end() - m_trimControls->start());
        m_delay.start();
    });
    connect(m_view, &CropView::cropEdited, this, &PreviewPane::editCrop);
    connect(m_view, &CropView::windowDragBegan, m_windowControls, &WindowControls::startDrag);
    connect(m_view, &CropView::windowDragged, m_windowControls, &WindowControls::drag);
    connect(m_cropControls, &CropControls::cropEdited, this, &PreviewPane::editCrop);
    connect(m_cropControls, &CropControls::aspectChosen, m_view, &CropView::setAspect);
    connect(m_cropControls, &CropControls::applyToAll, this, [this] { Q_EMIT applyToAll(m_row); });
    connect(m_windowControls, &WindowControls::windowEdited, this, [this](const QString &value) {
        Q_EMIT optionsEdited(m_row, {{u"window"_s, value}});
    });
    connect(m_trimControls, &TrimControls::trimmed, this,
            [this](const QJsonObject &values) { Q_EMIT optionsEdited(m_row, values); });
}

void PreviewPane::editCrop(const QRect &crop)
{
    Q_EMIT optionsEdited(m_row,
                         {{u"crop_left"_s, crop.x()},
                          {u"crop_top"_s, crop.y()},
                          {u"crop_width"_s, crop.width()},
                          {u"crop_height"_s, crop.height()}});
}

void PreviewPane::setWorkers(WorkerPool &workers)
{
    m_loader = std::make_unique<PreviewLoader>(workers);
    m_second = std::make_unique<PreviewLoader>(workers);
    connect(m_loader.get(), &PreviewLoader::loaded, this, &PreviewPane::received);
    connect(m_second.get(), &PreviewLoader::loaded, m_compare,
            [this](const QImage &picture, const QSize &) { m_compare->setAfter(picture); });
    for (const auto &loader : {m_loader.get(), m_second.get()})
        connect(loader, &PreviewLoader::failed, this, [this](const QString &reason) {
            m_pictures->setCurrentWidget(m_view);
            m_view->setText(reason);
        });
    m_sampleControls->setWorkers(workers);
}

void PreviewPane::release()
{
    m_delay.stop();
    m_loader.reset();
    m_second.reset();
    m_sampleControls->release();
}

PreviewPane::Mode PreviewPane::mode() const
{
    return m_both->isChecked() ? Mode::Compare : m_after->isChecked() ? Mode::After : Mode::Before;
}

double PreviewPane::secondsShown() const
{
    return m_durationS * m_position->value() / positionSteps;
}

std::optional<QRect> PreviewPane::shownCrop() const
{
    return m_hasCrop && mode() == Mode::Before ? std::optional(m_crop) : std::nullopt;
}

void PreviewPane::present(const QueueRow *row, const Profile *profile, int selected)
{
    const bool possible = row && row->probed && row->kind != MediaKind::Unknown && !row->refusal;
    if (!possible)
        return presentNothing(row, selected);
    const QVariantMap options = profile ? rowOptions(*row, *profile) : QVariantMap();
    if (row->id != m_row) {
        const QSignalBlocker quiet(m_position);
        // A video begins where it will be taken from.
        const double start = options.value(u"offset"_s).toDouble();
        const double length = double(row->info.durationMs) / 1000;
        m_durationS = length;
        m_position->setValue(length > 0 ? int(qBound(0.0, start / length, 1.0) * positionSteps) : 0);
        m_trimControls->setTime(secondsShown());
    }
    m_row = row->id;
    const bool suits = profile && profile->converter == QString(probingConverter(row->kind));
    presentControls(*row, profile, options, suits);
    presentWish(*row, profile, options, suits);
    if (m_wish.file != m_shown.file)
        m_source = {};
    m_view->setCrop(shownCrop());
    updateFacts();
    m_delay.start();
}

void PreviewPane::presentNothing(const QueueRow *row, int selected)
{
    m_row = 0;
    m_shown = {};
    m_source = {};
    m_hasCrop = false;
    for (QWidget *control : std::initializer_list<QWidget *>{m_before, m_after, m_both, m_facts, m_position, m_cropControls,
                                                             m_windowControls, m_trimControls})
        control->setVisible(false);
    m_sampleControls->present(std::nullopt, MediaKind::Unknown);
    if (m_loader)
        m_loader->cancel();
    if (m_second)
        m_second->cancel();
    m_delay.stop();
    m_view->setCrop(std::nullopt);
    m_pictures->setCurrentWidget(m_view);
    if (row && row->refusal)
        m_view->setText(row->refusal->message);
    else
        m_view->setText(selected > 1 ? tr("%n file(s) are selected. Select one to look at it.", nullptr, selected)
                                     : tr("Select a file to look at it."));
}

void PreviewPane::presentControls(const QueueRow &row, const Profile *profile, const QVariantMap &options, bool suits)
{
    const bool picture = row.kind != MediaKind::Audio;
    m_durationS = double(row.info.durationMs) / 1000;
    m_summary = row.info.summary;
    for (QToolButton *button : {m_before, m_after, m_both}) {
        button->setVisible(picture);
        setAllowed(*button, suits || button == m_before, tr("What comes of this profile cannot be shown beforehand."));
    }
    if (!suits || !picture) {
        m_before->setChecked(true);
        m_pictures->setCurrentWidget(m_view);
    }
    m_facts->setVisible(true);
    m_position->setVisible(picture && (row.info.frames > 1 || row.info.durationMs > 0));
    // A key goes to the next frame where there are few.
    const int step = row.info.durationMs <= 0 && row.info.frames > 1 ? qMax(1, positionSteps / int(row.info.frames - 1)) : 1;
    m_position->setSingleStep(step);
    m_position->setPageStep(qMax(step, positionSteps / 100));
    m_hasCrop = suits && options.contains(u"crop_width"_s) && options.contains(u"crop_left"_s);
    m_crop = QRect(options.value(u"crop_left"_s).toInt(), options.value(u"crop_top"_s).toInt(),
                   options.value(u"crop_width"_s).toInt(), options.value(u"crop_height"_s).toInt());
    showCropControls();
    m_cropControls->setCrop(m_crop);
    const bool windowed = suits && row.kind == MediaKind::Dicom && options.contains(u"window"_s);
    m_windowControls->setVisible(windowed);
    m_view->setWindowDraggable(windowed);
    GrayWindow own = grayWindowFrom(row.info.tags.value(u"window"_s));
    if (own.width < 1) // the file has none: the whole range of its values
        own = {double(1 << qBound(0, row.info.bitsStored - 1, 30)), double(1 << qBound(0, row.info.bitsStored, 30))};
    m_windowControls->present(options.value(u"window"_s).toString(), own);
    const bool trims = suits && m_durationS > 0 && options.contains(u"offset"_s) && options.contains(u"end"_s);
    m_trimControls->setVisible(trims);
    m_trimControls->present(options.value(u"offset"_s).toDouble(), options.value(u"end"_s).toDouble(), m_durationS);
    m_position->setPart(trims ? m_trimControls->start() / m_durationS : 0, trims ? m_trimControls->end() / m_durationS : 1);
    std::optional<SampleWish> sample;
    if (suits)
        sample = SampleWish{profile->converter, row.input.path, row.info, OptionValues(options), profile->extension};
    m_sampleControls->present(sample, row.kind);
    m_sampleControls->setPlace(secondsShown(), m_trimControls->end() - m_trimControls->start());
}

/// In a low window the picture needs the room; the numbers are in the options, too.
void PreviewPane::showCropControls()
{
    m_cropControls->setVisible(m_hasCrop && height() >= roomyLines * fontMetrics().lineSpacing());
}

void PreviewPane::presentWish(const QueueRow &row, const Profile *profile, const QVariantMap &options, bool suits)
{
    m_wish.converter = suits ? profile->converter : QString(probingConverter(row.kind));
    m_wish.file = row.input.path;
    m_wish.options = suits ? OptionValues(options) : optionsBefore({}, m_wish.converter);
}

void PreviewPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showCropControls();
    m_delay.start();
}

void PreviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_delay.start();
}

} // namespace convoy
