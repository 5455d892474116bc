// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/batchbar.h"

#include "ui/widgets/pathfield.h"
#include "ui/widgets/remainingtext.h"
#include "ui/widgets/topbar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int barSteps = 1000;
constexpr int barHeight = 14;

} // namespace

QString percentText(double fraction)
{
    return BatchBar::tr("%1 %", "percent").arg(int(fraction * 100));
}

QString countsText(const RowCounts &counts)
{
    const QString
        ended = BatchBar::tr("%1 done, %2 failed, %3 skipped").arg(counts.done()).arg(counts.failed()).arg(counts.skipped());
    QStringList ahead;
    if (const int running = counts[RowState::Running]; running > 0)
        ahead << BatchBar::tr("%n running", nullptr, running);
    if (const int finishing = counts[RowState::Finishing]; finishing > 0)
        ahead << BatchBar::tr("%n finishing", nullptr, finishing);
    if (const int paused = counts[RowState::Paused]; paused > 0)
        ahead << BatchBar::tr("%n paused", nullptr, paused);
    if (const int waiting = counts[RowState::Queued] + counts[RowState::Planning]; waiting > 0)
        ahead << BatchBar::tr("%n waiting", nullptr, waiting);
    if (const int ready = counts.startable() + counts[RowState::Reading]; ready > 0)
        ahead << BatchBar::tr("%n not started", nullptr, ready);
    return ahead.isEmpty() ? ended
                           : BatchBar::tr("%1 · %2", "what is ahead, what has ended").arg(ahead.join(u", "_s), ended);
}

/// A push button that does what an action does, and is enabled with it.
QPushButton *BatchBar::pushButton(QAction &action)
{
    auto *button = new QPushButton(action.icon(), action.text());
    button->setToolTip(action.toolTip());
    connect(&action, &QAction::changed, button, [&action, button] { button->setToolTip(action.toolTip()); });
    button->setEnabled(action.isEnabled());
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::enabledChanged, button, [this, button](bool enabled) {
        if (!enabled && button->hasFocus()) {
            m_left = button;
            m_list.setFocus(); // before Qt gives it to the next button
        }
        button->setEnabled(enabled);
    });
    return button;
}

BatchBar::BatchBar(const Actions &actions, QWidget &list, QWidget *parent)
    : QWidget(parent),
      m_list(list),
      m_folder(new PathField(PathField::Kind::Folder, tr("Output folder"))),
      m_bar(new QProgressBar),
      m_remaining(new QLabel),
      m_pause(pushButton(*actions.pause)),
      m_resume(pushButton(*actions.resume))
{
    m_bar->setRange(0, barSteps);
    m_bar->setValue(0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Batch progress"));
    m_bar->setMinimumWidth(120);
    m_bar->setFixedHeight(barHeight);
    m_remaining->setForegroundRole(QPalette::PlaceholderText);
    m_resume->hide();
    QPushButton *convert = pushButton(*actions.convert);
    convert->setDefault(true);
    QFont bold = convert->font();
    bold.setBold(true);
    convert->setFont(bold);

    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_bar, 1);
    bottom->addWidget(m_remaining);
    for (QPushButton *button : {pushButton(*actions.retryFailed), m_pause, m_resume, pushButton(*actions.cancel)})
        bottom->addWidget(button);
    bottom->addWidget(actionButton(*actions.plan, Qt::ToolButtonIconOnly));
    bottom->addWidget(convert);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 6);
    column->setSpacing(8);
    column->addLayout(makeFolderRow());
    column->addLayout(bottom);
}

QLayout *BatchBar::makeFolderRow()
{
    auto *label = new QLabel(tr("Output folder"));
    label->setBuddy(m_folder);
    m_folder->line().setPlaceholderText(tr("Beside the source"));
    m_folder->line().setToolTip(
        tr("Where outputs go, with the sub-folders of folders that were added. Empty: beside each source."));
    connect(m_folder, &PathField::edited, this, [this] { Q_EMIT outputFolderEdited(outputFolder()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    return row;
}

QString BatchBar::outputFolder() const
{
    return m_folder->line().text().trimmed();
}

void BatchBar::setOutputFolder(const QString &folder)
{
    m_folder->line().setText(folder);
}

void BatchBar::present(const EngineProgress &progress, const RowCounts &counts, bool busy, bool paused)
{
    const int handedIn = counts.active() + counts.ended();
    const int ended = counts.ended() - counts[RowState::Cancelled];
    const double fraction = busy ? progress.fraction : handedIn > 0 ? double(ended) / handedIn : 0.0;
    m_bar->setValue(int(fraction * barSteps));
    QString text;
    if (busy) {
        const bool isAhead = counts[RowState::Running] + counts[RowState::Queued] > 0;
        text = paused ? tr("paused") : remainingText(progress.remaining);
        if (text.isEmpty() && isAhead)
            text = tr("time left not known yet");
        const QString percent = percentText(fraction);
        text = text.isEmpty() ? percent : tr("%1, %2", "percent, time left").arg(percent, text);
    }
    m_remaining->setText(text);
    m_remaining->setVisible(!text.isEmpty());
    m_pause->setVisible(!paused);
    m_resume->setVisible(paused);
    const QPushButton *left = std::exchange(m_left, nullptr);
    if (left == m_pause && paused)
        m_resume->setFocus();
    else if (left == m_resume && busy)
        m_pause->setFocus();
}

} // namespace convoy
