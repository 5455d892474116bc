// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <QHash>
#include <QPlainTextEdit>

namespace convoy {

/// What happens, line by line, as it happens.
class LogPane : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LogPane(QWidget *parent = nullptr);

    void update(const std::vector<const Job *> &jobs);
    void say(const QString &sentence);

private:
    QHash<JobId, JobState> m_known; ///< what was said of each job last
};

} // namespace convoy
