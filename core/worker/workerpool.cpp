// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/workerpool.h"

#include "core/base/cborinteger.h"
#include "core/base/fileio.h"
#include "core/converters/converterinfo.h"
#include "core/formats/format.h"
#include "core/worker/protocol.h"
#include "core/worker/workerencoder.h"
#include "core/worker/workerhelper.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WorkerPoolText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Worker)
};

// A child that has served so many calls or is so old is replaced: leaks of a codec stay small.
constexpr int callsPerChild = 256;
constexpr qint64 childAgeMs = 10'000;
// A job that needed more may leave much of it behind in its child.
constexpr qint64 mostMemoryKept = 256LL << 20;

// A job gets a multiple of what its probe expects, and never less than this.
constexpr qint64 leastMemory = 2LL << 30;
constexpr qint64 memoryMargin = 4;

constexpr qint64 smallInput = 256 << 10; // bytes

// By the first bytes; parses nothing.
QLatin1StringView familyFor(const ConverterInfo &converter, int fd)
{
    return servingFamily(converter, sniffFormat(readHead(fd, sniffLength), {}));
}

} // namespace

WorkerPool::WorkerPool(WorkerSettings settings) : m_settings(std::move(settings)), m_gate(m_settings.cores)
{
    if (m_settings.program.empty())
        m_settings.program = ownFile("../bin/convoy-worker", CONVOY_WORKER_PROGRAM);
}

WorkerPool::~WorkerPool()
{
    m_trial.cancel();
}

Result<void> WorkerPool::check() const
{
    if (::access(m_settings.program.c_str(), X_OK) != 0)
        return notStarted(errno);
    return {};
}

Error WorkerPool::notStarted(int code) const
{
    return systemError(
        code, ErrorKind::Internal,
        WorkerPoolText::tr("The worker program “%1” cannot be started.").arg(displayName(m_settings.program)));
}

Result<void> WorkerPool::warmUp(QLatin1StringView family)
{
    Result<std::unique_ptr<WorkerChild>> child = acquire(family);
    if (!child)
        return child.error();
    release(family, std::move(*child), true);
    return {};
}

Result<std::unique_ptr<WorkerChild>> WorkerPool::acquire(QLatin1StringView family)
{
    std::shared_ptr<WorkerHelper> helper;
    {
        const std::lock_guard lock(m_mutex);
        std::unique_ptr<Family> &entry = m_families[family];
        if (!entry)
            entry = std::make_unique<Family>();
        if (!entry->helper || !entry->helper->isAlive()) {
            if (!entry->silence.hasExpired())
                return entry->silent;
            Result<std::shared_ptr<WorkerHelper>> started = WorkerHelper::start(m_settings, family);
            if (!started)
                return started.error();
            entry->helper = std::move(*started);
        }
        while (!entry->idle.empty()) {
            std::unique_ptr<WorkerChild> child = std::move(entry->idle.back());
            entry->idle.pop_back();
            if (child->isAlive()) // it or its helper may have been killed meanwhile
                return child;
        }
        helper = entry->helper;
    }
    Result<std::unique_ptr<WorkerChild>> child = helper->spawn();
    if (!child) {
        // A helper that cannot fork is of no use: the next call starts another.
        const std::lock_guard lock(m_mutex);
        Family &entry = *m_families[family];
        if (entry.helper != helper)
            return child;
        entry.helper.reset();
        if (helper->isSilent()) {
            entry.silent = child.error();
            entry.silence.setRemainingTime(std::chrono::seconds(m_settings.answerSeconds));
        }
    }
    return child;
}

void WorkerPool::release(QLatin1StringView family, std::unique_ptr<WorkerChild> child, bool reusable)
{
    if (!reusable || child->callsServed() >= callsPerChild || child->ageMs() >= childAgeMs)
        return; // ends with its object
    const std::lock_guard lock(m_mutex);
    m_families[family]->idle.push_back(std::move(child));
}

Result<QCborMap> WorkerPool::call(const QString &converter, Call call, Usage *usage)
{
    const ConverterInfo *info = findConverter(converter);
    if (!info)
        return invalidOption(WorkerPoolText::tr("There is no converter “%1”.").arg(converter));
    const QLatin1StringView family = m_settings.family.isEmpty() ? familyFor(*info, call.fd) : m_settings.family;
    Result<std::unique_ptr<WorkerChild>> child = acquire(family);
    if (!child)
        return child.error();
    call.body.insert(u"converter"_s, converter);
    std::vector<int> fds{call.fd};
    if (call.attachmentFd >= 0) {
        call.body.insert(u"attachment"_s, true);
        fds.push_back(call.attachmentFd);
    }
    if (call.outputFd >= 0) {
        call.body.insert(u"staged"_s, true);
        fds.push_back(call.outputFd);
    }
    if (call.encoder) {
        call.body.insert(u"encoders"_s, QCborArray::fromStringList(call.encoder->names));
        fds.insert(fds.end(), {call.encoder->toEncoder.fd(), call.encoder->fromEncoder.fd()});
    }
    Result<QCborMap> answer = (*child)->call(call.body, fds, call.control, call.handlers);
    // An error may leave the child in any state, even one that it reported itself.
    // A tool's child is confined to the staging folder of its one job.
    const qint64 peakBytes = answer ? qint64(cborInteger(answer->value("peak"_L1))) : 0;
    const bool reusable = answer && peakBytes <= mostMemoryKept && family != "tool"_L1;
    release(family, std::move(*child), reusable);
    if (!answer)
        return answer.error();
    if (usage) {
        usage->cpuSeconds += answer->value("cpu"_L1).toDouble();
        usage->peakBytes = std::max(usage->peakBytes, peakBytes);
    }
    return answer->value("result"_L1).toMap();
}

