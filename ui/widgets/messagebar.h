// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

#include <functional>

namespace convoy {

/// A sentence above the list with what can be done about it. Never modal, never takes the focus.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    struct Action {
        QString label;
        std::function<void()> run;
        bool staysOpen = false; ///< else the bar is closed before
    };
    enum class Tone : quint8 { Offer, Trouble };

    MessageBar(Tone tone, const QString &sentence, const QString &detail, const QList<Action> &actions,
               QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace convoy
