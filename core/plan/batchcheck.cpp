// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/batchcheck.h"

#include "core/converters/tool/toolcheck.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BatchCheckText {
    Q_DECLARE_TR_FUNCTIONS(convoy::BatchCheck)
};

using Kind = BatchProblem::Kind;

Kind kindOf(const Error &refusal)
{
    switch (refusal.kind) {
    case ErrorKind::UnreadableInput: return Kind::UnreadableInput;
    case ErrorKind::OutputUnwritable: return Kind::UnwritableFolder;
    case ErrorKind::NoSpace: return Kind::NoSpace;
    case ErrorKind::MissingTool: return Kind::MissingTool;
    case ErrorKind::UnsupportedFormat: return Kind::Unsupported;
    case ErrorKind::DamagedInput:
    case ErrorKind::LimitExceeded:
    case ErrorKind::OutputExists:
    case ErrorKind::InvalidOption:
    case ErrorKind::ToolFailed:
    case ErrorKind::WorkerCrashed:
    case ErrorKind::TimedOut:
    case ErrorKind::OutOfMemory:
    case ErrorKind::VerificationFailed:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal: return Kind::Refused;
    }
    Q_UNREACHABLE();
}

QString fixFor(Kind kind)
{
    switch (kind) {
    case Kind::UnreadableInput:
        return BatchCheckText::tr("Check that the file is there and that you may read it, or leave it out.");
    case Kind::UnwritableFolder:
        return BatchCheckText::tr("Choose another output folder, or get the right to write to this one.");
    case Kind::NoSpace: return BatchCheckText::tr("Choose another output folder, or make room.");
    case Kind::MissingTool: return BatchCheckText::tr("Install it, or correct the command in the profile.");
    case Kind::Unsupported: return BatchCheckText::tr("Choose a profile for this kind of file, or leave it out.");
    case Kind::NameInBatch: return BatchCheckText::tr("Put {n} or {parent} into the name template to tell them apart.");
    case Kind::NameOnDisk: return BatchCheckText::tr("Choose another output folder, name template or conflict rule.");
    case Kind::Refused: return BatchCheckText::tr("Look at the file with another program, or leave it out.");
    }
    Q_UNREACHABLE();
}

/// The program of a tool's command that is not there; empty where it is, or where no tool is run.
QString missingProgram(const ConversionSettings &settings)
{
    const QStringList command = settings.options.list(u"command"_s);
    if (settings.converter != "tool"_L1 || command.isEmpty() || command.first().contains(u'{'))
        return {};
    QByteArrayList environment;
    for (const QString &variable : settings.options.list(u"environment"_s))
        environment.append(variable.toUtf8());
    const QByteArray program = findProgram(command.first().toUtf8(), environment);
    return !program.isEmpty() && ::access(program.constData(), X_OK) == 0 ? QString() : command.first();
}

/// Jobs with the same problem are one entry.
class Collector
{
public:
    void add(BatchProblem problem, int job)
    {
        const auto [place, isNew] = m_places.try_emplace({int(problem.kind), problem.message}, m_problems.size());
        if (isNew)
            m_problems.push_back(std::move(problem));
        m_problems[place->second].jobs.push_back(job);
    }
    /// Blocking ones first, and otherwise as they were met.
    std::vector<BatchProblem> take()
    {
        std::stable_partition(m_problems.begin(), m_problems.end(),
                              [](const BatchProblem &problem) { return problem.isBlocking; });
        return std::move(m_problems);
    }

private:
    std::vector<BatchProblem> m_problems;
    std::map<std::pair<int, QString>, size_t> m_places;
};

class Checker
{
public:
    Checker(const std::vector<JobPlan> &plans, const RateEstimate &rates) : m_plans(plans)
    {
        for (const MeasuredRate &rate : rates.measured()) {
            if (rate.inputBytes > 0)
                m_sizes[rate.profile] = rate.outputBytes / rate.inputBytes;
        }
    }

    BatchCheck run(const std::vector<NameClash> &clashes)
    {
        m_check.jobs = int(m_plans.size());
        for (const JobPlan &plan : m_plans)
            look(plan);
        for (const NameClash &clash : clashes)
            look(clash);
        lookAtSpace();
        m_check.problems = m_problems.take();
        return std::move(m_check);
    }

private:
    void look(const JobPlan &plan)
    {
        if (plan.refusal) {
            // Names have their own entries.
            if (plan.refusal->kind == ErrorKind::OutputExists)
                return;
            const Kind kind = kindOf(*plan.refusal);
            m_problems.add({.kind = kind, .message = plan.refusal->message, .fix = fixFor(kind)}, plan.number);
            return;
        }
        const QString program = missing(plan);
        if (!program.isEmpty()) {
            m_problems.add({.kind = Kind::MissingTool,
                            .message = BatchCheckText::tr("The program “%1” is not installed.").arg(program),
                            .fix = toolFix(plan)},
                           plan.number);
            return;
        }
        ++m_check.doable;
        const auto size = m_sizes.find(plan.settings->profileId);
        Need &need = m_needs[plan.outputFolder];
        need.bytes += double(plan.input.identity.size) * (size == m_sizes.end() ? 1 : size->second);
        need.jobs.push_back(plan.number);
    }

