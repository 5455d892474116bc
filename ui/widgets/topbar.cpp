// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/topbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/profilecombo.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wideCharacters = 150;
constexpr int profileCharacters = 34;

} // namespace

QToolButton *actionButton(QAction &action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    button->setDefaultAction(&action);
    button->setToolButtonStyle(action.icon().isNull() ? Qt::ToolButtonTextOnly : style);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(false);
    button->setAccessibleName(action.text());
    return button;
}

TopBar::TopBar(const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_filter(new QLineEdit),
      m_states(new QComboBox),
      m_groupLabel(new QLabel(tr("Group"))),
      m_groupings(new QComboBox),
      m_profiles(new ProfileCombo)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(6);
    for (QAction *action : {actions.addFiles, actions.addFolder, actions.remove, actions.clearFinished})
        row->addWidget(actionButton(*action,
                                    action == actions.addFiles || action == actions.addFolder ? Qt::ToolButtonTextBesideIcon
                                                                                              : Qt::ToolButtonIconOnly));
    row->addStretch(1);

    m_filter->setPlaceholderText(tr("Search"));
    m_filter->setAccessibleName(tr("Search"));
    m_filter->setToolTip(tr("Show only files whose path contains this (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    if (const QIcon lens = themedIcon("search"_L1); !lens.isNull())
        m_filter->addAction(lens, QLineEdit::LeadingPosition);
    m_filter->setAcceptDrops(false);
    m_filter->setMinimumWidth(80);
    m_filter->setMaximumWidth(200);
    row->addWidget(m_filter, 2);

    auto *show = new QLabel(tr("Show"));
    show->setBuddy(m_states);
    for (const QString &text : {tr("all files"), tr("waiting"), tr("running"), tr("done"), tr("with a problem")})
        m_states->addItem(text);
    m_states->setToolTip(tr("Show only files in this state"));
    row->addWidget(show);
    row->addWidget(m_states);
    for (const QString &text : {tr("not grouped"), tr("by folder"), tr("by profile")})
        m_groupings->addItem(text);
    m_groupLabel->setBuddy(m_groupings);
    row->addSpacing(6);
    row->addWidget(m_groupLabel);
    m_groupings->setToolTip(tr("Put files under headings that can be folded"));
    row->addWidget(m_groupings);

    auto *label = new QLabel(tr("Profile"));
    label->setBuddy(m_profiles);
    row->addSpacing(6);
    row->addWidget(label);
    m_profiles->setMaximumWidth(fontMetrics().averageCharWidth() * profileCharacters);
    row->addWidget(m_profiles, 3);

    auto *more = new QToolButton;
    more->setIcon(themedIcon("settings"_L1));
    if (more->icon().isNull())
        more->setText(u"☰"_s);
    more->setAccessibleName(tr("Menu"));
    more->setToolTip(tr("Menu (F10)"));
    more->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(more);
    auto *open = new QAction(this);
    open->setShortcut(QKeySequence(Qt::Key_F10));
    // Not setMenu(): that paints an arrow over the picture.
    const auto popUp = [more, menu = actions.menu] {
        const bool leftwards = more->layoutDirection() == Qt::RightToLeft;
        const int x = leftwards ? 0 : more->width() - menu->sizeHint().width();
        menu->popup(more->mapToGlobal(QPoint(x, more->height())));
    };
    connect(open, &QAction::triggered, more, popUp);
    connect(more, &QToolButton::clicked, this, popUp);
    addAction(open);

    connect(m_groupings, &QComboBox::activated, this, &TopBar::groupingChosen);
    connect(m_filter, &QLineEdit::textChanged, this, &TopBar::filterChanged);
    connect(m_states, &QComboBox::currentIndexChanged, this,
            [this](int index) { Q_EMIT stateFilterChanged(StateFilter(index)); });
}

void TopBar::setGrouping(int grouping)
{
    m_groupings->setCurrentIndex(grouping);
}

void TopBar::showStates(StateFilter states)
{
    m_states->setCurrentIndex(int(states));
}

/// In a narrow window the menu is enough for it.
void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= fontMetrics().averageCharWidth() * wideCharacters;
    m_groupings->setVisible(wide);
    m_groupLabel->setVisible(wide);
}

} // namespace convoy
