// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace convoy {

/// Behind “There is no x.”: a sentence with the one of `known` that somebody may have meant; empty where none is near.
QString suggestion(const QString &word, const QStringList &known);

} // namespace convoy
