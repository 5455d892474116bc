// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/release.h"

#include <QDialog>

class QListWidget;

namespace convoy {

/// Which of several releases a disc is. Not modal for the rest of the program.
class ReleaseDialog : public QDialog
{
    Q_OBJECT

public:
    ReleaseDialog(const std::vector<Release> &releases, const QString &folder, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const convoy::Release &release);

private:
    void accept() override;

    std::vector<Release> m_releases;
    QListWidget *m_list;
};

} // namespace convoy
