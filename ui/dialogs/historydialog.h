// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pastbatches.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace convoy {

/// What was converted when, from the journal: to be done once more, gone on with, or read about.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HistoryDialog(PastBatches &past, QWidget *parent = nullptr);

    void present(const std::vector<PastBatch> &batches);

private:
    void makeList();
    const PastBatch *current() const;
    void updateButtons();

    PastBatches &m_past;
    std::vector<PastBatch> m_batches;
    QTreeWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_repeat;
    QPushButton *m_resume;
    QPushButton *m_report;
};

} // namespace convoy
