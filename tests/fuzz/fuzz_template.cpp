// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Name templates, filled with tags from hostile files. First line: the template; the others: name of the file and tags.
#include "fuzztarget.h"

#include "core/plan/naming.h"

using namespace convoy;

QList<QByteArray> fuzzSeeds()
{
    return {"{stem}\nphoto.jpg", "{artist}/{album}/{track:02} {title}\n-x.wav\nA/B\nC\n..\n7",
            "{parent}_{n:03}_{width}x{height}.{ext}\n\xff\xfe.dcm\n.\nCON\nNUL.\n",
            "{date}/{name}{{}}\n..\n/etc/passwd\n../../x\n   \n"};
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QList<QByteArray> lines = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)).split('\n');
    const QString nameTemplate = QString::fromUtf8(lines.value(0));
    NameValues values{.input = "/in", .extension = "png", .number = 7};
    const QByteArray name = lines.value(1);
    if (!name.isEmpty() && !name.contains('/') && !name.contains('\0'))
        values.input /= Path(name.toStdString());
    const QStringList keys{QStringLiteral("artist"), QStringLiteral("album"), QStringLiteral("title"),
                           QStringLiteral("track")};
    for (qsizetype i = 0; i < keys.size(); ++i)
        values.info.tags.insert(keys[i], QString::fromUtf8(lines.value(i + 2)));
    const bool isUsable = bool(checkNameTemplate(nameTemplate));
    const Result<Path> path = expandNameTemplate(nameTemplate, values);
    fuzz::promise(isUsable || !path, "what the check refuses is not filled in");
    if (!path)
        return 0;
    fuzz::promise(!path->empty() && path->is_relative(), "a name is relative");
    for (const Path &part : *path) {
        fuzz::promise(!part.empty() && part != "." && part != "..", "no part leaves its folder");
        fuzz::promise(part.native().size() <= 255, "every part fits a file system");
        fuzz::promise(part.native().find('\0') == std::string::npos, "no part has a zero in it");
    }
    return 0;
}
