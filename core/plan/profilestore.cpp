// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/profile.h"

#include "core/base/fileio.h"
#include "core/base/suggestion.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <set>
#include <tuple>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfileStoreText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Profile)
};

Result<Profile> loadFile(const Path &path)
{
    const Result<QByteArray> json = readWholeFile(path);
    return json ? parseProfile(*json) : json.error();
}

} // namespace

ProfileStore::ProfileStore(Path userFolder) : m_userFolder(std::move(userFolder))
{
    reload();
}

void ProfileStore::reload()
{
    m_profiles.clear();
    m_problems.clear();
    const QStringList builtIn = QDir(u":/profiles"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : builtIn) {
        QFile file(u":/profiles/"_s + name);
        Result<Profile> profile = file.open(QIODevice::ReadOnly)
            ? parseProfile(file.readAll())
            : Result<Profile>(Error{ErrorKind::Internal, file.errorString(), name});
        if (!profile) {
            m_problems.push_back(profile.error());
            continue;
        }
        profile->builtIn = true;
        profile->name = QCoreApplication::translate("profiles", profile->name.toUtf8().constData());
        profile->description = QCoreApplication::translate("profiles", profile->description.toUtf8().constData());
        m_profiles.push_back(std::move(*profile));
    }

    std::set<Path> files; // in order: of two with the same id the later one counts
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator(m_userFolder, ignored)) {
        if (entry.path().extension() == ".json" && entry.is_regular_file(ignored))
            files.insert(entry.path());
    }
    for (const Path &file : files) {
        Result<Profile> profile = loadFile(file);
        if (!profile) {
            m_problems.push_back({profile.error().kind, profile.error().message, displayName(file)});
            continue;
        }
        std::erase_if(m_profiles, [&](const Profile &known) { return known.id == profile->id; });
        m_profiles.push_back(std::move(*profile));
    }
    std::ranges::sort(m_profiles, {}, [](const Profile &profile) { return std::tuple(!profile.builtIn, profile.id); });
}

const Profile *ProfileStore::find(QStringView id) const
{
    const auto it = std::ranges::find_if(m_profiles, [id](const Profile &profile) { return profile.id == id; });
    return it == m_profiles.end() ? nullptr : &*it;
}

Result<void> ProfileStore::save(const Profile &profile)
{
    // What could not be read again is not written; and an id is a file name only after this.
    if (const Result<Profile> readable = parseProfile(profileToJson(profile)); !readable)
        return readable.error();
    std::error_code error;
    std::filesystem::create_directories(m_userFolder, error);
    QSaveFile file(QString::fromStdString((m_userFolder / (profile.id.toStdString() + ".json")).native()));
    if (!file.open(QIODevice::WriteOnly) || file.write(profileToJson(profile)) < 0 || !file.commit())
        return Error{ErrorKind::OutputUnwritable, ProfileStoreText::tr("The profile could not be saved."),
                     file.errorString()};
    reload();
    return {};
}

Result<void> ProfileStore::remove(QStringView id)
{
    std::error_code error;
    std::filesystem::remove(m_userFolder / (id.toString().toStdString() + ".json"), error);
    if (error)
        return Error{ErrorKind::OutputUnwritable, ProfileStoreText::tr("The profile could not be removed."),
                     QString::fromStdString(error.message())};
    reload();
    return {};
}

Result<Profile> ProfileStore::load(const QString &idOrFile) const
{
    if (const Profile *profile = find(idOrFile))
        return *profile;
    if (!idOrFile.contains(u'/') && !idOrFile.endsWith(".json"_L1)) {
        QStringList known;
        for (const Profile &profile : m_profiles)
            known.append(profile.id);
        return invalidOption(ProfileStoreText::tr("There is no profile “%1”.").arg(idOrFile) + suggestion(idOrFile, known));
    }
    return loadFile(toPath(idOrFile));
}

} // namespace convoy
