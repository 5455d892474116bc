// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"

#include "core/converters/tool/toolcheck.h"
#include "core/plan/naming.h"

#include <QCoreApplication>

#include <linux/magic.h>
#include <set>
#include <sys/vfs.h>
#include <unistd.h>
#include <unordered_map>
#include <unordered_set>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PlannerText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Planner)
};

/// Names as a file system that ignores case and Unicode form (exFAT, NTFS, HFS+) would see them.
std::string folded(const Path &folder, const QByteArray &name)
{
    const QString text = QString::fromUtf8(name);
    const QByteArray key = text.contains(QChar::ReplacementCharacter)
        ? name
        : text.normalized(QString::NormalizationForm_C).toCaseFolded().toUtf8();
    return folder.native() + '/' + key.toStdString();
}

/// The kernel's own file systems give root the right to write, but no file can be made there. Sets errno.
bool takesNoFiles(const Path &folder)
{
    struct statfs system = {};
    const bool isKernels = ::statfs(folder.c_str(), &system) == 0
        && (system.f_type == PROC_SUPER_MAGIC || system.f_type == SYSFS_MAGIC);
    errno = isKernels ? EROFS : errno;
    return isKernels;
}

class Planner
{
public:
    Planner(const PlanOptions &options, const std::vector<PlanItem> &items, std::vector<NameClash> *clashes)
        : m_options(options),
          m_clashes(clashes)
    {
        for (const PlanItem &item : items)
            m_sources.emplace(item.input.identity.device, item.input.identity.inode);
    }

    JobPlan plan(PlanItem item, int number)
    {
        JobPlan plan;
        plan.input = std::move(item.input);
        plan.info = std::move(item.info);
        plan.settings = std::move(item.settings);
        plan.number = number;
        plan.refusal = std::move(item.refusal);
        // First of all: what a profile does not take is no failure of its batch, however damaged it is.
        if (std::optional<Error> wrong = wrongKind(plan); wrong && (!plan.refusal || plan.info.kind != MediaKind::Unknown))
            plan.refusal = std::move(wrong);
        // A refused file has its place too: it may be tried again when the reason is gone.
        const std::optional<Error> placeless = choosePlace(plan, item.nameTemplate, item.stem);
        if (!plan.refusal)
            plan.refusal = placeless;
        if (!plan.refusal)
            plan.refusal = settleName(plan);
        return plan;
    }

private:
    static std::optional<Error> wrongKind(const JobPlan &plan)
    {
        const ConverterInfo *converter = findConverter(plan.settings->converter);
        if (plan.input.path.empty() && converter->id != "tool"_L1)
            return Error{ErrorKind::UnsupportedFormat,
                         PlannerText::tr("The profile “%1” converts files; this row of the list names none (column “file”).")
                             .arg(plan.settings->profileName)};
        if (converter->accepts.isEmpty() || converter->accepts.contains(plan.info.kind))
            return std::nullopt;
        return Error{ErrorKind::UnsupportedFormat,
                     PlannerText::tr("The profile “%1” does not take this kind of file (%2).")
                         .arg(plan.settings->profileName, mediaKindLabel(plan.info.kind))};
    }

    /// Folders for artists and albums: an album has one wherever its tracks come from.
    static bool namesAlbums(QStringView nameTemplate)
    {
        const QStringView folders = nameTemplate.first(std::max<qsizetype>(0, nameTemplate.lastIndexOf(u'/')));
        return folders.contains("{album"_L1) || folders.contains("{artist"_L1);
    }

    std::optional<Error> choosePlace(JobPlan &plan, const QString &nameTemplate, const QByteArray &stem)
    {
        NameValues values{plan.input.path, plan.settings->extension.toUtf8(), plan.number, plan.info, stem};
        values.info.tags = writtenTags(plan.info.tags, plan.settings->options.map());
        const Result<Path> name = expandNameTemplate(nameTemplate, values);
        if (!name)
            return name.error();
        Path folder = m_options.outputFolder;
        if (folder.empty())
            folder = plan.input.path.empty() ? absolutePath(".") : plan.input.path.parent_path();
        const bool keepsFolders = m_options.keepFolders && !namesAlbums(nameTemplate);
        if (keepsFolders && !m_options.outputFolder.empty() && !plan.input.relativeFolder.empty())
            folder /= plan.input.relativeFolder;
        if (name->has_parent_path())
            folder /= name->parent_path();
        plan.outputFolder = folder;
        plan.outputStem = toBytes(name->filename());
        return unwritable(folder);
    }

