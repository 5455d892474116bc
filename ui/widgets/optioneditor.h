// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/option.h"

#include <QJsonValue>

#include <functional>

class QWidget;

namespace convoy {

/// A widget for one option, by its type, that says what a person chooses.
QWidget *makeOptionEditor(const OptionSpec &spec, const std::function<void(const QJsonValue &)> &choose);

/// Shows a value in the editor of `spec`, and says nothing.
void setOptionValue(QWidget &editor, const OptionSpec &spec, const QVariant &value);

/// A command line for people: arguments in one line, quoted where needed. The way back is QProcess::splitCommand.
QString joinArguments(const QStringList &arguments);

} // namespace convoy
