// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/countdowndialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace convoy {

CountdownDialog::CountdownDialog(WhenDone what, int seconds, QWidget *parent)
    : QDialog(parent),
      m_what(what),
      m_seconds(seconds),
      m_sentence(new QLabel)
{
    const bool off = what == WhenDone::PowerOff;
    setWindowTitle(off ? tr("Switch off") : tr("Suspend"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    QFont large = m_sentence->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_sentence->setFont(large);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(360);
    auto *hint = new QLabel(tr("Everything is converted. This is what was chosen to happen then."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    auto *stay = buttons->addButton(tr("Leave it on"), QDialogButtonBox::RejectRole);
    buttons->addButton(off ? tr("Switch off now") : tr("Suspend now"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_sentence);
    column->addWidget(hint);
    column->addWidget(buttons);
    stay->setDefault(true); // once it is in the dialog
    stay->setFocus();
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &CountdownDialog::tick);
    m_timer.start();
    ++m_seconds;
    tick();
}

void CountdownDialog::tick()
{
    if (--m_seconds <= 0) {
        m_timer.stop();
        return accept();
    }
    m_sentence->setText(m_what == WhenDone::PowerOff
                            ? tr("The computer is switched off in %n second(s).", nullptr, m_seconds)
                            : tr("The computer is suspended in %n second(s).", nullptr, m_seconds));
}

} // namespace convoy
