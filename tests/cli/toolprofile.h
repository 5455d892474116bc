// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/clirun.h"

#include <QJsonArray>

namespace convoy::test {

/// A profile file `name`.json of a shell script that gets `arguments`; `more` goes into the profile itself.
inline void addShellProfile(const CliPlace &place, const QString &name, const QString &script, const QStringList &arguments,
                            const QJsonObject &more = {}, QJsonObject options = {})
{
    options.insert(
        u"command"_s,
        QJsonArray::fromStringList(
            QStringList{u"sh"_s, u"-c"_s, QString(script).replace(u"{"_s, u"{{"_s).replace(u"}"_s, u"}}"_s), u"sh"_s}
            + arguments));
    QJsonObject profile{
        {u"convoy_profile"_s, 1}, {u"id"_s, name},
        {u"name"_s, name},        {u"converter"_s, u"tool"_s},
        {u"options"_s, options},  {u"output"_s, QJsonObject{{u"name"_s, u"{stem}"_s}, {u"extension"_s, u"txt"_s}}},
    };
    for (auto it = more.begin(); it != more.end(); ++it)
        profile.insert(it.key(), it.value());
    place.add(name.toUtf8() + ".json", QJsonDocument(profile).toJson());
}

inline QJsonObject readJson(const QString &file)
{
    return QJsonDocument::fromJson(CliPlace::read(file)).object();
}

} // namespace convoy::test
