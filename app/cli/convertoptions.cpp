// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convertoptions.h"

#include "app/cli/pathlist.h"
#include "core/converters/tool/toolcheck.h"
#include "core/plan/naming.h"
#include "core/plan/planner.h"
#include "core/plan/profile.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConvertOptionsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ConvertOptions)
};

bool takesPaths(const Arguments &arguments)
{
    return !arguments.operands.empty() || arguments.has("--files-from");
}

/// Each path with each number needs names that differ.
QString withNumber(const QString &nameTemplate, const JobList &range)
{
    if (nameTemplate.contains("{i}"_L1) || nameTemplate.contains("{i:"_L1))
        return nameTemplate;
    qsizetype width = 1;
    for (const ListRow &row : range.rows)
        width = std::max(width, row.value(u"i"_s).size());
    return nameTemplate + (width > 1 ? u"-{i:0%1}"_s.arg(width) : u"-{i}"_s);
}

/// The rows of --list or the numbers of --range; nothing where neither is given.
Result<std::optional<JobList>> chosenList(const Arguments &arguments)
{
    if (!arguments.has("--list") && !arguments.has("--range"))
        return std::optional<JobList>();
    if (arguments.has("--list") && arguments.has("--range"))
        return invalidOption(ConvertOptionsText::tr("--list and --range do not go together."));
    if (arguments.has("--list") && takesPaths(arguments))
        return invalidOption(
            ConvertOptionsText::tr("--list takes the place of paths: a list names files in its column “file”."));
    Result<JobList> list = arguments.has("--list") ? readJobList(toPath(arguments.value("--list")))
                                                   : rangeJobList(arguments.text("--range"));
    if (!list)
        return Error{list.error().kind, (arguments.has("--list") ? u"--list: "_s : u"--range: "_s) + list.error().message,
                     list.error().detail};
    return std::optional(std::move(*list));
}

/// "soon,fail=3", "now,fail=10%", "now": as GNU parallel writes it. One failure is enough where no number is given.
Result<HaltRule> readHalt(const QString &text)
{
    static const QRegularExpression pattern(u"^(soon|now|never)(?:,fail=(\\d{1,7})(%?))?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    const int count = match.captured(2).isEmpty() ? 1 : match.captured(2).toInt();
    const bool isPercent = !match.captured(3).isEmpty();
    if (!match.hasMatch() || count < 1 || (isPercent && count > 100))
        return invalidOption(
            ConvertOptionsText::tr("--halt: “%1” is not understood; “soon,fail=1”, “now,fail=10%” and “never” are.")
                .arg(text));
    HaltRule rule;
    rule.when = match.captured(1) == "soon"_L1 ? HaltRule::When::Soon
        : match.captured(1) == "now"_L1        ? HaltRule::When::Now
                                               : HaltRule::When::Never;
    if (isPercent)
        rule.percent = count;
    else
        rule.failures = count;
    return rule;
}

Result<void> readDelay(const Arguments &arguments, Profile &profile)
{
    constexpr double longestS = 3600;
    if (!arguments.has("--delay"))
        return {};
    bool isNumber = false;
    profile.startDelayS = arguments.text("--delay").toDouble(&isNumber);
    if (!isNumber || !(profile.startDelayS >= 0 && profile.startDelayS <= longestS))
        return invalidOption(ConvertOptionsText::tr("--delay: a number of seconds from 0 to %1 is needed.").arg(longestS));
    return {};
}

Result<Profile> chosenProfile(const Arguments &arguments, const ProfileStore &profiles, const QStringList &columns)
{
    if (!arguments.has("--profile"))
        return invalidOption(ConvertOptionsText::tr("--profile is needed: it says how to convert."));
    Result<Profile> profile = profiles.load(arguments.text("--profile"));
    if (!profile)
        return profile.error();
    const bool isNamed = arguments.has("--name");
    if (isNamed)
        profile->nameTemplate = arguments.text("--name");
    if (const Result<void> ok = checkNameTemplate(profile->nameTemplate, columns); !ok)
        return invalidOption((isNamed ? u"--name: "_s : u"output.name: "_s) + ok.error().message);
    if (arguments.has("--conflict")) {
        const std::optional<ConflictRule> rule = conflictRuleFromName(arguments.text("--conflict"));
        if (!rule)
            return invalidOption(ConvertOptionsText::tr("--conflict: “%1” is not one of rename, skip, overwrite, fail.")
                                     .arg(arguments.text("--conflict")));
        profile->conflict = *rule;
    }
    if (const Result<void> ok = readDelay(arguments, *profile); !ok)
        return ok.error();
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
            return invalidOption(ConvertOptionsText::tr("--set: “%1” is not KEY=VALUE.").arg(QString::fromUtf8(setting)));
        const QString key = QString::fromUtf8(setting.left(equals));
        const auto spec = std::ranges::find(schema, key, &OptionSpec::key);
        if (spec == schema.end())
            return invalidOption(
                ConvertOptionsText::tr("--set %1: the converter “%2” has no such option.").arg(key, converterId));
        const Result<QVariant> value = readOptionText(*spec, QString::fromUtf8(setting.mid(equals + 1)), u"--set "_s + key);
        if (!value)
            return value.error();
        values.insert(key, QJsonValue::fromVariant(*value));
    }
    return values;
}

