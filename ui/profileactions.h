// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/profile.h"
#include "ui/models/queueeditor.h"

#include <QMenu>

#include <functional>

namespace convoy {

/// What can be done to profiles: keep the changed options as a new one, bring one in, give one away, copy one, delete an
/// own one, which can be undone. Dialogs for names and files only, none of them modal for work that runs.
class ProfileActions : public QMenu
{
    Q_OBJECT

public:
    /// `targets` are the rows that the form is about.
    ProfileActions(ProfileStore &store, QueueModel &model, QueueEditor &editor, std::function<QList<RowId>()> targets,
                   QWidget *parent);

Q_SIGNALS:
    /// Profiles came, went or changed.
    void changed();
    void said(const QString &sentence);

private:
    friend class RemoveProfileCommand;

    const Profile *current() const;
    void prepare();
    void saveAs();
    void keep(const Profile &base, const QJsonObject &options, const QString &name);
    void importFile();
    void exportFile();
    void remove();
    void duplicate();
    void report(const Result<void> &result, const QString &success);

    ProfileStore &m_store;
    QueueModel &m_model;
    QueueEditor &m_editor;
    std::function<QList<RowId>()> m_targets;
    QWidget *m_window;
    QAction *m_save;
    QAction *m_export;
    QAction *m_remove;
    QAction *m_duplicate;
};

/// An id for a profile of that name: lower-case letters, digits and dashes, not yet `taken`.
QString profileIdFor(const QString &name, const std::function<bool(const QString &)> &taken);

} // namespace convoy
