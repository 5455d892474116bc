// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/samplerunner.h"

#include "core/base/resources.h"

#include <QElapsedTimer>

#include <fcntl.h>
#include <sys/stat.h>

namespace convoy {

namespace {

QString noRoom()
{
    return SampleRunner::tr("There is no room for a sample in the folder for temporary files.");
}

/// The outputs of one trial: named files, because a player has to find them.
class SampleFiles
{
public:
    SampleFiles(Path folder, const SampleWish &wish, quint64 ticket)
        : m_folder(std::move(folder)),
          m_stem(toBytes(wish.file.stem()) + '-' + QByteArray::number(ticket)),
          m_extension('.' + wish.extension.toUtf8())
    {
    }

    Result<int> open()
    {
        QByteArray base = m_stem;
        if (!m_files.empty())
            base += '-' + QByteArray::number(qsizetype(m_files.size()));
        const Path name = m_folder / toPath(base + m_extension);
        FileDescriptor file(::open(name.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (!file.isValid())
            return systemError(errno, ErrorKind::OutputUnwritable, noRoom());
        if (m_files.empty())
            m_first = name;
        m_files.push_back(std::move(file));
        return m_files.back().fd();
    }

    qint64 bytes() const
    {
        qint64 sum = 0;
        for (const FileDescriptor &file : m_files) {
            struct stat facts {
            };
            if (::fstat(file.fd(), &facts) == 0)
                sum += facts.st_size;
        }
        return sum;
    }

    const Path &first() const { return m_first; }

private:
    Path m_folder;
    QByteArray m_stem;
    QByteArray m_extension;
    Path m_first;
    std::vector<FileDescriptor> m_files;
};

} // namespace

SampleRunner::SampleRunner(WorkerPool &workers, QObject *parent)
    : QObject(parent),
      m_workers(workers),
      m_latest(
          this, [this](const SampleWish &wish, JobControl &control, quint64 ticket) { return make(wish, control, ticket); },
          [this](const Result<Sample> &made) {
              if (made)
                  Q_EMIT finished(*made);
              else
                  Q_EMIT failed(made.error().message);
          })
{
}

Result<Sample> SampleRunner::make(const SampleWish &wish, JobControl &control, quint64 ticket)
{
    const FileDescriptor input(::open(wish.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!input.isValid())
        return systemError(errno, ErrorKind::UnreadableInput, tr("This file cannot be read."));
    const auto identity = sourceIdentity(input.fd());
    if (!identity)
        return identity.error();
    control.setThreads(availableCores());
    if (!m_folder || !m_folder->isValid())
        m_folder.emplace();
    if (!m_folder->isValid())
        return systemError(errno, ErrorKind::OutputUnwritable, noRoom());
    SampleFiles files(toPath(m_folder->path()), wish, ticket);
    const ConvertRequest request{.input = {.fd = input.fd(), .path = toBytes(wish.file), .size = identity->size},
                                 .options = wish.options,
                                 .extension = wish.extension,
                                 .probed = wish.info,
                                 .stem = toBytes(wish.file.stem())};
    QElapsedTimer timer;
    timer.start();
    const Result<ConvertReport> report = m_workers.convert(
        wish.converter, request, control,
        {.progress = [](double) {}, .openOutput = [&files](qint64) { return files.open(); }, .stallSeconds = 30});
    if (!report)
        return report.error();
    return Sample{.output = files.first(),
                  .bytes = qint64(double(files.bytes()) / wish.share),
                  .seconds = double(timer.elapsed()) / 1000 / wish.share,
                  .share = wish.share};
}

} // namespace convoy
