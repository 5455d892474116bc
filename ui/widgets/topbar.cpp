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

constexpr int profileCharacters = 34;
constexpr int iconRoom = 20;   // the words do not stick to the picture
constexpr int filterRoom = 60; // for what is searched and the names of profiles, before the grouping has its place

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
    for (QAction *action : {actions.addFiles, actions.addFolder}) {
        m_adding.append(actionButton(*action, Qt::ToolButtonTextBesideIcon));
        m_adding.last()->setIconSize(QSize(iconRoom, m_adding.last()->iconSize().height()));
        row->addWidget(m_adding.last());
    }
    for (QAction *action : {actions.remove, actions.clearFinished})
        row->addWidget(actionButton(*action, Qt::ToolButtonIconOnly));
    row->addStretch(1);

    row->addWidget(makeFilter(), 2);
    addChoices(*row);
    row->addWidget(makeMenuButton(*actions.menu));

    connect(m_groupings, &QComboBox::activated, this, &TopBar::groupingChosen);
    connect(m_filter, &QLineEdit::textChanged, this, &TopBar::filterChanged);
    connect(m_states, &QComboBox::currentIndexChanged, this,
            [this](int index) { Q_EMIT stateFilterChanged(StateFilter(index)); });
}

QWidget *TopBar::makeFilter()
{
    m_filter->setPlaceholderText(tr("Search"));
    m_filter->setAccessibleName(tr("Search"));
    m_filter->setToolTip(tr("Show only files whose path contains this (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    if (const QIcon lens = themedIcon("search"_L1); !lens.isNull())
        m_filter->addAction(lens, QLineEdit::LeadingPosition);
    m_filter->setAcceptDrops(false);
    m_filter->setMinimumWidth(80);
    m_filter->setMaximumWidth(200);
    return m_filter;
}

void TopBar::addChoices(QHBoxLayout &row)
{
    auto *show = new QLabel(tr("Show"));
    show->setBuddy(m_states);
    for (const QString &text : {tr("all files"), tr("waiting"), tr("running"), tr("done"), tr("with a problem")})
        m_states->addItem(text);
    m_states->setToolTip(tr("Show only files in this state"));
    row.addWidget(show);
    row.addWidget(m_states);
    for (const QString &text : {tr("not grouped"), tr("by folder"), tr("by profile")})
        m_groupings->addItem(text);
    m_groupLabel->setBuddy(m_groupings);
    row.addSpacing(6);
    row.addWidget(m_groupLabel);
    m_groupings->setToolTip(tr("Put files under headings that can be folded"));
    row.addWidget(m_groupings);

    auto *label = new QLabel(tr("Profile"));
    label->setBuddy(m_profiles);
    row.addSpacing(6);
    row.addWidget(label);
    m_profiles->setMaximumWidth(fontMetrics().averageCharWidth() * profileCharacters);
    row.addWidget(m_profiles, 3);
}

QWidget *TopBar::makeMenuButton(QMenu &menu)
{
    auto *more = new QToolButton;
    more->setIcon(themedIcon("menu"_L1));
    if (more->icon().isNull())
        more->setText(u"☰"_s);
    more->setAccessibleName(tr("Menu"));
    more->setToolTip(tr("Menu (F10)"));
    more->setFocusPolicy(Qt::StrongFocus);
    auto *open = new QAction(this);
    open->setShortcut(QKeySequence(Qt::Key_F10));
    // Not setMenu(): that paints an arrow over the picture.
    const auto popUp = [more, &menu] {
        const bool leftwards = more->layoutDirection() == Qt::RightToLeft;
        const int x = leftwards ? 0 : more->width() - menu.sizeHint().width();
        menu.popup(more->mapToGlobal(QPoint(x, more->height())));
    };
    connect(open, &QAction::triggered, more, popUp);
    connect(more, &QToolButton::clicked, this, popUp);
    addAction(open);
    return more;
}

void TopBar::setGrouping(int grouping)
{
    m_groupings->setCurrentIndex(grouping);
}

void TopBar::showStates(StateFilter states)
{
    m_states->setCurrentIndex(int(states));
}

/// What the words on the buttons take, as Qt reckons.
int TopBar::wordsWidth() const
{
    int width = 0;
    for (const QToolButton *button : m_adding) {
        const QFontMetrics metrics = button->fontMetrics();
        width += 4 + metrics.size(Qt::TextShowMnemonic, button->text()).width() + 2 * metrics.horizontalAdvance(u' ');
    }
    return width;
}

int TopBar::groupingWidth() const
{
    return m_groupLabel->minimumSizeHint().width() + m_groupings->minimumSizeHint().width() + 2 * layout()->spacing();
}

/// Without the grouping, for which the menu is enough, and without words where a picture and a tooltip say the same.
QSize TopBar::minimumSizeHint() const
{
    const bool hasWords = m_adding.first()->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    const int grouping = m_groupings->isHidden() ? 0 : groupingWidth();
    return QWidget::minimumSizeHint() - QSize(grouping + (hasWords ? wordsWidth() : 0), 0);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int room = width() - minimumSizeHint().width() - wordsWidth();
    const bool wide = room >= groupingWidth() + filterRoom;
    for (QToolButton *button : m_adding)
        button->setToolButtonStyle(room >= 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_groupings->setVisible(wide);
    m_groupLabel->setVisible(wide);
}

} // namespace convoy
