// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/previewpane.h"

#include "ui/widgets/cropview.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pauseMs = 120; // typing and dragging settle before a worker is asked
constexpr int positionSteps = 1000;

bool samePicture(const PreviewWish &a, const PreviewWish &b)
{
    return a.converter == b.converter && a.file == b.file && a.position == b.position && a.converted == b.converted
        && a.maximumSize == b.maximumSize && (!a.converted || a.options == b.options);
}

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
            palette.setColor(QPalette::Button, button->palette().color(QPalette::Highlight));
            palette.setColor(QPalette::ButtonText, button->palette().color(QPalette::HighlightedText));
        }
        button->setPalette(palette);
    });
    return button;
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent),
      m_view(new CropView),
      m_position(new QSlider(Qt::Horizontal)),
      m_facts(new QLabel)
{
    auto *group = new QButtonGroup(this);
    m_before = makeToggle(tr("Before"), tr("The file as it is"), *group);
    m_after = makeToggle(tr("After"), tr("The file as it will be, with the options applied"), *group);
    m_before->setChecked(true);
    m_applyToAll = new QToolButton;
    m_applyToAll->setText(tr("Crop all alike"));
    m_applyToAll->setToolTip(tr("Gives every waiting file with this profile the same crop"));
    m_applyToAll->setFocusPolicy(Qt::StrongFocus);
    m_position->setRange(0, positionSteps);
    m_position->setAccessibleName(tr("Position in the file"));
    m_position->setToolTip(tr("Frame or time to look at"));
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_before);
    buttons->addWidget(m_after);
    buttons->addStretch();
    buttons->addWidget(m_applyToAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_view, 1);
    column->addWidget(m_position);
    column->addLayout(buttons);
    column->addWidget(m_facts);
    m_delay.setSingleShot(true);
    m_delay.setInterval(pauseMs);
    connect(&m_delay, &QTimer::timeout, this, &PreviewPane::request);
    connect(m_position, &QSlider::valueChanged, this, [this] { m_delay.start(); });
    connect(group, &QButtonGroup::buttonClicked, this, [this] { m_delay.start(); });
    connect(m_applyToAll, &QToolButton::clicked, this, [this] { Q_EMIT applyToAll(m_row); });
    connect(m_view, &CropView::cropEdited, this, [this](const QRect &crop) {
        const QJsonObject values{{u"crop_left"_s, crop.x()},
                                 {u"crop_top"_s, crop.y()},
                                 {u"crop_width"_s, crop.width()},
                                 {u"crop_height"_s, crop.height()}};
        Q_EMIT cropEdited(m_row, values);
    });
    present(nullptr, nullptr, 0);
}

void PreviewPane::setWorkers(WorkerPool &workers)
{
    m_loader = std::make_unique<PreviewLoader>(workers);
    connect(m_loader.get(), &PreviewLoader::loaded, this, [this](const QImage &picture, const QSize &source) {
        m_view->setPicture(picture, source);
        m_view->setCrop(m_hasCrop && !m_shown.converted ? std::optional(m_crop) : std::nullopt);
        updateFacts();
    });
    connect(m_loader.get(), &PreviewLoader::failed, this, [this](const QString &reason) { m_view->setText(reason); });
}

void PreviewPane::release()
{
    m_delay.stop();
    m_loader.reset();
}

void PreviewPane::present(const QueueRow *row, const Profile *profile, int selected)
{
    const bool possible = row && row->probed && row->kind != MediaKind::Unknown && !row->refusal;
    const bool another = !possible || row->id != m_row;
    m_row = possible ? row->id : 0;
    for (QWidget *control : std::initializer_list<QWidget *>{m_before, m_after})
        control->setVisible(possible && row->kind != MediaKind::Audio);
    m_facts->setVisible(possible);
    const bool moving = possible && (row->info.frames > 1 || row->info.durationMs > 0) && row->kind != MediaKind::Audio;
    m_position->setVisible(moving);
    m_hasCrop = false;
    if (!possible) {
        m_applyToAll->setVisible(false);
        m_shown = {};
        if (m_loader)
            m_loader->cancel();
        m_delay.stop();
        m_view->setCrop(std::nullopt);
        if (row && row->refusal)
            m_view->setText(row->refusal->message);
        else
            m_view->setText(selected > 1 ? tr("%n file(s) are selected. Select one to look at it.", nullptr, selected)
                                         : tr("Select a file to look at it."));
        return;
    }
    m_summary = row->info.summary;
    const QVariantMap options = profile ? rowOptions(*row, *profile) : QVariantMap();
    const bool suits = profile && profile->converter == QString(probingConverter(row->kind));
    m_after->setEnabled(suits);
    if (!suits || row->kind == MediaKind::Audio)
        m_before->setChecked(true);
    m_hasCrop = suits && options.contains(u"crop_width"_s) && options.contains(u"crop_left"_s);
    m_applyToAll->setVisible(m_hasCrop);
    m_crop = QRect(options.value(u"crop_left"_s).toInt(), options.value(u"crop_top"_s).toInt(),
                   options.value(u"crop_width"_s).toInt(), options.value(u"crop_height"_s).toInt());
    m_wish.converter = QString(probingConverter(row->kind));
    m_wish.file = row->input.path;
    m_wish.options = OptionValues(suits ? options : QVariantMap());
    if (!suits) {
        if (const ConverterInfo *probing = findConverter(m_wish.converter); probing) {
            if (const auto complete = completeOptions(probing->schema, {}, {}))
                m_wish.options = *complete;
        }
    }
    if (another) {
        const QSignalBlocker quiet(m_position);
        m_position->setValue(0);
    }
    if (m_hasCrop && !m_after->isChecked())
        m_view->setCrop(m_crop);
    updateFacts();
    m_delay.start();
}

void PreviewPane::request()
{
    if (!m_loader || m_row == 0 || !isVisible())
        return;
    m_wish.position = double(m_position->value()) / positionSteps;
    m_wish.converted = m_after->isChecked();
    m_wish.maximumSize = qBound(256, int(qMax(m_view->width(), m_view->height()) * devicePixelRatioF()), 2048);
    if (samePicture(m_wish, m_shown))
        return;
    if (m_wish.file != m_shown.file)
        m_view->setText(tr("Loading …"));
    m_view->setCrop(m_hasCrop && !m_wish.converted ? std::optional(m_crop) : std::nullopt);
    m_shown = m_wish;
    m_loader->load(m_wish);
}

void PreviewPane::updateFacts()
{
    QString facts = m_summary;
    const QSize whole = m_view->sourceSize();
    if (m_hasCrop && !whole.isEmpty()) {
        const int width = m_crop.width() > 0 ? qMin(m_crop.width(), whole.width() - m_crop.x()) : whole.width() - m_crop.x();
        const int height = m_crop.height() > 0 ? qMin(m_crop.height(), whole.height() - m_crop.y())
                                               : whole.height() - m_crop.y();
        facts = tr("%1 × %2 of %3 × %4 pixels").arg(width).arg(height).arg(whole.width()).arg(whole.height());
    }
    m_facts->setText(facts);
}

void PreviewPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_delay.start();
}

void PreviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_delay.start();
}

} // namespace convoy
