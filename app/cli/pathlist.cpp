// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pathlist.h"

#include "core/base/fileio.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct PathListText {
    Q_DECLARE_TR_FUNCTIONS(convoy::PathList)
};

Result<QByteArray> readList(const QByteArray &name)
{
    if (name == "-")
        return readWholeFile(STDIN_FILENO, PathListText::tr("standard input"));
    return readWholeFile(toPath(name));
}

} // namespace

Result<std::vector<Path>> readPathList(const Arguments &arguments)
{
    std::vector<Path> paths;
    for (const QByteArray &operand : arguments.operands) {
        if (operand.isEmpty())
            return invalidOption(PathListText::tr("An empty text is not a path."));
        paths.push_back(toPath(operand));
    }
    if (arguments.has("--null") && !arguments.has("--files-from"))
        return invalidOption(PathListText::tr("--null says how the list of --files-from is written; there is none."));
    if (arguments.has("--files-from")) {
        Result<QByteArray> list = readList(arguments.value("--files-from"));
        if (!list)
            return list.error();
        // One name may end in a carriage return. Where all do, the list was written on Windows.
        if (!arguments.has("--null") && list->count("\r\n") == list->count('\n'))
            list->replace("\r\n", "\n");
        for (const QByteArray &name : list->split(arguments.has("--null") ? '\0' : '\n')) {
            if (!name.isEmpty())
                paths.push_back(toPath(name));
        }
    }
    if (paths.empty())
        return invalidOption(PathListText::tr("There is nothing to do: no file or folder was given."));
    return paths;
}

} // namespace convoy
