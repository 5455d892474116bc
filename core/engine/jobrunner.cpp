// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/jobrunner.h"

#include "core/engine/attachment.h"
#include "core/plan/naming.h"
#include "core/plan/planner.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JobRunnerText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JobRunner)
};

// No sign of progress for so long means that the codec hangs. Large files get longer: some codecs report late.
constexpr int leastStallSeconds = 20;

Error changedWhileRead()
{
    return {ErrorKind::DamagedInput, JobRunnerText::tr("The file was changed while it was being read.")};
}

/// What a file that is still being written may look like.
bool isAboutContent(ErrorKind kind)
{
    return kind == ErrorKind::DamagedInput || kind == ErrorKind::UnsupportedFormat || kind == ErrorKind::UnreadableInput
        || kind == ErrorKind::ToolFailed || kind == ErrorKind::WorkerCrashed || kind == ErrorKind::Internal;
}

/// Makes the folder and its parents, and tells which ones are new, outermost first.
Result<std::vector<Path>> makeFolders(const Path &folder)
{
    std::vector<Path> missing;
    std::error_code error;
    for (Path path = folder; !std::filesystem::exists(path, error) && path.has_relative_path(); path = path.parent_path())
        missing.insert(missing.begin(), path);
    std::filesystem::create_directories(folder, error);
    if (error)
        return systemError(error.value(), ErrorKind::OutputUnwritable,
                           JobRunnerText::tr("The folder “%1” cannot be made.").arg(displayName(folder)));
    return missing;
}

class WorkerJob
{
public:
    WorkerJob(WorkerPool &workers, AttachmentSearch &attachments, const JobPlan &plan, JobControl &control,
              const JobNews &news)
        : m_workers(workers),
          m_attachments(attachments),
          m_plan(plan),
          m_control(control),
          m_news(news)
    {
    }

    JobOutcome run()
    {
        QElapsedTimer timer;
        timer.start();
        if (Result<void> done = attempt(); !done) {
            m_outcome.error = done.error();
            m_outcome.staged.clear();
            removeMadeFolders();
        }
        m_outcome.seconds = double(timer.nsecsElapsed()) / 1e9;
        m_outcome.cpuSeconds = m_usage.cpuSeconds;
        m_outcome.peakBytes = m_usage.peakBytes;
        return std::move(m_outcome);
    }

private:
    const ConversionSettings &settings() const { return *m_plan.settings; }

    Result<void> attempt()
    {
        if (Result<void> opened = openInput(); !opened)
            return opened;
        Result<std::vector<Path>> made = makeFolders(m_plan.outputFolder);
        if (!made)
            return made.error();
        m_outcome.madeFolders = std::move(*made);
        if (Result<void> staged = makeStagingFolder(); !staged)
            return staged;
        const std::optional<WorkerGate::Turn> turn = m_workers.gate().enter(WorkerGate::Kind::Conversion, m_control);
        if (!turn)
            return Error{ErrorKind::Cancelled, {}}; // in the engine's words
        Result<ConvertReport> report = convert();
        for (StagedFile &file : m_outcome.staged)
            file.trim();
        startWriteback();
        // Before the codec's own words: half a file is damaged, but that is not the reason.
        if (Result<void> same = checkUnchanged(); !same && (report || isAboutContent(report.error().kind)))
            return same;
        if (!report)
            return report.error();
        m_outcome.warnings = report->warnings;
        m_outcome.toolOutput = report->toolOutput;
        m_outcome.columns = report->columns;
        for (const QVariantMap &facts : report->outputs)
            m_outcome.setFacts.append(facts.value(u"set"_s));
        if (Result<void> adopted = adoptToolOutputs(*report); !adopted)
            return adopted;
        if (Result<void> verified = verify(*report); !verified)
            return verified;
        if (settings().batch.keepTimes)
            keepTimes();
        return {};
    }

    Result<void> openInput()
    {
        if (m_plan.input.path.empty()) { // of a list that names no file
            m_input.reset(::open("/dev/null", O_RDONLY | O_CLOEXEC));
            return {};
        }
        Result<FileDescriptor> opened = openSource(m_plan.input);
        if (!opened)
            return opened.error();
        m_input = std::move(*opened);
        const Result<SourceIdentity> identity = sourceIdentity(m_input.fd());
        if (!identity)
            return identity.error();
        m_identity = *identity;
        m_outcome.source = m_identity;
        return {};
    }

    Result<void> makeStagingFolder()
    {
        if (findConverter(settings().converter)->family != "tool"_L1)
            return {};
        Result<std::unique_ptr<StagingFolder>> folder = StagingFolder::create(m_plan.outputFolder);
        if (!folder)
            return folder.error();
        m_stagingFolder = std::move(*folder);
        return {};
    }