    /// Looks at the nearest folder that is there.
    std::optional<Error> unwritable(const Path &folder)
    {
        if (const auto known = m_folders.find(folder.native()); known != m_folders.end())
            return known->second;
        const Path existing = existingFolder(folder);
        std::error_code ignored;
        std::optional<Error> error;
        if (!std::filesystem::is_directory(existing, ignored))
            error = Error{ErrorKind::OutputUnwritable, PlannerText::tr("“%1” is not a folder.").arg(displayName(existing))};
        else if (takesNoFiles(existing) || ::access(existing.c_str(), W_OK | X_OK) != 0)
            error = systemError(errno, ErrorKind::OutputUnwritable,
                                PlannerText::tr("The folder “%1” cannot be written to.").arg(displayName(existing)));
        m_folders.emplace(folder.native(), error);
        return error;
    }

    bool isTaken(const JobPlan &plan, const QByteArray &stem) const
    {
        return m_names.contains(keyOf(plan, stem)) || isOnDisk(plan, stem);
    }

    static bool isOnDisk(const JobPlan &plan, const QByteArray &stem)
    {
        std::error_code ignored;
        return std::filesystem::exists(
            std::filesystem::symlink_status(plan.outputFolder / firstName(plan, stem).toStdString(), ignored));
    }

    // Only a hint: how many there really are is known when they are committed, and the rule is applied again.
    static QByteArray firstName(const JobPlan &plan, const QByteArray &stem)
    {
        const bool isSeries = plan.info.kind == MediaKind::Dicom && plan.info.frames > 1;
        return outputNames(stem, plan.settings->extension, isSeries ? 2 : 1).front();
    }

    static std::string keyOf(const JobPlan &plan, const QByteArray &stem)
    {
        return folded(plan.outputFolder, firstName(plan, stem));
    }

    /// Whatever the rule: a file that the batch reads is not replaced by what the batch writes.
    bool isSource(const Path &path) const
    {
        const Result<SourceIdentity> there = sourceIdentity(path);
        return there && m_sources.contains({there->device, there->inode});
    }

    QByteArray freeStem(const JobPlan &plan)
    {
        // Where the last one of that name ended: a thousand files of one name must not be counted from 2 each time.
        int &suffix = m_suffixes.try_emplace(keyOf(plan, plan.outputStem), 2).first->second;
        while (true) {
            const QByteArray stem = plan.outputStem + " (" + QByteArray::number(suffix++) + ")";
            if (!isTaken(plan, stem))
                return stem;
        }
    }

    std::optional<Error> settleName(JobPlan &plan)
    {
        if (!makesFiles(*plan.settings))
            return std::nullopt;
        QByteArray stem = plan.outputStem;
        const bool clash = m_names.contains(keyOf(plan, stem));
        const bool there = isOnDisk(plan, stem);
        const ConflictRule rule = plan.settings->conflict;
        if (m_clashes && (clash || there))
            m_clashes->push_back({plan.number, plan.outputFolder / firstName(plan, stem).toStdString(), clash});
        // Two inputs of one batch never share a name, whatever the rule: one would be lost.
        if ((clash && rule != ConflictRule::Fail && rule != ConflictRule::Skip) || (there && rule == ConflictRule::Rename)) {
            stem = freeStem(plan);
        } else if (clash || (there && rule != ConflictRule::Overwrite)) {
            return Error{ErrorKind::OutputExists,
                         PlannerText::tr("“%1” is already there.").arg(displayName(toPath(firstName(plan, stem))))};
        }
        if (isSource(plan.outputFolder / firstName(plan, stem).toStdString()))
            return Error{ErrorKind::OutputExists, PlannerText::tr("The output would replace its own source.")};
        plan.outputStem = stem;
        m_names.insert(keyOf(plan, stem));
        return std::nullopt;
    }

