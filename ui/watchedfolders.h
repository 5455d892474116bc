// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/watch/watchedfolder.h"

#include <QObject>

#include <memory>
#include <vector>

namespace convoy {

/// A folder whose new files are converted by themselves.
struct WatchWish {
    Path folder;
    QString profileId;
    Path outputFolder; ///< empty: beside each source
    bool recursive = false;
    bool isPaused = false;

    bool operator==(const WatchWish &) const = default;
};

/// As text for the settings, and back; what cannot be read is left out.
QByteArray watchWishesToJson(const std::vector<WatchWish> &wishes);
std::vector<WatchWish> watchWishesFromJson(const QByteArray &json);

/// The watched folders of the window: remembered over restarts, watched as long as the window is open.
class WatchedFolders : public QObject
{
    Q_OBJECT

public:
    WatchedFolders(const ProfileStore &profiles, Settings &settings, QObject *parent = nullptr);
    ~WatchedFolders() override;

    /// Starts what is not paused. `host` must outlive close().
    void open(EngineHost &host, WatchedFolder::Hands hands);
    void close();

    int count() const { return int(m_folders.size()); }
    const WatchWish &wish(int place) const { return m_folders[size_t(place)].wish; }
    /// Why this one is not watched though it should be; empty where all is well.
    QString trouble(int place) const { return m_folders[size_t(place)].trouble; }
    /// How many are watched now.
    int watching() const;

    /// Fails, and remembers nothing, where the folder cannot be watched.
    Result<void> add(const WatchWish &wish);
    void remove(int place);
    void setPaused(int place, bool paused);

Q_SIGNALS:
    void changed();
    void problem(const convoy::Error &error);

private:
    struct Folder {
        WatchWish wish;
        QString trouble = {};
        std::unique_ptr<WatchedFolder> watched = {};
    };

    Result<void> start(Folder &folder);
    void changedBySomebody();

    const ProfileStore &m_profiles;
    Settings &m_settings;
    EngineHost *m_host = nullptr;
    WatchedFolder::Hands m_hands;
    std::vector<Folder> m_folders;
};

} // namespace convoy
