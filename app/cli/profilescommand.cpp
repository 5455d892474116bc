// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "core/base/fileio.h"
#include "core/engine/enginehost.h"
#include "core/plan/profile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfilesCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ProfilesCommand)
};

int list(const ProfileStore &store, bool json)
{
    QJsonArray array;
    for (const Profile &profile : store.profiles()) {
        if (json) {
            QJsonObject object = QJsonDocument::fromJson(profileToJson(profile)).object();
            object.insert(u"built_in"_s, profile.builtIn);
            array.append(object);
        } else {
            writeText(profile.id.leftJustified(20) + u"  "_s + profile.name + u'\n');
        }
    }
    if (json)
        writeData(QJsonDocument(array).toJson());
    for (const Error &problem : store.problems())
        writeError(problem);
    return ExitStatus::success;
}

int show(const ProfileStore &store, const QString &id)
{
    const Result<Profile> profile = store.load(id);
    if (!profile)
        return wrongUsage("profiles", profile.error());
    writeData(profileToJson(*profile));
    return ExitStatus::success;
}

/// With the profile behind it.
Result<Profile> checkedProfile(const QByteArray &json)
{
    Result<Profile> profile = parseProfile(json);
    if (!profile || profile->fallback.isEmpty())
        return profile;
    const Result<Profile> fallback = ProfileStore(defaultProfileFolder()).load(profile->fallback);
    if (!fallback)
        return invalidOption(u"fallback: "_s + fallback.error().message);
    return profile;
}

int validate(const std::vector<QByteArray> &files)
{
    int status = ExitStatus::success;
    for (const QByteArray &name : files) {
        const Path file = toPath(name);
        const Result<QByteArray> content = readWholeFile(file);
        const Result<Profile> profile = content ? checkedProfile(*content) : Result<Profile>(content.error());
        if (profile) {
            writeData(ProfilesCommandText::tr("%1: the profile “%2” is right.").arg(displayName(file), profile->id).toUtf8()
                      + '\n');
            continue;
        }
        writeError({profile.error().kind, displayName(file) + u": "_s + profile.error().message, profile.error().detail});
        status = ExitStatus::usage;
    }
    return status;
}

} // namespace

int runProfiles(const Arguments &arguments)
{
    std::vector<QByteArray> operands = arguments.operands;
    const QByteArray action = operands.empty() ? QByteArray("list") : operands.front();
    if (!operands.empty())
        operands.erase(operands.begin());
    if (action == "validate" && !operands.empty())
        return validate(operands);
    if (action == "list" && operands.empty())
        return list(ProfileStore(defaultProfileFolder()), arguments.has("--json"));
    if (action == "show" && operands.size() == 1)
        return show(ProfileStore(defaultProfileFolder()), QString::fromUtf8(operands.front()));
    if (action == "show" || action == "validate" || action == "list")
        return wrongUsage(
            "profiles",
            invalidOption(ProfilesCommandText::tr("“profiles %1” is used otherwise.").arg(QString::fromUtf8(action))));
    return wrongUsage(
        "profiles", invalidOption(ProfilesCommandText::tr("“profiles” does not know “%1”.").arg(QString::fromUtf8(action))));
}

} // namespace convoy