    const PlanOptions &m_options;
    std::vector<NameClash> *m_clashes;
    std::set<std::pair<quint64, quint64>> m_sources; // device and inode
    std::unordered_set<std::string> m_names;
    std::unordered_map<std::string, int> m_suffixes; // the next to try, by the name that is taken
    std::unordered_map<std::string, std::optional<Error>> m_folders;
};

Result<std::shared_ptr<ConversionSettings>> ownSettings(const Profile &profile, const QJsonObject &overrides,
                                                        const SettingsOptions &given)
{
    Profile effective = profile;
    for (auto it = overrides.begin(); it != overrides.end(); ++it)
        effective.options.insert(it.key(), it.value());
    Result<OptionValues> options = profileOptions(effective);
    if (!options)
        return options.error();
    auto settings = std::make_shared<ConversionSettings>();
    settings->profileId = profile.id;
    settings->profileName = profile.name;
    settings->converter = profile.converter;
    settings->options = std::move(*options);
    settings->extension = profile.extension;
    settings->conflict = profile.conflict;
    settings->retry = profile.retry;
    settings->timeoutS = profile.timeoutS;
    settings->verify = given.verify;
    settings->maxParallel = profile.maxParallel;
    settings->startDelayS = profile.startDelayS;
    settings->batch = given.batch;
    return settings;
}

} // namespace

Result<std::shared_ptr<const ConversionSettings>> makeSettings(const Profile &profile, const QJsonObject &overrides,
                                                               const SettingsOptions &options)
{
    Result<std::shared_ptr<ConversionSettings>> settings = ownSettings(profile, overrides, options);
    if (!settings)
        return settings.error();
    if (profile.onError == OnError::Stop && options.batch.halt.when == HaltRule::When::Never)
        (*settings)->batch.halt = {.when = HaltRule::When::Soon, .failures = 1};
    if (!profile.fallback.isEmpty() && options.profiles) {
        // One step only: a chain of fallbacks could lead back here.
        const Profile *fallback = options.profiles->find(profile.fallback);
        if (!fallback || fallback->id == profile.id)
            return invalidOption(
                PlannerText::tr("The fallback of “%1” is no other profile: “%2”.").arg(profile.name, profile.fallback));
        Result<std::shared_ptr<ConversionSettings>> second = ownSettings(*fallback, {}, options);
        if (!second)
            return second.error();
        (*second)->conflict = (*settings)->conflict;
        (*second)->batch = (*settings)->batch;
        (*settings)->fallback = std::move(*second);
    }
    return std::shared_ptr<const ConversionSettings>(std::move(*settings));
}

std::shared_ptr<const ConversionSettings> withOptions(const ConversionSettings &settings, const QVariantMap &values)
{
    auto changed = std::make_shared<ConversionSettings>(settings);
    changed->options = OptionValues(values);
    return changed;
}

bool makesFiles(const ConversionSettings &settings)
{
    return settings.converter != "tool"_L1 || toolMakesFiles(settings.options);
}

Path existingFolder(Path folder)
{
    std::error_code ignored;
    while (!std::filesystem::exists(folder, ignored) && folder.has_relative_path())
        folder = folder.parent_path();
    return folder;
}

std::vector<JobPlan> planJobs(std::vector<PlanItem> items, const PlanOptions &options, std::vector<NameClash> *clashes)
{
    Planner planner(options, items, clashes);
    std::vector<JobPlan> plans;
    plans.reserve(items.size());
    for (PlanItem &item : items)
        plans.push_back(planner.plan(std::move(item), int(plans.size()) + 1));
    return plans;
}

std::vector<QByteArray> outputNames(const QByteArray &stem, const QString &extension, size_t count)
{
    const QByteArray suffix = "." + extension.toUtf8();
    if (count <= 1)
        return {withFrameNumber(stem, 1) + suffix};
    std::vector<QByteArray> names;
    names.reserve(count);
    const bool isNumbered = hasFrameNumber(stem);
    for (size_t i = 1; i <= count; ++i)
        names.push_back(isNumbered ? withFrameNumber(stem, i) + suffix
                                   : stem + "-" + QByteArray::number(qulonglong(i)).rightJustified(4, '0') + suffix);
    return names;
}

} // namespace convoy
