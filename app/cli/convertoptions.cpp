// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convertoptions.h"

#include "app/cli/pathlist.h"
#include "core/plan/naming.h"
#include "core/plan/planner.h"
#include "core/plan/profile.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::ConvertOptions)
};

Error invalid(const QString &message)
{
    return {ErrorKind::InvalidOption, message, {}};
}

Result<Profile> chosenProfile(const Arguments &arguments)
{
    if (!arguments.has("--profile"))
        return invalid(Text::tr("--profile is needed: it says how to convert."));
    Result<Profile> profile = ProfileStore(defaultProfileFolder()).load(arguments.text("--profile"));
    if (!profile)
        return profile.error();
    if (arguments.has("--name")) {
        profile->nameTemplate = arguments.text("--name");
        if (const Result<void> ok = checkNameTemplate(profile->nameTemplate); !ok)
            return invalid(u"--name: "_s + ok.error().message);
    }
    if (arguments.has("--conflict")) {
        const std::optional<ConflictRule> rule = conflictRuleFromName(arguments.text("--conflict"));
        if (!rule)
            return invalid(
                Text::tr("--conflict: “%1” is not one of rename, skip, overwrite, fail.").arg(arguments.text("--conflict")));
        profile->conflict = *rule;
    }
    return profile;
}

/// The values of --set, read as the converter's schema wants them.
Result<QJsonObject> overrides(const Arguments &arguments, const QString &converterId)
{
    QJsonObject values;
    const OptionSchema &schema = findConverter(converterId)->schema;
    for (const QByteArray &setting : arguments.values("--set")) {
        const qsizetype equals = setting.indexOf('=');
        if (equals < 1)
            return invalid(Text::tr("--set: “%1” is not KEY=VALUE.").arg(QString::fromUtf8(setting)));
        const QString key = QString::fromUtf8(setting.left(equals));
        const auto spec = std::ranges::find(schema, key, &OptionSpec::key);
        if (spec == schema.end())
            return invalid(Text::tr("--set %1: the converter “%2” has no such option.").arg(key, converterId));
        const Result<QVariant> value = readOptionText(*spec, QString::fromUtf8(setting.mid(equals + 1)), u"--set "_s + key);
        if (!value)
            return value.error();
        values.insert(key, QJsonValue::fromVariant(*value));
    }
    return values;
}

Result<std::shared_ptr<const ConversionSettings>> chosenSettings(const Arguments &arguments, const Profile &profile)
{
    const Result<QJsonObject> changed = overrides(arguments, profile.converter);
    if (!changed)
        return changed.error();
    const ProfileStore profiles(defaultProfileFolder());
    return makeSettings(profile, *changed,
                        {.profiles = &profiles,
                         .verify = !arguments.has("--no-verify"),
                         .batch = {.keepTimes = arguments.has("--keep-times"),
                                   .trashSource = arguments.has("--trash-source"),
                                   .halt = {}}});
}

} // namespace

Result<ConvertOptions> readConvertOptions(const Arguments &arguments)
{
    ConvertOptions options;
    const Result<SessionOptions> session = readSessionOptions(arguments);
    if (!session)
        return session.error();
    options.session = *session;
    const Result<Profile> profile = chosenProfile(arguments);
    if (!profile)
        return profile.error();
    options.nameTemplate = profile->nameTemplate;
    Result<std::shared_ptr<const ConversionSettings>> settings = chosenSettings(arguments, *profile);
    if (!settings)
        return settings.error();
    options.settings = std::move(*settings);
    for (const QByteArray &setting : arguments.values("--set"))
        options.given.append(QString::fromUtf8(setting.left(setting.indexOf('='))));
    if (arguments.has("--output-dir")) {
        if (arguments.value("--output-dir").isEmpty())
            return invalid(Text::tr("--output-dir: the name of a folder is needed."));
        options.outputFolder = absolutePath(toPath(arguments.value("--output-dir")));
    }
    Result<std::vector<Path>> paths = readPathList(arguments);
    if (!paths)
        return paths.error();
    options.paths = std::move(*paths);
    options.recursive = arguments.has("--recursive");
    options.dryRun = arguments.has("--dry-run");
    return options;
}

} // namespace convoy
