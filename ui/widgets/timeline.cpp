// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline.h"

#include "ui/desktop/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace convoy {

namespace {

constexpr int margin = 10;
constexpr int numberWidth = 18;
constexpr int shownLanes = 8; // more share the same height
constexpr int preferredLane = 16;
constexpr int leastLane = 4;

} // namespace

Timeline::Timeline(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_tick.setInterval(200);
    connect(&m_tick, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    describe();
}

void Timeline::setLanes(int lanes)
{
    m_lanes = qMax(1, lanes);
    updateGeometry();
    QWidget::update();
}

void Timeline::clear()
{
    m_bars.clear();
    m_index.clear();
    m_clearedMs = QDateTime::currentMSecsSinceEpoch();
    m_firstMs = 0;
    m_lastMs = 0;
    m_running = 0;
    m_tick.stop();
    QWidget::update();
}

void Timeline::update(const Job &job)
{
    const JobStatus &status = job.status;
    if (status.startedMs == 0 || status.slot < 0 || status.state == JobState::Queued)
        return;
    int place = m_index.value(job.id, -1);
    if (place >= 0 && m_bars[size_t(place)].startMs != status.startedMs)
        place = -1; // another attempt is another bar
    if (place < 0) {
        if (isTerminal(status.state) && status.startedMs < m_clearedMs)
            return;
        place = int(m_bars.size());
        m_index.insert(job.id, place);
        // One small job more may be under way than there are slots: it shares the last one.
        m_bars.push_back({.lane = qMin(status.slot, m_lanes - 1), .startMs = status.startedMs, .name = planName(job.plan)});
        ++m_running;
        m_firstMs = m_firstMs == 0 ? status.startedMs : qMin(m_firstMs, status.startedMs);
    }
    Bar &bar = m_bars[size_t(place)];
    bar.state = status.state;
    if (isTerminal(status.state) && bar.endMs == 0) {
        bar.endMs = qMax(status.startedMs + 1,
                         qMin(QDateTime::currentMSecsSinceEpoch(), status.startedMs + qint64(status.seconds * 1000)));
        m_lastMs = qMax(m_lastMs, bar.endMs);
        --m_running;
        describe();
    }
    if (m_running > 0 && !m_tick.isActive())
        m_tick.start();
    if (m_running == 0) {
        m_tick.stop();
        QWidget::update();
    }
}

void Timeline::describe()
{
    setAccessibleDescription(tr("%n job(s) so far", nullptr, int(m_bars.size())));
}

qint64 Timeline::now() const
{
    return m_running > 0 ? QDateTime::currentMSecsSinceEpoch() : m_lastMs;
}

qreal Timeline::laneHeight() const
{
    return qreal(height() - 8) / m_lanes;
}

QSize Timeline::sizeHint() const
{
    return {400, 8 + qMin(m_lanes, shownLanes) * preferredLane};
}

/// A low window needs the room for the list and the buttons.
QSize Timeline::minimumSizeHint() const
{
    return {100, 8 + qMin(m_lanes, shownLanes) * leastLane};
}

QRectF Timeline::barRect(const Bar &bar) const
{
    const qreal from = margin + numberWidth;
    const qreal span = width() - from - margin;
    const qreal total = qreal(qMax<qint64>(now() - m_firstMs, 1000));
    const qreal x1 = from + span * qreal(bar.startMs - m_firstMs) / total;
    const qreal x2 = from + span * qreal((bar.endMs > 0 ? bar.endMs : now()) - m_firstMs) / total;
    const qreal height = laneHeight();
    return layoutDirection() == Qt::RightToLeft
        ? QRectF(width() - x2, 4 + bar.lane * height + 1, qMax(1.0, x2 - x1 - 1), height - 2)
        : QRectF(x1, 4 + bar.lane * height + 1, qMax(1.0, x2 - x1 - 1), height - 2);
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.82);
    painter.setFont(small);
    paintLanes(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<qreal> last(size_t(m_lanes), -1);
    for (const Bar &bar : m_bars) {
        const QRectF place = barRect(bar);
        qreal &painted = last[size_t(bar.lane)];
        if (place.width() <= 1 && qAbs(place.left() - painted) < 1)
            continue; // thousands of short jobs share one pixel
        painted = place.left();
        paintBar(painter, bar, place);
    }
}

void Timeline::paintLanes(QPainter &painter) const
{
    const qreal height = laneHeight();
    QColor track = palette().color(QPalette::Text);
    track.setAlpha(16);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (int lane = 0; lane < m_lanes; ++lane) {
        const QRectF place(mirrored ? margin : margin + numberWidth, 4 + lane * height + 1,
                           width() - 2 * margin - numberWidth, height - 2);
        painter.fillRect(place, track);
        const QRectF number(mirrored ? width() - margin - numberWidth : margin, place.top(), numberWidth - 4,
                            place.height());
        if (height >= 10)
            painter.drawText(number, int(Qt::AlignCenter), locale().toString(lane + 1));
    }
}

void Timeline::paintBar(QPainter &painter, const Bar &bar, const QRectF &place) const
{
    const QColor fill = stateColor(rowState(bar.state), palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(place, 2, 2);
    if (place.width() < 40 || place.height() < 10)
        return;
    painter.setPen(readableOn(fill));
    const QRectF text = place.adjusted(5, 0, -4, 0);
    painter.drawText(text, int(Qt::AlignVCenter | Qt::AlignLeft),
                     painter.fontMetrics().elidedText(bar.name, Qt::ElideMiddle, int(text.width())));
}

bool Timeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto hit = std::ranges::find_if(
        m_bars, [this, help](const Bar &bar) { return barRect(bar).adjusted(-1, 0, 1, 0).contains(help->pos()); });
    if (hit == m_bars.end()) {
        QToolTip::hideText();
    } else {
        const double seconds = double((hit->endMs > 0 ? hit->endMs : now()) - hit->startMs) / 1000;
        QToolTip::showText(help->globalPos(),
                           tr("%1: %2, %3 s", "file, state, time")
                               .arg(hit->name, jobStateLabel(hit->state), locale().toString(seconds, 'f', 1)),
                           this);
    }
    return true;
}

} // namespace convoy
