// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queueeditor.h"

#include <QPointer>
#include <QTabWidget>
#include <QThreadPool>
#include <QTimer>

namespace convoy {

class DetailsPane;
class LogPane;
class OptionForm;
class PreviewPane;
class TrackDialog;
class WorkerPool;

/// Follows the selection: how one file looks, what can be set for the selected ones, and the whole story of one.
class SidePanel : public QTabWidget
{
    Q_OBJECT

public:
    SidePanel(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, QWidget *parent = nullptr);

    /// From now on files can be looked into. `workers` must outlive this, or release() come first.
    void setWorkers(WorkerPool &workers);
    void release();

    LogPane &log() { return *m_log; }

    /// What is selected, and what the form edits instead where nothing is.
    void setSelection(const QList<RowId> &selected);
    /// Something in the list has changed.
    void refresh();
    void showDetails();
    /// The rows that profile and options are for: the selection, or everything not yet started.
    QList<RowId> targets() const;

Q_SIGNALS:
    /// Id of the profile that all targets have; empty where they differ.
    void profileShown(const QString &id);

private:
    void update();
    void findEncoders();
    void applyCropToAll(RowId source);
    void editTracks();

    QueueModel &m_model;
    QueueEditor &m_editor;
    const ProfileStore &m_profiles;
    PreviewPane *m_preview;
    OptionForm *m_options;
    DetailsPane *m_details;
    LogPane *m_log;
    QList<RowId> m_selected;
    QTimer m_delay;
    WorkerPool *m_workers = nullptr;
    QPointer<TrackDialog> m_tracks;
    bool m_hasAskedForEncoders = false;
    QStringList m_encoders;
    QThreadPool m_background; ///< last: it uses the others
};

} // namespace convoy
