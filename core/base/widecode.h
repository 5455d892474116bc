// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Before a function with a simple loop: GCC makes two versions of it and chooses at start by what the processor has.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)                        \
    && !defined(__SANITIZE_ADDRESS__)
#define CONVOY_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define CONVOY_WIDE
#endif
