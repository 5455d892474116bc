// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/release.h"
#include "ui/models/trackmodel.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace convoy {

class AlbumFiller;
class CoverBox;
class WorkerPool;

/// The album editor: the tags of some tracks as one table. Tab through the cells, fill down, paste a list of titles, fill
/// in from a file, from names or from a database; the cover; how outputs are named. Not modal.
class TrackDialog : public QDialog
{
    Q_OBJECT

public:
    TrackDialog(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, const QList<RowId> &rows,
                QWidget *parent = nullptr);
    ~TrackDialog() override;

    /// From now on files can be read and discs be looked up. `workers` must outlive the dialog.
    void setWorkers(WorkerPool &workers);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeTable();
    QLayout *makeEditButtons(QueueEditor &editor);
    QLayout *makeFields();
    void askForFile();
    void takeFile(const Path &file);
    void takePattern();
    void takeNames();
    void lookUpOrStop();
    void lookUp();
    void stopLookUp();
    void nextDisc();
    void releasesFound(const std::vector<Release> &releases);
    void takeRelease(const Release &release);
    void say(const QString &sentence);
    void refresh();

    TrackModel *m_tracks;
    QTableView *m_table;
    CoverBox *m_cover;
    QComboBox *m_pattern;
    QComboBox *m_names;
    QLabel *m_message;
    QPushButton *m_import;
    QPushButton *m_lookUp;
    std::vector<std::vector<size_t>> m_discs; ///< still to be looked up; the last is at work
    std::unique_ptr<AlbumFiller> m_filler;
};

} // namespace convoy
