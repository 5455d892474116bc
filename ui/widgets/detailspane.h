// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queuemodel.h"

#include <QTextBrowser>

namespace convoy {

/// The whole story of one file: what it is, what went wrong and in whose words, what a tool said, what came out.
class DetailsPane : public QTextBrowser
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// nullptr: nothing, or several files.
    void present(const QueueRow *row, const ProfileBrief *profile, int selected);

private:
    QString story(const QueueRow &row, const ProfileBrief *profile) const;
    QString outcome(const QueueRow &row, const ProfileBrief *profile) const;

    std::vector<Path> m_outputs;
    QString m_shown;
};

} // namespace convoy