Result<MediaInfo> WorkerPool::probe(const QString &converter, const ConvertInput &input, JobControl &control)
{
    const CallHandlers handlers{.stallSeconds = 20};
    const std::optional<WorkerGate::Turn> turn = m_gate.enter(WorkerGate::Kind::Look, control);
    if (!turn)
        return cancelledError();
    const Result<QCborMap> answer = call(
        converter,
        {{{u"op"_s, u"probe"_s}, {u"input"_s, inputToCbor(input)}, {u"memory"_s, leastMemory}}, input.fd, control, handlers},
        nullptr);
    if (!answer)
        return answer.error();
    return MediaInfo::fromCbor(*answer);
}

Result<PreviewPicture> WorkerPool::preview(const QString &converter, const PreviewRequest &request, JobControl &control)
{
    const CallHandlers handlers{.stallSeconds = 20};
    const std::optional<WorkerGate::Turn> turn = m_gate.enter(WorkerGate::Kind::Look, control);
    if (!turn)
        return cancelledError();
    QCborMap body{{u"op"_s, u"preview"_s}, {u"memory"_s, leastMemory}, {u"request"_s, previewRequestToCbor(request)}};
    const Result<QCborMap> answer = call(converter, {std::move(body), request.input.fd, control, handlers}, nullptr);
    if (!answer)
        return answer.error();
    return pictureFromCbor(*answer);
}

Result<ConvertReport> WorkerPool::convert(const QString &converter, const ConvertRequest &request, JobControl &control,
                                          const CallHandlers &handlers, Usage *usage)
{
    const Result<std::unique_ptr<Encoder>> encoder = encoderFor(converter, request.options, control);
    if (!encoder)
        return encoder.error();
    // A small file's first output goes along: its child need not stop to ask for it, and no space is to be reserved.
    int outputFd = -1;
    if (request.input.size <= smallInput && request.outputFolder.isEmpty() && handlers.openOutput) {
        const Result<int> opened = handlers.openOutput(0);
        if (!opened)
            return opened.error();
        outputFd = *opened;
    }
    const qint64 memory = std::max(leastMemory, request.probed.memoryBytes * memoryMargin) * control.memoryFactor();
    QCborMap body{{u"op"_s, u"convert"_s}, {u"request"_s, requestToCbor(request)}, {u"memory"_s, memory}};
    const Result<QCborMap> answer = call(
        converter, {std::move(body), request.input.fd, control, handlers, request.attachment.fd, encoder->get(), outputFd},
        usage);
    if (*encoder && usage)
        usage->cpuSeconds += (*encoder)->process->end();
    if (!answer)
        return answer.error();
    return reportFromCbor(*answer);
}

Result<QVariantMap> WorkerPool::completeSet(const SetFile &file, JobControl &control, Usage *usage)
{
    const CallHandlers handlers{.stallSeconds = 60};
    QCborMap body{
        {u"op"_s, u"complete-set"_s}, {u"set"_s, QCborArray::fromVariantList(file.all)}, {u"memory"_s, leastMemory}};
    const Result<QCborMap> answer = call(file.converter, {std::move(body), file.fd, control, handlers}, usage);
    if (!answer)
        return answer.error();
    return answer->toVariantMap();
}

Result<void> WorkerPool::verify(const QString &converter, int fd, const QVariantMap &facts, JobControl &control,
                                Usage *usage)
{
    const CallHandlers handlers{.stallSeconds = 60};
    QCborMap body{{u"op"_s, u"verify"_s}, {u"facts"_s, QCborMap::fromVariantMap(facts)}};
    const Result<QCborMap> answer = call(converter, {std::move(body), fd, control, handlers}, usage);
    if (!answer)
        return answer.error();
    return {};
}

Result<QVariantMap> WorkerPool::describe(QLatin1StringView family)
{
    if (Result<void> warm = warmUp(family); !warm)
        return warm.error();
    std::shared_ptr<WorkerHelper> helper;
    {
        const std::lock_guard lock(m_mutex);
        helper = m_families[family]->helper;
    }
    if (!helper) // it could not fork a moment ago
        return notStarted(EAGAIN);
    return helper->describe();
}

QString WorkerPool::confinementNote(QLatin1StringView family)
{
    constexpr int wanted = 3; // what came later than that, seccomp keeps from codecs as well
    const Result<QVariantMap> facts = describe(family);
    const int version = facts ? facts->value(u"landlock"_s).toInt() : wanted;
    if (m_settings.isolation == Isolation::Thread || version >= wanted)
        return {};
    return WorkerPoolText::tr("This kernel confines conversions less tightly than a newer one would (Landlock %1, not %2).")
        .arg(version)
        .arg(wanted);
}

} // namespace convoy
