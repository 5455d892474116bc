// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles that somebody was sent.
#include "fuzztarget.h"

#include "core/plan/profile.h"

using namespace convoy;

QList<QByteArray> fuzzSeeds()
{
    return {
        R"({"id":"a","name":"A","converter":"image","extension":"jpg","options":{"quality":80,"resize":"50%"}})",
        R"({"id":"b","name":"B","converter":"tool","extension":"txt","name_template":"{stem}-{n:03}","conflict":"skip",)"
        R"("options":{"program":"wc","arguments":["-l","{input}"]},"retry":{"attempts":3,"delay_s":0.5},"timeout_s":9})",
        R"({"id":"c","name":"C","converter":"dicom","extension":"png","options":{"crop":"10x10+1+1","window":"40/400"}})",
    };
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<Profile> profile = parseProfile(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!profile) {
        fuzz::promise(!profile.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    fuzz::promise(bool(profileOptions(*profile)), "the options of a profile that was taken can be completed");
    const Result<Profile> again = parseProfile(profileToJson(*profile));
    fuzz::promise(again && *again == *profile, "a profile that is stored is the same when it is read");
    return 0;
}
