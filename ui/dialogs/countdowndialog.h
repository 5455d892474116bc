// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/powercontrol.h"

#include <QDialog>
#include <QTimer>

class QLabel;

namespace convoy {

/// The way out of suspending or switching the computer off: accepted after a minute, or at once by its button.
class CountdownDialog : public QDialog
{
    Q_OBJECT

public:
    CountdownDialog(WhenDone what, int seconds, QWidget *parent = nullptr);

private:
    void tick();

    WhenDone m_what;
    int m_seconds;
    QLabel *m_sentence;
    QTimer m_timer;
};

} // namespace convoy
