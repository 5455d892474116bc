// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>
#include <QStringList>

namespace convoy {

/// What placeholders stand for. Bytes, because paths are.
using Placeholders = QMap<QString, QByteArray>;

/// `text` with every `{name}` replaced; `{n:03}` pads a number with zeros; `{{` and `}}` are braces. `invalid-option`
/// names `key` and a placeholder that is not known.
Result<QByteArray> expandTemplate(const QString &text, const Placeholders &placeholders, const QString &key);

/// One argument an element, whatever the values contain. A value that would make an argument start with a dash gets
/// "./" in front, so that no file name is taken for an option.
Result<QByteArrayList> expandCommand(const QStringList &command, const Placeholders &placeholders, const QString &key);

/// Whether `{name}` stands in any of `command`.
bool usesPlaceholder(const QStringList &command, QStringView name);

} // namespace convoy
