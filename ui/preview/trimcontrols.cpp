// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/trimcontrols.h"

#include "ui/models/queuerow.h"
#include "ui/preview/toolbutton.h"
#include "ui/widgets/allowed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double shortest = 0.1; // s

double rounded(double seconds)
{
    return std::round(seconds * 100) / 100;
}

} // namespace

TrimControls::TrimControls(QWidget *parent)
    : QWidget(parent),
      m_shown(new QLabel),
      m_startHere(toolButton(tr("Start here"), tr("Leave out what comes before the time that is shown"))),
      m_endHere(toolButton(tr("End here"), tr("Leave out what comes after the time that is shown"))),
      m_whole(toolButton(tr("Whole"), tr("Take the whole file again")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_shown, 1);
    for (QToolButton *one : {m_startHere, m_endHere, m_whole})
        row->addWidget(one);
    connect(m_startHere, &QToolButton::clicked, this, [this] { mark(rounded(m_time), m_end > m_time ? m_end : 0); });
    connect(m_endHere, &QToolButton::clicked, this, [this] { mark(m_start < m_time ? m_start : 0, rounded(m_time)); });
    connect(m_whole, &QToolButton::clicked, this, [this] { mark(0, 0); });
}

void TrimControls::present(double start, double end, double duration)
{
    m_start = start;
    m_end = end;
    m_duration = duration;
    setAllowed(*m_whole, start > 0 || end > 0, tr("The whole file is taken already."));
    setTime(m_time);
}

void TrimControls::setTime(double seconds)
{
    m_time = seconds;
    m_shown->setText(tr("%1 of %2", "time, length").arg(durationText(seconds), durationText(m_duration)));
    setAllowed(*m_endHere, seconds >= shortest, tr("Nothing would be left: go to a later time first."));
}

/// The length is taken back: two ways to say where it ends would contradict each other.
void TrimControls::mark(double start, double end)
{
    Q_EMIT trimmed({{u"offset"_s, start}, {u"end"_s, end}, {u"duration"_s, 0.0}});
}

} // namespace convoy
