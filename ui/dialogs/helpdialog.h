// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

namespace convoy {

/// F1: every key, and what the states mean. Not modal.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

/// What this program is, and its licence. Not modal.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace convoy
