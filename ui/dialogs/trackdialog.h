// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/trackmodel.h"

#include <QDialog>

class QTableView;

namespace convoy {

/// The tags of an album as one table: tab through the cells, fill down, paste a list of titles. Not modal.
class TrackDialog : public QDialog
{
    Q_OBJECT

public:
    TrackDialog(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, const QList<RowId> &rows,
                QWidget *parent = nullptr);

private:
    TrackModel *m_tracks;
    QTableView *m_table;
};

} // namespace convoy
