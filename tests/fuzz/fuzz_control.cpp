// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A parser with a fault on purpose: a name longer than its buffer says it is. The replay has to find it.
#include "fuzztarget.h"

QList<QByteArray> fuzzSeeds()
{
    return {"\x04name", "\x02no"};
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    convoy::fuzz::promise(size == 0 || data[0] < size, "the length byte is within the bytes");
    return 0;
}
