// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hardware encoders: which there are, and a process of its own for each job that uses one.
#include "core/worker/workerencoder.h"

#include "core/converters/converterinfo.h"
#include "core/worker/protocol.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WorkerEncoderText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Worker)
};

constexpr auto encoderFamily = "encoder"_L1;

bool hasDevice(const HardwareEncoder &encoder, const std::vector<Path> &devices)
{
    return encoder.devices.isEmpty() || std::ranges::any_of(devices, [&encoder](const Path &device) {
               return device.native().starts_with(encoder.devices.toStdString());
           });
}

/// The interface that the options name, or "automatic"; empty: no hardware.
QString wantedEncoder(const QString &converter, const OptionValues &options)
{
    const ConverterInfo *info = findConverter(converter);
    const QString wanted = info && !info->encoderOption.isEmpty() ? options.text(info->encoderOption) : QString();
    return wanted == "software"_L1 ? QString() : wanted;
}

} // namespace

Result<std::unique_ptr<WorkerPool::Encoder>> WorkerPool::startEncoder(const QStringList &encoders)
{
    int there[2];
    int back[2];
    if (::pipe2(there, O_CLOEXEC | O_NONBLOCK) != 0)
        return systemError(errno, ErrorKind::Internal, WorkerEncoderText::tr("The worker could not be started."));
    const FileDescriptor pictures(there[0]);
    FileDescriptor toEncoder(there[1]);
    if (::pipe2(back, O_CLOEXEC | O_NONBLOCK) != 0)
        return systemError(errno, ErrorKind::Internal, WorkerEncoderText::tr("The worker could not be started."));
    FileDescriptor fromEncoder(back[0]);
    const FileDescriptor packets(back[1]);
    constexpr int capacity = 1 << 20; // fewer changes of process for each picture; what there is without it will do
    ::fcntl(toEncoder.fd(), F_SETPIPE_SZ, capacity);
    Result<std::unique_ptr<WorkerChild>> process = acquire(encoderFamily);
    if (!process)
        return process.error();
    const int fds[] = {pictures.fd(), packets.fd()};
    const Result<void> begun = (*process)->begin({{u"op"_s, u"convert"_s},
                                                  {u"converter"_s, u"encoder"_s},
                                                  {u"request"_s, requestToCbor({})},
                                                  {u"attachment"_s, true}},
                                                 fds);
    if (!begun)
        return begun.error();
    return std::make_unique<Encoder>(Encoder{encoders, std::move(toEncoder), std::move(fromEncoder), std::move(*process)});
}

QStringList WorkerPool::workingEncoders(const JobControl *job)
{
    std::shared_future<QStringList> working;
    {
        const std::lock_guard lock(m_trialMutex);
        if (!m_working.valid())
            m_working = std::async(std::launch::async, [this] { return tryEncoders(); }).share();
        working = m_working;
    }
    constexpr std::chrono::milliseconds patience(50);
    while (working.wait_for(patience) != std::future_status::ready) {
        if (job && job->isCancelled())
            return {};
    }
    return working.get();
}

QStringList WorkerPool::tryEncoders()
{
    QStringList working;
    const std::vector<Path> devices = hardwareDevices();
    const CallHandlers handlers{.timeoutSeconds = m_settings.trialSeconds};
    QByteArrayList hung;
    for (const HardwareEncoder &candidate : m_settings.encoders) {
        if (m_trial.isCancelled())
            break;
        if (hung.contains(candidate.devices) || !hasDevice(candidate, devices))
            continue;
        const QString name = QString::fromLatin1(candidate.name);
        const Result<std::unique_ptr<Encoder>> encoder = startEncoder({name});
        if (!encoder)
            break;
        const Result<QCborMap> tried = call(u"video"_s,
                                            {{{u"op"_s, u"try-encoder"_s}},
                                             (*encoder)->fromEncoder.fd(), // no file is read
                                             m_trial,
                                             handlers,
                                             -1,
                                             encoder->get()},
                                            nullptr);
        if (tried)
            working.append(name);
        else if (tried.error().kind == ErrorKind::TimedOut)
            hung.append(candidate.devices);
    }
    return working;
}

Result<void> WorkerPool::checkEncoder(const QString &converter, const OptionValues &options, const JobControl *job)
{
    const QString wanted = wantedEncoder(converter, options);
    if (wanted.isEmpty() || wanted == "automatic"_L1 || hasInterface(workingEncoders(job), wanted))
        return {};
    return Error{ErrorKind::MissingTool,
                 WorkerEncoderText::tr("This computer has no working hardware encoder “%1”.").arg(wanted)};
}

Result<std::unique_ptr<WorkerPool::Encoder>> WorkerPool::encoderFor(const QString &converter, const OptionValues &options,
                                                                    const JobControl &job)
{
    const Result<void> checked = checkEncoder(converter, options, &job);
    const QString wanted = wantedEncoder(converter, options);
    QStringList usable = wanted.isEmpty() ? QStringList() : workingEncoders(&job);
    if (!wanted.isEmpty() && (m_trial.isCancelled() || job.isCancelled())) // then it is not known
        return cancelledError();
    if (!checked)
        return checked.error();
    usable.removeIf([&wanted](const QString &name) { return !hasInterface({name}, wanted); });
    return usable.isEmpty() ? Result<std::unique_ptr<Encoder>>(nullptr) : startEncoder(usable);
}

} // namespace convoy