Result<std::shared_ptr<const ConversionSettings>> chosenSettings(const Arguments &arguments, const ProfileStore &profiles,
                                                                 const Profile &profile)
{
    const Result<QJsonObject> changed = overrides(arguments, profile.converter);
    if (!changed)
        return changed.error();
    const Result<HaltRule> halt = arguments.has("--halt") ? readHalt(arguments.text("--halt")) : HaltRule();
    if (!halt)
        return halt.error();
    return makeSettings(profile, *changed,
                        {.profiles = &profiles,
                         .verify = !arguments.has("--no-verify"),
                         .batch = {.keepTimes = arguments.has("--keep-times"),
                                   .trashSource = arguments.has("--trash-source"),
                                   .halt = *halt}});
}

/// What is converted, and where outputs go.
Result<void> readPlaces(const Arguments &arguments, ConvertOptions &options)
{
    if (arguments.has("--output-dir")) {
        if (arguments.value("--output-dir").isEmpty())
            return invalidOption(ConvertOptionsText::tr("--output-dir: the name of a folder is needed."));
        options.outputFolder = absolutePath(toPath(arguments.value("--output-dir")));
    }
    if (arguments.has("--list"))
        options.listFolder = absolutePath(toPath(arguments.value("--list"))).parent_path();
    options.recursive = arguments.has("--recursive");
    if (options.list && !takesPaths(arguments))
        return {};
    Result<std::vector<Path>> paths = readPathList(arguments);
    if (!paths)
        return paths.error();
    options.paths = std::move(*paths);
    return {};
}

} // namespace

Result<ConvertOptions> readConvertOptions(const Arguments &arguments)
{
    ConvertOptions options;
    const Result<SessionOptions> session = readSessionOptions(arguments);
    if (!session)
        return session.error();
    options.session = *session;
    Result<std::optional<JobList>> list = chosenList(arguments);
    if (!list)
        return list.error();
    options.list = std::move(*list);
    const QStringList columns = options.list ? options.list->columns : QStringList();
    const ProfileStore profiles(defaultProfileFolder());
    const Result<Profile> profile = chosenProfile(arguments, profiles, columns);
    if (!profile)
        return profile.error();
    options.nameTemplate = arguments.has("--range") && takesPaths(arguments)
        ? withNumber(profile->nameTemplate, *options.list)
        : profile->nameTemplate;
    Result<std::shared_ptr<const ConversionSettings>> settings = chosenSettings(arguments, profiles, *profile);
    if (!settings)
        return settings.error();
    options.settings = std::move(*settings);
    options.session.host.family = findConverter(options.settings->converter)->family;
    for (const QByteArray &setting : arguments.values("--set"))
        options.given.append(QString::fromUtf8(setting.left(setting.indexOf('='))));
    Result<AlbumWishes> album = readAlbumWishes(arguments, options.settings->converter);
    if (!album)
        return album.error();
    options.album = std::move(*album);
    options.album.given = options.given;
    if (options.settings->converter == "tool"_L1) {
        const bool hasInput = !options.list || columns.contains(u"file"_s) || takesPaths(arguments);
        if (const Result<void> ok = checkToolTemplates(options.settings->options, columns, hasInput); !ok)
            return ok.error();
    }
    if (const Result<void> ok = readPlaces(arguments, options); !ok)
        return ok.error();
    options.dryRun = arguments.has("--dry-run");
    return options;
}

} // namespace convoy
