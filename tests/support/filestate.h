// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QList>

#include <algorithm>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace convoy::test {

/// Gives the file an extended attribute; false where its file system has none.
inline bool setAttribute(const QByteArray &file, const QByteArray &value)
{
    return ::setxattr(file.constData(), "user.convoy-test", value.constData(), size_t(value.size()), 0) == 0;
}

/// Names and values of the extended attributes, sorted.
inline QByteArray attributesOf(const QByteArray &file)
{
    QByteArray names(4096, '\0');
    names.truncate(std::max<ssize_t>(0, ::listxattr(file.constData(), names.data(), size_t(names.size()))));
    QByteArrayList pairs;
    for (const QByteArray &name : names.split('\0')) {
        if (name.isEmpty())
            continue;
        QByteArray value(4096, '\0');
        value.truncate(
            std::max<ssize_t>(0, ::getxattr(file.constData(), name.constData(), value.data(), size_t(value.size()))));
        pairs.append(name + '=' + value);
    }
    std::ranges::sort(pairs);
    return pairs.join('\n');
}

/// All that nobody may change of a source: content, mode, owner, time of modification, extended attributes.
inline QByteArray stateOf(const QByteArray &file)
{
    struct stat status {
    };
    ::stat(file.constData(), &status);
    QFile source(QString::fromUtf8(file));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (source.open(QIODevice::ReadOnly))
        hash.addData(&source);
    const QList<qlonglong> numbers{status.st_size, status.st_mode,        status.st_uid,
                                   status.st_gid,  status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
    QByteArray state = hash.result().toHex();
    for (const qlonglong number : numbers)
        state += ' ' + QByteArray::number(number);
    return state + '\n' + attributesOf(file);
}

} // namespace convoy::test
