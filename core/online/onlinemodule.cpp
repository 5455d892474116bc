// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/online/onlinemodule.h"

#include "core/base/path.h"

#include <QCoreApplication>

#include <dlfcn.h>

namespace convoy {

namespace {

struct OnlineModuleText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Transfer)
};

} // namespace

Result<const OnlineModule *> onlineModule()
{
    const Path path = ownFile("../lib/convoy/convoy-online.so", CONVOY_MODULE_FOLDER "/convoy-online.so");
    void *library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return Error{ErrorKind::Internal, OnlineModuleText::tr("The network library cannot be used."),
                     QString::fromUtf8(::dlerror())};
    return static_cast<const OnlineModule *>(::dlsym(library, "convoyOnline"));
}

} // namespace convoy
