// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <span>
#include <vector>

namespace convoy {

/// What the help of a command is divided into where it does not fit a screen.
enum class HelpTopic : quint8 { Main, Files, Albums, Order, Safety, Results };

/// One option of the command line. The texts are source texts for translation.
struct OptionRow {
    const char *name;  ///< with its dashes
    const char *value; ///< what follows it; nullptr: nothing does
    HelpTopic topic;
    const char *help;
};

/// One command of the command line. Help, parsing, completions and the manual are made from this.
struct CommandRow {
    const char *name;
    const char *operands; ///< as the synopsis shows them
    const char *summary;
    std::vector<const char *> options; ///< names in optionTable()
};

/// A part of a command's help that is asked for by name.
struct TopicRow {
    const char *name;
    HelpTopic topic;
};

const std::vector<OptionRow> &optionTable();
const std::vector<CommandRow> &commandTable();
const std::vector<TopicRow> &topicTable();

/// nullptr where there is no such command.
const CommandRow *findCommand(const QByteArray &name);
bool takesOption(const CommandRow &command, const QByteArray &name);

/// What was asked for. Bytes, because file names need not be text.
class Arguments
{
public:
    QByteArray command;
    std::vector<QByteArray> operands;

    bool has(const char *option) const { return m_options.contains(option); }
    /// The last value that was given; empty where there is none.
    QByteArray value(const char *option) const;
    QString text(const char *option) const { return QString::fromUtf8(value(option)); }
    std::vector<QByteArray> values(const char *option) const;

    void add(const QByteArray &option, const QByteArray &value) { m_options[option].push_back(value); }

private:
    std::map<QByteArray, std::vector<QByteArray>> m_options;
};

/// Reads what follows the program's name. "--help" in any place takes the word behind it as its value and leaves the rest
/// unread. The error is `invalid-option` and names the word.
Result<Arguments> parseArguments(std::span<const QByteArray> words);

/// Help for one command, or for all of them. It fits a screen; what there is no room for is in its topics ("files"), or
/// all of it in "all".
QString helpText(const QByteArray &command, const QByteArray &topic = {});

} // namespace convoy
