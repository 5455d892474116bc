// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/stagedfiles.h"

#include "core/base/path.h"
#include "core/converters/tool/tooltext.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <memory>
#include <sys/stat.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maximumOutputs = 100'000;

Error failed(const QString &message)
{
    return {ErrorKind::ToolFailed, message};
}

Result<QByteArrayList> namesIn(DIR *folder, const ToolPlan &plan)
{
    const QByteArray glob = plan.outputGlob.toUtf8();
    QByteArrayList names;
    while (const dirent *entry = ::readdir(folder)) {
        const QByteArray name(entry->d_name);
        // Without a glob a declared output is all that is wanted: tools leave logs and the like behind.
        const bool fits = glob.isEmpty()
            ? plan.declaredOutput.isEmpty() || name == plan.declaredOutput
            : name == plan.declaredOutput || ::fnmatch(glob.constData(), name.constData(), FNM_PERIOD) == 0;
        if (name != "." && name != ".." && fits)
            names.append(name);
        if (names.size() > maximumOutputs)
            return Error{ErrorKind::LimitExceeded, ToolText::tr("The tool wrote more than %1 files.").arg(maximumOutputs)};
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

Result<std::vector<QVariantMap>> collectOutputs(const QByteArray &folder, const ToolPlan &plan)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(::opendir(folder.constData()), &::closedir);
    if (!directory)
        return systemError(errno, ErrorKind::Internal,
                           ToolText::tr("The folder for the output of the tool cannot be read."));
    const Result<QByteArrayList> names = namesIn(directory.get(), plan);
    if (!names)
        return names.error();
    if (!plan.declaredOutput.isEmpty() && !names->contains(plan.declaredOutput))
        return failed(ToolText::tr("The tool ended without an error but did not write its output."));
    if (names->isEmpty())
        return failed(ToolText::tr("The tool wrote no file that fits “%1”.").arg(plan.outputGlob));
    std::vector<QVariantMap> outputs;
    for (const QByteArray &name : *names) {
        struct stat status = {};
        const bool known = ::fstatat(::dirfd(directory.get()), name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0;
        // A link would bring a file of somewhere else under a final name, perhaps the source itself.
        if (!known || !S_ISREG(status.st_mode) || status.st_nlink != 1)
            return failed(ToolText::tr("The tool left “%1”, which is not a plain file.").arg(displayName(toPath(name))));
        outputs.push_back({{u"file"_s, name}, {u"size"_s, qint64(status.st_size)}});
    }
    return outputs;
}

} // namespace convoy
