// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convoy {

/// Lets a `std::unique_ptr` own a handle of a C library: `release` is the function that frees it.
template <auto release>
struct Releaser {
    template <typename Handle>
    void operator()(Handle *handle) const
    {
        release(handle);
    }
};

} // namespace convoy
