// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mnemonics.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <vector>

namespace convoy {

namespace {

struct Caption {
    QString text;
    std::function<void(const QString &)> set;
    int rank = 0; ///< who comes first has more letters to choose from
};

bool scrolls(const QWidget &widget)
{
    for (const QWidget *outer = widget.parentWidget(); outer && !widget.isWindow(); outer = outer->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(outer))
            return true;
    }
    return false;
}

void addCaptions(QWidget &widget, std::vector<Caption> &captions)
{
    if (auto *tool = qobject_cast<QToolButton *>(&widget)) {
        // What is set on the button itself is gone when its action changes.
        if (QAction *action = tool->defaultAction(); action && tool->toolButtonStyle() != Qt::ToolButtonIconOnly)
            captions.push_back({tool->text(), [action](const QString &text) { action->setIconText(text); }, 2});
    } else if (auto *button = qobject_cast<QAbstractButton *>(&widget)) {
        const auto *push = qobject_cast<QPushButton *>(button);
        const int rank = !push ? 2 : push->isDefault() ? 0 : 1;
        captions.push_back({button->text(), [button](const QString &text) { button->setText(text); }, rank});
    } else if (auto *tabs = qobject_cast<QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            captions.push_back({tabs->tabText(i), [tabs, i](const QString &text) { tabs->setTabText(i, text); }, 2});
    } else if (auto *label = qobject_cast<QLabel *>(&widget); label && label->buddy()) {
        captions.push_back({label->text(), [label](const QString &text) { label->setText(text); }, 2});
    }
}

/// The beginning of a word, or else any letter that nothing else has. -1 where there is none.
qsizetype letterOf(const QString &text, const QSet<QChar> &taken)
{
    for (const bool anywhere : {false, true}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isLetter() && (anywhere || i == 0 || text[i - 1].isSpace()) && !taken.contains(text[i].toUpper()))
                return i;
        }
    }
    return -1;
}

void giveLetters(std::vector<Caption> captions)
{
    std::ranges::stable_sort(captions, {}, &Caption::rank);
    QSet<QChar> taken;
    std::erase_if(captions, [&taken](const Caption &caption) {
        if (const QKeySequence own = QKeySequence::mnemonic(caption.text); !own.isEmpty())
            taken.insert(QChar(own[0].key()).toUpper());
        return caption.text.contains(u'&');
    });
    for (const Caption &caption : captions) {
        const qsizetype place = letterOf(caption.text, taken);
        if (place < 0)
            continue;
        taken.insert(caption.text[place].toUpper());
        caption.set(QString(caption.text).insert(place, u'&'));
    }
}

} // namespace

void giveMnemonics(const QWidget &window)
{
    std::vector<Caption> captions;
    const QList<QWidget *> inside = window.findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        if (widget->window() == &window && !scrolls(*widget))
            addCaptions(*widget, captions);
    }
    giveLetters(std::move(captions));
}

void giveMnemonics(const QMenu &menu)
{
    std::vector<Caption> captions;
    for (QAction *action : menu.actions()) {
        if (!action->isSeparator())
            captions.push_back({action->text(), [action](const QString &text) { action->setText(text); }});
    }
    giveLetters(std::move(captions));
}

} // namespace convoy
