// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/profile.h"

#include "core/base/jsonmembers.h"
#include "core/converters/tool/toolcheck.h"
#include "core/plan/naming.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfileText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Profile)
};

constexpr std::array conflictNames{
    QLatin1StringView("rename"),
    QLatin1StringView("skip"),
    QLatin1StringView("overwrite"),
    QLatin1StringView("fail"),
};

std::optional<Error> readOutput(const QJsonObject &object, Profile &profile)
{
    JsonMembers output(object, u"output."_s);
    output.text("name"_L1, profile.nameTemplate);
    output.text("extension"_L1, profile.extension);
    QString conflict(conflictRuleName(profile.conflict));
    output.text("conflict"_L1, conflict);
    if (const auto rule = conflictRuleFromName(conflict))
        profile.conflict = *rule;
    else
        output.fail("conflict"_L1,
                    ProfileText::tr("“%1” is not one of %2").arg(conflict, u"rename, skip, overwrite, fail"_s));
    return output.finish();
}

std::optional<Error> readRetry(const QJsonObject &object, Profile &profile)
{
    JsonMembers retry(object, u"retry."_s);
    retry.number("attempts"_L1, profile.retry.attempts, 1, 100);
    retry.number("delay_s"_L1, profile.retry.delayS, 0, 3600);
    return retry.finish();
}

void readOnError(JsonMembers &top, Profile &profile)
{
    QString onError = u"continue"_s;
    top.text("on_error"_L1, onError);
    profile.onError = onError == "stop"_L1 ? OnError::Stop : OnError::Continue;
    if (onError != "stop"_L1 && onError != "continue"_L1)
        top.fail("on_error"_L1, ProfileText::tr("“%1” is not one of %2").arg(onError, u"continue, stop"_s));
}

/// The columns of job lists have names of their own: what a tool's outputs are called is checked once its jobs are known.
QStringList possibleColumns(const Profile &profile)
{
    static const QRegularExpression placeholder(u"\\{([^{}:]+)"_s);
    QStringList columns;
    if (profile.converter != "tool"_L1)
        return columns;
    for (QRegularExpressionMatchIterator found = placeholder.globalMatch(profile.nameTemplate); found.hasNext();)
        columns.append(found.next().captured(1));
    return columns;
}

std::optional<Error> checkExtension(const Profile &profile, const ConverterInfo &converter, const OptionValues &options)
{
    constexpr qsizetype longestExtension = 16; // what names keep room for
    const QByteArray extension = profile.extension.toUtf8();
    if (extension.isEmpty() && profile.converter == "tool"_L1 && !toolMakesFiles(options))
        return std::nullopt; // what it says is the result: nothing gets a name
    if (extension.isEmpty() || extension.size() > longestExtension || safeFileName(extension) != extension)
        return invalidOption(u"output.extension"_s, ProfileText::tr("a file name extension is needed"));
    if (!converter.extensions.isEmpty() && !converter.extensions.contains(profile.extension))
        return invalidOption(
            u"output.extension"_s,
            ProfileText::tr("“%1” is not one of %2").arg(profile.extension, converter.extensions.join(", "_L1)));
    return std::nullopt;
}

std::optional<Error> checkAgainstConverter(const Profile &profile)
{
    static const QRegularExpression idPattern(u"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"_s);
    if (!idPattern.match(profile.id).hasMatch())
        return invalidOption(u"id"_s, ProfileText::tr("letters, digits, “-”, “_” and “.” are needed"));
    const ConverterInfo *converter = findConverter(profile.converter);
    if (!converter)
        return invalidOption(u"converter"_s, ProfileText::tr("there is no converter “%1”").arg(profile.converter));
    const Result<OptionValues> options = profileOptions(profile);
    if (!options)
        return options.error();
    if (converter->family == "tool"_L1) {
        if (const Result<void> ok = checkToolOptions(*options); !ok)
            return Error{ok.error().kind, u"options."_s + ok.error().message, {}};
    }
    if (std::optional<Error> error = checkExtension(profile, *converter, *options))
        return error;
    if (const Result<void> ok = checkNameTemplate(profile.nameTemplate, possibleColumns(profile)); !ok)
        return invalidOption(u"output.name"_s, ok.error().message);
    return std::nullopt;
}

} // namespace

QLatin1StringView conflictRuleName(ConflictRule rule)
{
    return conflictNames.at(static_cast<size_t>(rule));
}

std::optional<ConflictRule> conflictRuleFromName(QStringView name)
{
    const auto it = std::ranges::find_if(conflictNames, [name](QLatin1StringView known) { return name == known; });
    if (it == conflictNames.end())
        return std::nullopt;
    return static_cast<ConflictRule>(it - conflictNames.begin());
}

Result<Profile> parseProfile(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return Error{ErrorKind::InvalidOption, ProfileText::tr("This is not a profile: no JSON object."),
                     parseError.error == QJsonParseError::NoError ? QString() : parseError.errorString()};

    Profile profile;
    JsonMembers top(document.object(), {});
    top.version("convoy_profile"_L1);
    top.text("id"_L1, profile.id, true);
    top.text("name"_L1, profile.name, true);
    top.text("description"_L1, profile.description);
    top.text("converter"_L1, profile.converter, true);
    top.text("fallback"_L1, profile.fallback);
    top.number("timeout_s"_L1, profile.timeoutS, 0, 30 * 86400);
    top.number("max_parallel"_L1, profile.maxParallel, 0, 1024);
    top.number("start_delay_s"_L1, profile.startDelayS, 0, 3600);
    readOnError(top, profile);
    profile.options = top.object("options"_L1);
    const QJsonObject output = top.object("output"_L1);
    const QJsonObject retry = top.object("retry"_L1);
    std::optional<Error> error = top.finish();
    if (!error)
        error = readOutput(output, profile);
    if (!error)
        error = readRetry(retry, profile);
    if (!error)
        error = checkAgainstConverter(profile);
    if (error)
        return *error;
    return profile;
}

QByteArray profileToJson(const Profile &profile)
{
    QJsonObject object{
        {u"convoy_profile"_s, 1},
        {u"id"_s, profile.id},
        {u"name"_s, profile.name},
        {u"description"_s, profile.description},
        {u"converter"_s, profile.converter},
        {u"options"_s, profile.options},
        {u"output"_s,
         QJsonObject{{u"name"_s, profile.nameTemplate},
                     {u"extension"_s, profile.extension},
                     {u"conflict"_s, QString(conflictRuleName(profile.conflict))}}},
        {u"retry"_s, QJsonObject{{u"attempts"_s, profile.retry.attempts}, {u"delay_s"_s, profile.retry.delayS}}},
    };
    if (profile.timeoutS > 0)
        object.insert(u"timeout_s"_s, profile.timeoutS);
    if (!profile.fallback.isEmpty())
        object.insert(u"fallback"_s, profile.fallback);
    if (profile.onError == OnError::Stop)
        object.insert(u"on_error"_s, u"stop"_s);
    if (profile.maxParallel > 0)
        object.insert(u"max_parallel"_s, profile.maxParallel);
    if (profile.startDelayS > 0)
        object.insert(u"start_delay_s"_s, profile.startDelayS);
    return QJsonDocument(object).toJson();
}

Result<OptionValues> profileOptions(const Profile &profile)
{
    const ConverterInfo *converter = findConverter(profile.converter);
    if (!converter)
        return invalidOption(u"converter"_s, ProfileText::tr("there is no converter “%1”").arg(profile.converter));
    return completeOptions(converter->schema, profile.options, u"options."_s);
}

} // namespace convoy
