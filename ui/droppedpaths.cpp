// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/droppedpaths.h"

#include <QDir>
#include <QMimeData>
#include <QSysInfo>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

std::vector<Path> droppedPaths(const QMimeData &data)
{
    // QUrl would rewrite names that are not valid UTF-8: the list (RFC 2483) is read as bytes.
    std::vector<Path> paths;
    for (QByteArray line : data.data(u"text/uri-list"_s).split('\n')) {
        line = line.trimmed();
        if (!line.startsWith("file:"))
            continue;
        line = line.mid(5);
        if (line.startsWith("//")) {
            const qsizetype slash = line.indexOf('/', 2);
            const QByteArray host = slash < 0 ? QByteArray() : line.mid(2, slash - 2);
            if (!host.isEmpty() && host != "localhost" && host != QSysInfo::machineHostName().toUtf8())
                continue;
            line = slash < 0 ? QByteArray() : line.mid(slash);
        }
        const QByteArray path = QByteArray::fromPercentEncoding(line);
        if (path.startsWith('/') && !path.contains('\0'))
            paths.push_back(toPath(path).lexically_normal());
    }
    return paths;
}

std::vector<Path> pastedPaths(const QMimeData &data)
{
    std::vector<Path> paths = droppedPaths(data);
    if (!paths.empty())
        return paths;
    const QStringList lines = data.text().split(u'\n');
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.startsWith(u'/') || text.startsWith("~/"_L1))
            paths.push_back(typedFolder(text).lexically_normal());
    }
    return paths;
}

Path typedFolder(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (text == u'~' || text.startsWith("~/"_L1))
        return absolutePath(toPath(QDir::homePath() + text.mid(1)));
    return absolutePath(QDir::isAbsolutePath(text) ? toPath(text) : toPath(QDir::homePath() + u'/' + text));
}

} // namespace convoy
