// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/watchstore.h"

#include "core/base/fileio.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WatchStoreText {
    Q_DECLARE_TR_FUNCTIONS(convoy::WatchStore)
};

constexpr std::array stateNames{
    QLatin1StringView("taken"),
    QLatin1StringView("done"),
    QLatin1StringView("failed"),
    QLatin1StringView("output"),
};

// Numbers of 64 bits are texts: JSON's have 53.
QByteArray lineOf(const Path &path, const WatchEntry &entry)
{
    const SourceIdentity &identity = entry.identity;
    const QJsonObject object{
        {u"path"_s, QString::fromLatin1(toBytes(path).toPercentEncoding("/ "))},
        {u"size"_s, QString::number(identity.size)},
        {u"mtime"_s, QString::number(identity.mtimeNs)},
        {u"device"_s, QString::number(identity.device)},
        {u"inode"_s, QString::number(identity.inode)},
        {u"state"_s, QString(stateNames.at(size_t(entry.state)))},
        {u"batch"_s, entry.batch},
        {u"failures"_s, entry.failures},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray forgottenLine(const Path &path)
{
    const QJsonObject object{{u"path"_s, QString::fromLatin1(toBytes(path).toPercentEncoding("/ "))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Result<std::unique_ptr<WatchStore>> WatchStore::open(const Path &file)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    Path lockFile = file;
    lockFile += ".lock";
    FileDescriptor lock(::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock.isValid())
        return systemError(errno, ErrorKind::OutputUnwritable,
                           WatchStoreText::tr("“%1” cannot be written.").arg(displayName(lockFile)));
    if (::flock(lock.fd(), LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorKind::OutputUnwritable,
                     WatchStoreText::tr("This folder is being watched with this profile already.")};
    std::unique_ptr<WatchStore> store(new WatchStore(file, std::move(lock)));
    if (const Result<void> loaded = store->load(); !loaded)
        return loaded.error();
    return store;
}

const WatchEntry *WatchStore::find(const Path &path) const
{
    const auto it = m_entries.find(path);
    return it == m_entries.end() ? nullptr : &it->second;
}

Result<void> WatchStore::put(const std::vector<std::pair<Path, WatchEntry>> &entries)
{
    QByteArray lines;
    for (const auto &[path, entry] : entries) {
        m_entries.insert_or_assign(path, entry);
        lines += lineOf(path, entry);
    }
    return append(lines);
}

Result<void> WatchStore::forget(const std::vector<Path> &paths)
{
    QByteArray lines;
    for (const Path &path : paths) {
        if (m_entries.erase(path) > 0)
            lines += forgottenLine(path);
    }
    return append(lines);
}

Result<void> WatchStore::append(const QByteArray &lines)
{
    if (lines.isEmpty() || (writeAll(m_fd.fd(), lines) && ::fdatasync(m_fd.fd()) == 0))
        return {};
    return failure();
}

Error WatchStore::failure() const
{
    return systemError(errno, ErrorKind::OutputUnwritable,
                       WatchStoreText::tr("“%1” cannot be written.").arg(displayName(m_file)));
}

Result<void> WatchStore::load()
{
    const Result<QByteArray> content = readWholeFile(m_file); // there may be none yet
    const QList<QByteArray> lines = content ? content->split('\n') : QList<QByteArray>();
    for (const QByteArray &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const Path path = toPath(QByteArray::fromPercentEncoding(object.value("path"_L1).toString().toLatin1()));
        if (path.empty())
            continue;
        const auto name = std::ranges::find(stateNames, object.value("state"_L1).toString());
        if (name == stateNames.end()) {
            m_entries.erase(path);
            continue;
        }
        WatchEntry entry;
        entry.identity = {object.value("size"_L1).toString().toLongLong(), object.value("mtime"_L1).toString().toLongLong(),
                          object.value("device"_L1).toString().toULongLong(),
                          object.value("inode"_L1).toString().toULongLong()};
        entry.state = WatchState(name - stateNames.begin());
        entry.batch = object.value("batch"_L1).toString();
        entry.failures = object.value("failures"_L1).toInt();
        m_entries.insert_or_assign(path, entry);
    }
    // Files that are gone are forgotten, or the store would grow for ever.
    std::erase_if(m_entries, [](const auto &item) {
        std::error_code ignored;
        return item.second.state != WatchState::Taken && !std::filesystem::exists(item.first, ignored);
    });
    return rewrite();
}

Result<void> WatchStore::rewrite()
{
    QByteArray lines;
    for (const auto &[path, entry] : m_entries)
        lines += lineOf(path, entry);
    Path aside = m_file;
    aside += ".new";
    FileDescriptor fd(::open(aside.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600));
    if (!fd.isValid() || !writeAll(fd.fd(), lines) || ::fdatasync(fd.fd()) != 0
        || ::rename(aside.c_str(), m_file.c_str()) != 0)
        return failure();
    const FileDescriptor folder(::open(m_file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isValid() || ::fsync(folder.fd()) != 0)
        return failure();
    m_fd = std::move(fd);
    return {};
}

} // namespace convoy
