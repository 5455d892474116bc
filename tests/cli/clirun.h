// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace convoy::test {

using namespace Qt::Literals::StringLiterals;

/// What one run of convoy-cli left behind.
struct Run {
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// stdout as events; a line that is no JSON object becomes an empty one.
    QList<QJsonObject> events(const QString &name = {}) const
    {
        QList<QJsonObject> found;
        for (const QByteArray &line : out.split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (!line.isEmpty() && (name.isEmpty() || event.value("event"_L1).toString() == name))
                found.append(event);
        }
        return found;
    }
};

/// A place of its own for one test: inputs, outputs, and the folders where Convoy keeps things.
class CliPlace
{
public:
    CliPlace() { m_folder.setAutoRemove(false); }
    CliPlace(const CliPlace &) = delete;
    CliPlace &operator=(const CliPlace &) = delete;
    /// QTemporaryDir cannot remove names that are not text.
    ~CliPlace()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder.path().toStdString(), ignored);
    }

    QString path(const QString &name = {}) const { return name.isEmpty() ? m_folder.path() : m_folder.filePath(name); }

    static QString program() { return qEnvironmentVariable("CONVOY_BIN") + u"/convoy-cli"_s; }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &kind : {u"DATA"_s, u"CONFIG"_s, u"STATE"_s, u"CACHE"_s})
            environment.insert(u"XDG_%1_HOME"_s.arg(kind), path(u"xdg/"_s + kind.toLower()));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        return environment;
    }

    void prepare(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(environment());
        process.setWorkingDirectory(path());
        process.setProgram(program());
        process.setArguments(arguments);
    }

    Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process, arguments);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(100'000))
            process.kill();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    /// A file with any name that a file system takes.
    static void write(const QByteArray &file, const QByteArray &content)
    {
        const int fd = ::open(file.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        Q_ASSERT(fd >= 0);
        [[maybe_unused]] const ssize_t written = ::write(fd, content.constData(), size_t(content.size()));
        Q_ASSERT(written == content.size());
        ::close(fd);
    }

    QByteArray add(const QByteArray &name, const QByteArray &content) const
    {
        const QByteArray file = path().toUtf8() + '/' + name;
        QDir().mkpath(QFileInfo(QString::fromUtf8(file)).path());
        write(file, content);
        return file;
    }

    static QByteArray read(const QString &file)
    {
        QFile source(file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    /// Names of all files below `folder`, hidden ones too, in order.
    QStringList files(const QString &folder) const
    {
        QStringList names = QDir(path(folder)).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
        for (const QString &sub :
             QDir(path(folder)).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
            for (const QString &name : files(folder.isEmpty() ? sub : folder + u'/' + sub))
                names.append(sub + u'/' + name);
        }
        return names;
    }

    /// Command lines of processes that were started for this place and still run, workers and tools alike.
    QStringList leftOver() const
    {
        const QByteArray mark = "XDG_STATE_HOME=" + path(u"xdg/state"_s).toUtf8() + '\0';
        QStringList found;
        for (const QString &pid : QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs)) {
            if (read(u"/proc/%1/environ"_s.arg(pid)).contains(mark))
                found.append(QString::fromUtf8(read(u"/proc/%1/cmdline"_s.arg(pid)).replace('\0', ' ')));
        }
        return found;
    }

private:
    QTemporaryDir m_folder;
};

/// 16-bit stereo noise at 44.1 kHz: what takes an encoder its time.
inline QByteArray noiseWave(double seconds, quint32 seed = 1)
{
    const auto samples = quint32(seconds * 44100) * 2;
    QByteArray data(qsizetype(samples) * 2, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (quint32 i = 0; i < samples; ++i)
        qToLittleEndian<qint16>(qint16(random.bounded(20000) - 10000), data.data() + qsizetype(i) * 2);
    QByteArray header;
    const auto number = [&header](auto value) {
        value = qToLittleEndian(value);
        header.append(reinterpret_cast<const char *>(&value), sizeof value);
    };
    header += "RIFF";
    number(quint32(36 + data.size()));
    header += "WAVEfmt ";
    number(quint32(16));
    number(quint16(1));
    number(quint16(2));
    number(quint32(44100));
    number(quint32(44100 * 4));
    number(quint16(4));
    number(quint16(16));
    header += "data";
    number(quint32(data.size()));
    return header + data;
}

/// Whether an independent decoder reads the file to its end and finds its checksum.
inline bool isWholeFlac(const QString &file)
{
    return QProcess::execute(u"flac"_s, {u"-t"_s, u"-s"_s, file}) == 0;
}

} // namespace convoy::test
