// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidepanel.h"

#include "ui/dialogs/trackdialog.h"
#include "ui/preview/previewpane.h"
#include "ui/widgets/detailspane.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/optionform.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int delayMs = 40; // a selection that is being drawn out is looked at once it rests
constexpr int manyRows = 5000;
constexpr int manyRowsDelayMs = 1000;

/// Where a window is too low for what is in it, it scrolls; sideways it has the room that it needs.
class ScrolledColumn : public QScrollArea
{
public:
    explicit ScrolledColumn(QWidget *column)
    {
        setWidgetResizable(true);
        setFrameShape(NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidget(column);
    }

    QSize minimumSizeHint() const override
    {
        return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
                QScrollArea::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

SidePanel::SidePanel(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, QWidget *parent)
    : QTabWidget(parent),
      m_model(model),
      m_editor(editor),
      m_profiles(profiles),
      m_preview(new PreviewPane),
      m_options(new OptionForm),
      m_details(new DetailsPane),
      m_log(new LogPane)
{
    setDocumentMode(true);
    setAccessibleName(tr("About the selected files"));
    addTab(new ScrolledColumn(m_preview), tr("Preview"));
    addTab(m_options, tr("Options"));
    addTab(m_details, tr("Details"));
    addTab(m_log, tr("Log"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &SidePanel::update);
    connect(m_options, &OptionForm::changed, this,
            [this](const QString &key, const QJsonValue &value) { m_editor.setOption(targets(), key, value); });
    connect(this, &QTabWidget::currentChanged, this, &SidePanel::refresh);
    connect(m_options, &OptionForm::resetAll, this, [this] { m_editor.resetOptions(targets()); });
    connect(m_options, &OptionForm::tableWanted, this, &SidePanel::editTracks);
    connect(m_preview, &PreviewPane::optionsEdited, this,
            [this](RowId row, const QJsonObject &values) { m_editor.setOptions(row, values); });
    connect(m_preview, &PreviewPane::applyToAll, this, &SidePanel::applyCropToAll);
    update();
}

void SidePanel::setWorkers(WorkerPool &workers)
{
    m_workers = &workers;
    m_preview->setWorkers(workers);
}

void SidePanel::release()
{
    delete m_tracks;
    if (m_workers)
        m_workers->stopTrying();
    m_background.waitForDone();
    m_preview->release();
}

/// One editor at a time: it shows what is selected when it is asked for.
void SidePanel::editTracks()
{
    delete m_tracks;
    m_tracks = new TrackDialog(m_model, m_editor, m_profiles, targets(), window());
    if (m_workers)
        m_tracks->setWorkers(*m_workers);
    m_tracks->show();
}

void SidePanel::setSelection(const QList<RowId> &selected)
{
    m_selected = selected;
    m_delay.start(delayMs);
}

void SidePanel::refresh()
{
    // Looking at 100,000 rows takes a while: not at each change.
    if (!m_delay.isActive())
        m_delay.start(m_model.rowCount() > manyRows && m_selected.isEmpty() ? manyRowsDelayMs : delayMs);
}

void SidePanel::showDetails()
{
    setCurrentWidget(m_details);
}

QList<RowId> SidePanel::targets() const
{
    if (!m_selected.isEmpty())
        return m_selected;
    return m_model.rowsWhere([](RowState state) { return state < RowState::Planning && state != RowState::Ignored; });
}

void SidePanel::update()
{
    const QueueRow *row = m_selected.size() == 1 ? m_model.find(m_selected.first()) : nullptr;
    const Profile *profile = row ? m_profiles.find(row->profileId) : nullptr;
    m_preview->present(row, profile, int(m_selected.size()));
    m_details->present(row, row ? m_model.profile(row->profileId) : nullptr, int(m_selected.size()));
    OptionSummary summary = summarizeOptions(m_model, m_profiles, targets());
    summary.encoders = m_encoders;
    if (currentWidget() == m_options && summary.converter && !summary.converter->encoderOption.isEmpty())
        findEncoders();
    m_options->present(summary);
    Q_EMIT profileShown(summary.profileId);
}

/// When a person first looks at what could be chosen: trying them takes a while.
void SidePanel::findEncoders()
{
    if (!m_workers || std::exchange(m_hasAskedForEncoders, true))
        return;
    m_background.start([this, workers = m_workers] {
        const QStringList encoders = workers->workingEncoders();
        QMetaObject::invokeMethod(this, [this, encoders] {
            m_encoders = encoders;
            refresh();
        });
    });
}

/// The crop of one file for every one with the same profile that is not being converted.
void SidePanel::applyCropToAll(RowId source)
{
    const QueueRow *row = m_model.find(source);
    const Profile *profile = row ? m_profiles.find(row->profileId) : nullptr;
    if (!profile)
        return;
    const QVariantMap values = rowOptions(*row, *profile);
    QList<RowId> alike;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        if (m_model.at(i).profileId == row->profileId && m_model.stateAt(i) < RowState::Planning)
            alike.append(m_model.at(i).id);
    }
    m_editor.stack().beginMacro(tr("cropping all alike"));
    for (const QString &key : {u"crop_left"_s, u"crop_top"_s, u"crop_width"_s, u"crop_height"_s})
        m_editor.setOption(alike, key, QJsonValue::fromVariant(values.value(key)));
    m_editor.stack().endMacro();
}

} // namespace convoy
