// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborValue>

namespace convoy {

/// QCborValue::toInteger, but a floating-point number is none: Qt converts those even where the result is undefined.
inline qint64 cborInteger(const QCborValue &value, qint64 otherwise = 0)
{
    return value.isInteger() ? value.toInteger() : otherwise;
}

} // namespace convoy
