// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <QStringList>

namespace convoy {

/// What the scripts of all shells are made of: the tables of the command line.

/// What follows an option, as far as a shell can help.
enum class CompletedValue : quint8 { None, Words, File, Folder, Profile, Key, Free };

CompletedValue completedValue(const OptionRow &row);
/// "text json" of "text|json".
QString completedWords(const OptionRow &row);
/// The words of "[list|show ID|validate FILE]" that stand for themselves.
QStringList operandWords(const CommandRow &row);
bool takesPaths(const CommandRow &row);
QString commandNames();
/// The parts of a command's help.
QString topicNames();
/// Of a text in the tables.
QString translatedHelp(const char *text);
/// The first lines of every script.
QString scriptHead();

/// The scripts themselves.
QString bashCompletion();
QString zshCompletion();
QString fishCompletion();

} // namespace convoy
