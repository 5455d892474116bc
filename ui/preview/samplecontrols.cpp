// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/samplecontrols.h"

#include "ui/desktop/filemanager.h"
#include "ui/preview/toolbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double sampleSeconds = 5;

/// A number stays with its unit.
QString unbroken(QString text)
{
    return text.replace(u' ', QChar(QChar::Nbsp));
}

bool sameWork(const std::optional<SampleWish> &a, const std::optional<SampleWish> &b)
{
    return a && b && a->converter == b->converter && a->file == b->file && a->options == b->options
        && a->extension == b->extension;
}

} // namespace

SampleControls::SampleControls(QWidget *parent)
    : QWidget(parent),
      m_play(toolButton(tr("Play"), tr("Plays the file with the desktop's player"))),
      m_try(toolButton(tr("Estimate"), tr("Converts this file on trial to see how large it becomes and how long it takes"))),
      m_open(toolButton({}, {})),
      m_stop(toolButton(tr("Stop"), tr("Ends the trial"))),
      m_figures(new QLabel)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (QToolButton *one : {m_play, m_try, m_open, m_stop})
        row->addWidget(one);
    row->addStretch();
    m_figures->setWordWrap(true);
    m_figures->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_figures);
    m_stop->hide();
    connect(m_play, &QToolButton::clicked, this, [this] { play(m_wish->file); });
    connect(m_stop, &QToolButton::clicked, this, &SampleControls::stop);
    connect(m_try, &QToolButton::clicked, this, [this] { start(false); });
    connect(m_open, &QToolButton::clicked, this, [this] { start(true); });
    present(std::nullopt, MediaKind::Unknown);
}

void SampleControls::setWorkers(WorkerPool &workers)
{
    m_runner = std::make_unique<SampleRunner>(workers);
    connect(m_runner.get(), &SampleRunner::finished, this, &SampleControls::show);
    connect(m_runner.get(), &SampleRunner::failed, this, [this](const QString &reason) {
        setWorking(false);
        showFigures(reason);
    });
}

void SampleControls::showFigures(const QString &text)
{
    m_figures->setText(text); // it has no accessible name: that would be read instead
    m_figures->setVisible(!text.isEmpty());
}

void SampleControls::setWorking(bool working)
{
    m_stop->setVisible(working);
    m_try->setVisible(!working);
    m_open->setVisible(!working);
}

void SampleControls::stop()
{
    if (m_runner)
        m_runner->cancel();
    setWorking(false);
    showFigures({});
}

/// The player is the desktop's, and so is what it says of a missing sound card.
void SampleControls::play(const Path &file)
{
    if (!openFile(file))
        showFigures(tr("This desktop has no program that opens “%1”.").arg(displayName(file.filename())));
}

void SampleControls::release()
{
    m_runner.reset();
}

void SampleControls::present(const std::optional<SampleWish> &wish, MediaKind kind)
{
    if (!sameWork(wish, m_wish))
        stop();
    m_wish = wish;
    m_kind = kind;
    setVisible(wish.has_value());
    const bool moves = kind == MediaKind::Video;
    m_play->setVisible(moves || kind == MediaKind::Audio);
    m_open->setText(moves                          ? tr("Encode %1 s and play").arg(int(sampleSeconds))
                        : kind == MediaKind::Audio ? tr("Encode and play")
                                                   : tr("Convert and open"));
    m_open->setToolTip(tr("Converts on trial, and opens the result with the desktop's program for it"));
}

void SampleControls::setPlace(double seconds, double partSeconds)
{
    m_seconds = seconds;
    m_partSeconds = partSeconds;
}

void SampleControls::start(bool open)
{
    if (!m_runner || !m_wish)
        return;
    m_opens = open;
    SampleWish wish = *m_wish;
    if (m_kind == MediaKind::Video && m_partSeconds > sampleSeconds) {
        QVariantMap options = wish.options.map();
        options[u"offset"_s] = std::max(0.0, std::min(m_seconds, double(wish.info.durationMs) / 1000 - sampleSeconds));
        options[u"end"_s] = 0.0;
        options[u"duration"_s] = sampleSeconds;
        wish.options = OptionValues(options);
        wish.share = sampleSeconds / m_partSeconds;
    }
    setWorking(true);
    showFigures(tr("Converting on trial …"));
    m_runner->run(wish);
}

void SampleControls::show(const Sample &sample)
{
    setWorking(false);
    const QString size = unbroken(sizeText(sample.bytes));
    const QString time = unbroken(sample.seconds < 10
                                      ? tr("%1 s").arg(locale().toString(std::max(sample.seconds, 0.1), 'f', 1))
                                      : durationText(sample.seconds));
    showFigures(sample.share < 1 ? tr("The whole file would have about %1 and take about %2.").arg(size, time)
                                 : tr("It would have %1 and take %2.").arg(size, time));
    if (m_opens && !sample.output.empty())
        play(sample.output);
}

} // namespace convoy
