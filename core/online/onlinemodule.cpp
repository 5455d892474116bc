// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/online/onlinemodule.h"

#include "core/base/path.h"

#include <QCoreApplication>

#include <dlfcn.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OnlineModuleText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Transfer)
};

} // namespace

Result<const OnlineModule *> onlineModule()
{
    std::error_code ignored;
    const Path file = "convoy-online.so";
    const Path self = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const Path built = self.parent_path().parent_path() / "lib/convoy" / file;
    const Path installed = self.parent_path() / CONVOY_MODULE_FOLDER / file;
    const Path path = std::filesystem::exists(built, ignored) ? built : installed;
    void *library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return Error{ErrorKind::Internal, OnlineModuleText::tr("The network library cannot be used."),
                     QString::fromUtf8(::dlerror())};
    return static_cast<const OnlineModule *>(::dlsym(library, "convoyOnline"));
}

} // namespace convoy
