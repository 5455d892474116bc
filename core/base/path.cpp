// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/path.h"

#include <QStringDecoder>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace convoy {

QString displayName(const Path &path)
{
    QString text = QString::fromUtf8(toBytes(path));
    for (QChar &c : text) {
        // What turns the direction of writing about makes “gpj.exe” of a name.
        if (turnsWriting(c) || c.category() == QChar::Other_Control)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

bool isText(const Path &path)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    static_cast<void>(QString(decoder(toBytes(path)))); // it decodes only when asked for the text
    return !decoder.hasError();
}

QString fileUrl(const Path &path)
{
    return QStringLiteral("file://") + QString::fromLatin1(toBytes(path).toPercentEncoding("/"));
}

Path absolutePath(const Path &path)
{
    std::error_code ignored;
    Path absolute = std::filesystem::absolute(path, ignored).lexically_normal();
    return absolute.has_filename() || !absolute.has_relative_path() ? absolute : absolute.parent_path();
}

Path ownFile(const Path &built, const Path &installed)
{
    std::error_code ignored;
    const Path folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    const Path file = (folder / built).lexically_normal();
    return std::filesystem::exists(file, ignored) ? file : (folder / installed).lexically_normal();
}

namespace {

/// Services and containers start programs without HOME.
Path homeFolder()
{
    if (const QByteArray value = qgetenv("HOME"); value.startsWith('/'))
        return toPath(value);
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 16384> names;
    ::getpwuid_r(::getuid(), &entry, names.data(), names.size(), &found);
    return found && found->pw_dir ? Path(found->pw_dir) : Path("/");
}

} // namespace

Path xdgFolder(const char *variable, const char *fallback)
{
    const QByteArray value = qgetenv(variable);
    // The specification has relative paths ignored.
    return value.startsWith('/') ? toPath(value) : homeFolder() / fallback;
}

} // namespace convoy
