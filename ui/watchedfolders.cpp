// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/watchedfolders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto settingName = "watchedFolders"_L1;

/// Names are bytes: JSON gets them percent-encoded.
QString encoded(const Path &path)
{
    return QString::fromLatin1(toBytes(path).toPercentEncoding("/"));
}

Path decoded(const QJsonValue &value)
{
    return toPath(QByteArray::fromPercentEncoding(value.toString().toLatin1()));
}

} // namespace

QByteArray watchWishesToJson(const std::vector<WatchWish> &wishes)
{
    QJsonArray list;
    for (const WatchWish &wish : wishes)
        list.append(QJsonObject{{u"folder"_s, encoded(wish.folder)},
                                {u"profile"_s, wish.profileId},
                                {u"output"_s, encoded(wish.outputFolder)},
                                {u"recursive"_s, wish.recursive},
                                {u"paused"_s, wish.isPaused}});
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

std::vector<WatchWish> watchWishesFromJson(const QByteArray &json)
{
    std::vector<WatchWish> wishes;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : list) {
        WatchWish wish{.folder = decoded(value[u"folder"_s]),
                       .profileId = value[u"profile"_s].toString(),
                       .outputFolder = decoded(value[u"output"_s]),
                       .recursive = value[u"recursive"_s].toBool(),
                       .isPaused = value[u"paused"_s].toBool()};
        if (wish.folder.is_absolute() && !wish.profileId.isEmpty())
            wishes.push_back(std::move(wish));
    }
    return wishes;
}

WatchedFolders::WatchedFolders(const ProfileStore &profiles, Settings &settings, QObject *parent)
    : QObject(parent),
      m_profiles(profiles),
      m_settings(settings)
{
    for (WatchWish &wish : watchWishesFromJson(m_settings.layout(settingName)))
        m_folders.push_back({.wish = std::move(wish)});
}

WatchedFolders::~WatchedFolders() = default;

void WatchedFolders::open(EngineHost &host, WatchedFolder::Hands hands)
{
    m_host = &host;
    m_hands = std::move(hands);
    connect(&host.engine(), &Engine::jobFinished, this, [this](JobId id) {
        const Job *job = m_host ? m_host->engine().job(id) : nullptr;
        for (const Folder &folder : m_folders) {
            if (folder.watched && job)
                folder.watched->jobFinished(*job);
        }
    });
    for (Folder &folder : m_folders) {
        if (folder.wish.isPaused)
            continue;
        if (const Result<void> started = start(folder); !started) {
            folder.trouble = started.error().message;
            Q_EMIT problem(started.error());
        }
    }
    Q_EMIT changed();
}

void WatchedFolders::close()
{
    for (Folder &folder : m_folders) {
        if (folder.watched)
            folder.watched->stop();
        folder.watched.reset();
    }
    m_host = nullptr;
}

int WatchedFolders::watching() const
{
    return int(std::ranges::count_if(m_folders, [](const Folder &folder) { return folder.watched != nullptr; }));
}

Result<void> WatchedFolders::start(Folder &folder)
{
    const WatchWish &wish = folder.wish;
    const Profile *profile = m_profiles.find(wish.profileId);
    if (!profile)
        return Error{ErrorKind::InvalidOption,
                     tr("“%1” is not watched: its profile is not there any more.").arg(displayName(wish.folder)),
                     wish.profileId};
    if (!m_host)
        return Error{ErrorKind::Internal, tr("Nothing can be converted now."), {}};
    const auto settings = makeSettings(*profile, {},
                                       {.profiles = &m_profiles, .batch = {.keepTimes = m_settings.isKeepingTimes()}});
    if (!settings)
        return settings.error();
    auto watched = std::make_unique<WatchedFolder>(
        WatchedFolder::Settings{.events = {.folder = wish.folder, .recursive = wish.recursive},
                                .conversion = *settings,
                                .nameTemplate = profile->nameTemplate,
                                .plan = {.outputFolder = wish.outputFolder},
                                .store = watchStoreFile(defaultStateFolder(), wish.folder, wish.profileId)},
        *m_host, m_hands);
    connect(watched.get(), &WatchedFolder::problem, this, &WatchedFolders::problem);
    if (const Result<void> started = watched->start(); !started)
        return started;
    folder.trouble.clear();
    folder.watched = std::move(watched);
    return {};
}

Result<void> WatchedFolders::add(const WatchWish &wish)
{
    const auto same = [&wish](const Folder &folder) {
        return folder.wish.folder == wish.folder && folder.wish.profileId == wish.profileId;
    };
    if (std::ranges::any_of(m_folders, same))
        return Error{ErrorKind::InvalidOption, tr("This folder is watched with this profile already."), {}};
    Folder folder{.wish = wish};
    if (const Result<void> started = start(folder); !started)
        return started;
    m_folders.push_back(std::move(folder));
    changedBySomebody();
    return {};
}

void WatchedFolders::remove(int place)
{
    if (m_folders[size_t(place)].watched)
        m_folders[size_t(place)].watched->stop();
    m_folders.erase(m_folders.begin() + place);
    changedBySomebody();
}

void WatchedFolders::setPaused(int place, bool paused)
{
    Folder &folder = m_folders[size_t(place)];
    folder.wish.isPaused = paused;
    folder.trouble.clear();
    if (paused && folder.watched) {
        folder.watched->stop();
        folder.watched.reset();
    } else if (!paused && !folder.watched) {
        if (const Result<void> started = start(folder); !started)
            folder.trouble = started.error().message;
    }
    changedBySomebody();
}

void WatchedFolders::changedBySomebody()
{
    std::vector<WatchWish> wishes;
    for (const Folder &folder : m_folders)
        wishes.push_back(folder.wish);
    m_settings.setLayout(settingName, watchWishesToJson(wishes));
    Q_EMIT changed();
}

} // namespace convoy