    QString missing(const JobPlan &plan)
    {
        const auto [known, isNew] = m_programs.try_emplace(plan.settings.get());
        if (isNew)
            known->second = missingProgram(*plan.settings);
        return known->second;
    }

    static QString toolFix(const JobPlan &plan)
    {
        const QString package = plan.settings->options.text(u"required_package"_s);
        return package.isEmpty()
            ? fixFor(Kind::MissingTool)
            : BatchCheckText::tr("Install the package “%1”, or correct the command in the profile.").arg(package);
    }

    void look(const NameClash &clash)
    {
        const JobPlan &plan = m_plans[size_t(clash.number) - 1];
        const Kind kind = clash.isInBatch ? Kind::NameInBatch : Kind::NameOnDisk;
        const bool isBlocking = plan.refusal && plan.refusal->kind == ErrorKind::OutputExists
            && plan.settings->conflict == ConflictRule::Fail;
        m_problems.add(
            {.kind = kind, .isBlocking = isBlocking, .message = clashText(plan, clash.isInBatch), .fix = fixFor(kind)},
            clash.number);
    }

    static QString clashText(const JobPlan &plan, bool isInBatch)
    {
        switch (plan.settings->conflict) {
        case ConflictRule::Rename:
            return isInBatch ? BatchCheckText::tr("Several files want the same name: all but one get a number.")
                             : BatchCheckText::tr("The name is taken already: the output gets a number.");
        case ConflictRule::Skip:
            return isInBatch ? BatchCheckText::tr("Several files want the same name: all but one are skipped.")
                             : BatchCheckText::tr("The name is taken already: the file is skipped.");
        case ConflictRule::Overwrite:
            return isInBatch ? BatchCheckText::tr("Several files want the same name: all but one get a number.")
                             : BatchCheckText::tr("The name is taken already: what is there is replaced.");
        case ConflictRule::Fail:
            return isInBatch ? BatchCheckText::tr("Several files want the same name: all but one fail.")
                             : BatchCheckText::tr("The name is taken already: the file fails.");
        }
        Q_UNREACHABLE();
    }

    void lookAtSpace()
    {
        std::map<quint64, std::pair<SpaceNeed, std::vector<int>>> systems;
        for (const auto &[folder, need] : m_needs) {
            struct stat status = {};
            struct statvfs system = {};
            const Path existing = existingFolder(folder);
            if (::stat(existing.c_str(), &status) != 0 || ::statvfs(existing.c_str(), &system) != 0)
                continue;
            if (system.f_blocks == 0)
                continue; // it does not tell: a share that knows no sizes, a memory disk without a limit
            auto &[space, jobs] = systems[status.st_dev];
            if (space.folder.empty())
                space.folder = folder;
            space.neededBytes += qint64(need.bytes);
            space.freeBytes = qint64(system.f_bavail) * qint64(system.f_frsize);
            jobs.insert(jobs.end(), need.jobs.begin(), need.jobs.end());
        }
        for (const auto &[device, entry] : systems) {
            const auto &[space, jobs] = entry;
            m_check.space.push_back(space);
            if (space.neededBytes <= space.freeBytes)
                continue;
            const QLocale locale;
            const BatchProblem problem{
                .kind = Kind::NoSpace,
                .message = BatchCheckText::tr("“%1” has %2 free, and about %3 are needed.")
                               .arg(displayName(space.folder),
                                    locale.formattedDataSize(space.freeBytes, 1, QLocale::DataSizeSIFormat),
                                    locale.formattedDataSize(space.neededBytes, 1, QLocale::DataSizeSIFormat)),
                .fix = fixFor(Kind::NoSpace)};
            for (const int job : jobs)
                m_problems.add(problem, job);
        }
    }

    struct Need {
        double bytes = 0;
        std::vector<int> jobs;
    };
    const std::vector<JobPlan> &m_plans;
    std::map<QString, double> m_sizes; // output for each byte of input, by profile
    std::map<const ConversionSettings *, QString> m_programs;
    std::map<Path, Need> m_needs; // by output folder
    Collector m_problems;
    BatchCheck m_check;
};

} // namespace

bool BatchCheck::isDoable() const
{
    return std::ranges::none_of(problems, [](const BatchProblem &problem) { return problem.isBlocking; });
}

BatchCheck checkBatch(const std::vector<JobPlan> &plans, const std::vector<NameClash> &clashes, const RateEstimate &rates)
{
    return Checker(plans, rates).run(clashes);
}

} // namespace convoy
