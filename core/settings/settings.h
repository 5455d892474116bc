// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/formats/format.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace convoy {

/// What the window remembers between two starts, in `$XDG_CONFIG_HOME/convoy/convoy.ini`. Used by one thread.
class Settings
{
public:
    Settings();
    /// For tests: any INI file.
    explicit Settings(const QString &file);

    /// The profile that a file of that kind gets when it is added.
    QString defaultProfile(MediaKind kind) const;
    void setDefaultProfile(MediaKind kind, const QString &id);

    QString outputFolder() const; ///< empty: beside the source
    void setOutputFolder(const QString &folder);

    /// Newest first.
    QStringList recentFolders() const;
    void addRecentFolder(const QString &folder);

    /// Geometry, columns and the like, by a name of their own.
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &value);

    bool isTimelineShown() const;
    void setTimelineShown(bool shown);
    bool isNotifying() const;
    void setNotifying(bool notifying);
    /// "system", "light" or "dark".
    QString colorScheme() const;
    void setColorScheme(const QString &scheme);
    /// Outputs get the time of modification of their source.
    bool isKeepingTimes() const;
    void setKeepingTimes(bool keeping);
    /// Sources go to the trash when all that was made of them is verified. Not remembered: it is asked for each time.
    bool isTrashingSources() const { return m_isTrashingSources; }
    void setTrashingSources(bool trashing) { m_isTrashingSources = trashing; }
    /// The plan is shown before anything is started.
    bool isShowingPlan() const;
    void setShowingPlan(bool showing);
    /// What becomes of cue sheets that are added: a choice of the option `cue_sheets`.
    QString cueSheets() const;
    void setCueSheets(const QString &rule);
    int slotCount() const; ///< 0: as many as there are cores
    void setSlotCount(int count);

private:
    QSettings m_file;
    bool m_isTrashingSources = false;
};

} // namespace convoy