    Result<ConvertReport> convert()
    {
        const QString attachmentKey = findConverter(settings().converter)->attachment;
        const Attachment attachment = attachmentKey.isEmpty()
            ? Attachment()
            : m_attachments.open(settings().options.list(attachmentKey), m_plan.input.path.parent_path());
        const ConvertRequest request{
            .input = {m_input.fd(), toBytes(m_plan.input.path), m_identity.size},
            .options = settings().options,
            .extension = settings().extension,
            .probed = m_plan.info,
            .stem = withFrameNumber(m_plan.outputStem, 1),
            .outputFolder = m_stagingFolder ? toBytes(m_stagingFolder->path()) : QByteArray(),
            .number = m_plan.number,
            .isVerified = settings().verify,
            .attachment = attachment.input,
        };
        const bool isTool = m_stagingFolder != nullptr;
        const CallHandlers handlers{
            .progress =
                [this](double fraction) {
                    startWriteback();
                    m_news.progress(fraction);
                },
            .openOutput = [this](qint64 bytes) -> Result<int> {
                Result<StagedFile> file = StagedFile::create(m_plan.outputFolder, bytes);
                if (!file)
                    return file.error();
                m_outcome.staged.push_back(std::move(*file));
                return m_outcome.staged.back().fd();
            },
            .said = m_news.said,
            .stallSeconds = isTool ? 0 : std::max(leastStallSeconds, int(m_plan.info.cpuSeconds * 2)),
            .timeoutSeconds = settings().timeoutS,
        };
        return m_workers.convert(settings().converter, request, m_control, handlers, &m_usage);
    }

    /// While codecs work, so that little is left to wait for at the end.
    void startWriteback() const
    {
        for (const StagedFile &file : m_outcome.staged)
            file.startWriteback();
    }

    /// The open file itself, and what has its name now: a tool opens it by that. A name that is gone changes nothing of
    /// what was read.
    Result<void> checkUnchanged() const
    {
        if (m_plan.input.path.empty())
            return {};
        const Result<SourceIdentity> now = sourceIdentity(m_input.fd());
        if (!now || !(*now == m_identity))
            return changedWhileRead();
        struct stat named = {};
        const bool isThere = ::stat(m_plan.input.path.c_str(), &named) == 0;
        if (isThere && (named.st_dev != m_identity.device || named.st_ino != m_identity.inode))
            return changedWhileRead();
        return {};
    }

    /// The time of access stays that of now.
    void keepTimes()
    {
        constexpr qint64 second = 1'000'000'000;
        const qint64 ns = m_identity.mtimeNs;
        const timespec times[2] = {{0, UTIME_OMIT},
                                   {ns / second - (ns % second < 0 ? 1 : 0), (ns % second + second) % second}};
        for (const StagedFile &file : m_outcome.staged) {
            if (::futimens(file.fd(), times) != 0)
                m_outcome.warnings.append(JobRunnerText::tr("The time of the source could not be kept."));
        }
    }

    Result<void> adoptToolOutputs(const ConvertReport &report)
    {
        for (const QVariantMap &facts : report.outputs) {
            const QByteArray name = facts.value(u"file"_s).toByteArray();
            if (name.isEmpty() || !m_stagingFolder)
                continue;
            Result<StagedFile> file = StagedFile::adopt(m_stagingFolder, name);
            if (!file)
                return file.error();
            m_outcome.staged.push_back(std::move(*file));
        }
        return {};
    }

    Result<void> verify(const ConvertReport &report)
    {
        if (report.outputs.size() != m_outcome.staged.size())
            return Error{ErrorKind::Internal, JobRunnerText::tr("The converter lost count of its outputs.")};
        if (m_outcome.staged.empty() && makesFiles(settings()))
            return Error{ErrorKind::Internal, JobRunnerText::tr("The converter wrote nothing.")};
        for (size_t i = 0; settings().verify && i < m_outcome.staged.size(); ++i) {
            Result<FileDescriptor> file = m_outcome.staged[i].openForReading();
            if (!file)
                return file.error();
            if (Result<void> ok = m_workers.verify(settings().converter, file->fd(), report.outputs[i], m_control, &m_usage);
                !ok)
                return ok;
        }
        return {};
    }

    /// Innermost first; one that somebody else has used in the meantime stays.
    void removeMadeFolders()
    {
        m_stagingFolder.reset();
        for (auto folder = m_outcome.madeFolders.rbegin(); folder != m_outcome.madeFolders.rend(); ++folder)
            ::rmdir(folder->c_str());
        m_outcome.madeFolders.clear();
    }

    WorkerPool &m_workers;
    AttachmentSearch &m_attachments;
    const JobPlan &m_plan;
    JobControl &m_control;
    const JobNews &m_news;
    FileDescriptor m_input;
    SourceIdentity m_identity;
    std::shared_ptr<StagingFolder> m_stagingFolder;
    WorkerPool::Usage m_usage;
    JobOutcome m_outcome;
};

} // namespace

JobRunner workerJobRunner(WorkerPool &workers)
{
    return [&workers, attachments = std::make_shared<AttachmentSearch>()](const JobPlan &plan, JobControl &control,
                                                                          const JobNews &news) {
        return WorkerJob(workers, *attachments, plan, control, news).run();
    };
}

} // namespace convoy
