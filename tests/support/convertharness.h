// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/converters/converter.h"
#include "core/converters/converterinfo.h"

#include <QCborValue>
#include <QDir>
#include <QFile>
#include <QJsonObject>

#include <atomic>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <optional>
#include <sys/mman.h>
#include <vector>

namespace convoy::test {

/// The folder of real files, or an empty text where it is absent (then QSKIP). `CONVOY_CORPUS`, else `../shared/data`
/// looked for upwards from the working folder and from this source.
inline QString corpusFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("CONVOY_CORPUS");
    if (!fromEnvironment.isEmpty())
        return QDir(fromEnvironment).exists() ? fromEnvironment : QString();
    for (const QString &start : {QDir::currentPath(), QFileInfo(QString::fromUtf8(__FILE__)).absolutePath()}) {
        for (QDir folder(start);;) {
            const QString candidate = folder.filePath(QStringLiteral("../shared/data"));
            if (QDir(candidate).exists())
                return QDir(candidate).canonicalPath();
            if (!folder.cdUp())
                break;
        }
    }
    return {};
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline FileDescriptor emptyFile()
{
    const QByteArray folder = QFile::encodeName(QDir::tempPath());
    const int fd = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    return FileDescriptor(fd >= 0 ? fd : ::memfd_create("convoy-test", MFD_CLOEXEC));
}

/// The same open file again, read-only and at offset 0.
inline FileDescriptor reopenReadOnly(int fd)
{
    const QByteArray path = "/proc/self/fd/" + QByteArray::number(fd);
    return FileDescriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC));
}

/// An input for a converter: a file of the disk or bytes made by a test.
class InputFile
{
public:
    static InputFile fromPath(const QString &path)
    {
        InputFile file;
        file.m_path = QFile::encodeName(path);
        file.m_fd.reset(::open(file.m_path.constData(), O_RDONLY | O_CLOEXEC));
        return file;
    }
    static InputFile fromBytes(const QByteArray &bytes, const QByteArray &name)
    {
        FileDescriptor writable = emptyFile();
        qint64 done = 0;
        while (done < bytes.size()) {
            const ssize_t written = ::pwrite(writable.fd(), bytes.constData() + done, size_t(bytes.size() - done), done);
            if (written <= 0)
                break;
            done += written;
        }
        InputFile file;
        file.m_path = name;
        file.m_fd = reopenReadOnly(writable.fd());
        return file;
    }

    bool isValid() const { return m_fd.isValid(); }
    int fd() const { return m_fd.fd(); }
    /// At offset 0, as the worker gives it.
    ConvertInput input() const
    {
        const qint64 size = ::lseek(m_fd.fd(), 0, SEEK_END);
        ::lseek(m_fd.fd(), 0, SEEK_SET);
        return {.fd = m_fd.fd(), .path = m_path, .size = size};
    }

private:
    FileDescriptor m_fd;
    QByteArray m_path;
};

/// A ConvertContext made by hand: staged files without a name, progress recorded, faults on order.
class ConvertHarness
{
public:
    std::atomic<int> threads{1};
    std::vector<double> progress;           ///< every call, in order
    std::vector<FileDescriptor> outputs;    ///< staged files in the order in which they were opened
    std::optional<Error> refuseOutput;      ///< openOutput fails with it
    QByteArray outputDevice;                ///< opened instead of an empty file, e.g. "/dev/full"
    std::optional<double> stopAtProgress;   ///< the job is cancelled once this fraction was reported
    std::function<void(double)> onProgress; ///< called as well

    ConvertContext context()
    {
        return {
            .stop = m_stop.get_token(),
            .progress = [this](double fraction) { report(fraction); },
            .openOutput = [this](qint64) { return open(); },
            .threads = &threads,
        };
    }
    void requestStop() { m_stop.request_stop(); }

    QByteArray outputBytes(size_t index) const
    {
        QByteArray bytes;
        if (index >= outputs.size())
            return bytes;
        const qint64 size = ::lseek(outputs[index].fd(), 0, SEEK_END);
        bytes.resize(size);
        const ssize_t got = ::pread(outputs[index].fd(), bytes.data(), size_t(size), 0);
        bytes.resize(std::max<ssize_t>(got, 0));
        return bytes;
    }

private:
    void report(double fraction)
    {
        const std::scoped_lock lock(m_mutex);
        progress.push_back(fraction);
        if (onProgress)
            onProgress(fraction);
        if (stopAtProgress && fraction >= *stopAtProgress)
            m_stop.request_stop();
    }
    Result<int> open()
    {
        const std::scoped_lock lock(m_mutex);
        if (refuseOutput)
            return *refuseOutput;
        outputs.push_back(outputDevice.isEmpty() ? emptyFile()
                                                 : FileDescriptor(::open(outputDevice.constData(), O_RDWR | O_CLOEXEC)));
        return outputs.back().fd();
    }

    std::stop_source m_stop;
    std::mutex m_mutex;
};

/// The defaults of a converter's schema overlaid with `values`; fails the test's expectations by being empty.
inline OptionValues optionsFor(QStringView converterId, const QJsonObject &values = {})
{
    const ConverterInfo *info = findConverter(converterId);
    const Result<OptionValues> options = info ? completeOptions(info->schema, values, QString())
                                              : Result<OptionValues>(Error{});
    if (!options)
        qWarning("options refused: %s", qPrintable(options.error().message));
    return options ? *options : OptionValues();
}

/// Facts as the engine hands them back: through CBOR.
inline QVariantMap throughCbor(const QVariantMap &facts)
{
    const QByteArray encoded = QCborValue::fromVariant(facts).toCbor();
    return QCborValue::fromCbor(encoded).toVariant().toMap();
}

} // namespace convoy::test
