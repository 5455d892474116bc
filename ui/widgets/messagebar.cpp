// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/desktop/theme.h"
#include "ui/models/queuerow.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

MessageBar::MessageBar(Tone tone, const QString &sentence, const QString &detail, const QList<Action> &actions,
                       QWidget *parent)
    : QFrame(parent),
      m_tone(tone)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 10, 6);
    auto *text = new QLabel;
    text->setTextFormat(Qt::PlainText);
    text->setText(sentence);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setToolTip(plainTip(detail));
    row->addWidget(text, 1);
    setAccessibleName(sentence);
    for (const Action &action : actions) {
        auto *button = new QPushButton(action.label);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves it in the list, where it is when the bar has gone
        connect(button, &QPushButton::clicked, this, [this, run = action.run, stays = action.staysOpen] {
            if (!stays) {
                hide();
                deleteLater();
            }
            run();
        });
        row->addWidget(button);
    }
    auto *close = new QToolButton;
    close->setText(u"✕"_s);
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        deleteLater();
    });
    row->addWidget(close);
}

/// Screen readers say it when it comes.
void MessageBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = stateColor(m_tone == Tone::Trouble ? RowState::Failed : RowState::Running, palette());
    QColor ground = color;
    ground.setAlpha(28);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), ground);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 4, height())), color);
}

} // namespace convoy
